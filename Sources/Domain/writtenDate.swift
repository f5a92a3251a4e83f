package import Foundation

/// Reads a time as people and programs write one: RFC 822 as RSS 2.0 does, RFC 3339 and the W3C's
/// shorter forms as Atom does, the dates of HTTP, and what is found in the wild (``WildDate``).
///
/// A time without a zone is UTC, but Chinese Standard Time after 年月日; a two-digit year from 70 on
/// is 19xx. Nil when no form fits.
package func writtenDate(_ text: String) -> Date? {
    var text = text
    return text.withUTF8 { unsafe writtenDate($0.span) }
}

package func writtenDate(_ text: Span<UInt8>) -> Date? {
    guard (4...200).contains(text.count) else { return nil }
    return unsafe text.withUnsafeBufferPointer { bytes in
        var cursor = unsafe DateCursor(bytes: bytes)
        if let date = cursor.internetMessageDate() { return date }
        cursor = unsafe DateCursor(bytes: bytes)
        if let date = cursor.internetDate() { return date }
        return WildDate(unsafe String(decoding: bytes, as: UTF8.self)).date
    }
}

/// The parts of a date; nil when they are not of a calendar or a clock.
func moment(
    year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0,
    fraction: Double = 0, offset: Int = 0
) -> Date? {
    guard (1...12).contains(month), (1...31).contains(day), (0...24).contains(hour),
        (0...59).contains(minute), (0...60).contains(second), (1...9999).contains(year)
    else { return nil }
    let days = Timestamp.days(year: year, month: month, day: day)
    let seconds = days * 86_400 + hour * 3600 + minute * 60 + second - offset
    return Date(timeIntervalSince1970: Double(seconds) + fraction)
}

/// Reads the two forms that nearly every feed writes, byte by byte and strictly.
@safe private struct DateCursor {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var index = 0

    init(bytes: UnsafeBufferPointer<UInt8>) {
        unsafe self.bytes = unsafe bytes
    }

    private var isAtEnd: Bool { unsafe index == bytes.count }
    private var next: UInt8 { isAtEnd ? 0 : unsafe bytes[index] }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: character) else { return false }
        index += 1
        return true
    }

    private mutating func number(_ digits: ClosedRange<Int>) -> Int? {
        var (value, count) = (0, 0)
        while count < digits.upperBound, (48...57).contains(next) {
            value = value * 10 + Int(next) - 48
            count += 1
            index += 1
        }
        return count >= digits.lowerBound && !(48...57).contains(next) ? value : nil
    }

    private mutating func skipSpaces() {
        while next == 32 { index += 1 }
    }

    /// `Mon, 09 Jun 2025 12:45:18 +0800` (RFC 822 §5 with the years of RFC 1123).
    mutating func internetMessageDate() -> Date? {
        if next | 32 >= 97 {
            while next | 32 >= 97, next | 32 <= 122 { index += 1 }
            guard take(",") else { return nil }
            skipSpaces()
        }
        guard let day = number(1...2), take(" "), let month = month(), take(" "),
            let year = number(4...4), take(" "), let hour = number(1...2), take(":"),
            let minute = number(2...2)
        else { return nil }
        var second = 0
        if take(":") {
            guard let value = number(2...2) else { return nil }
            second = value
        }
        skipSpaces()
        guard let offset = zone(), isAtEnd else { return nil }
        return moment(
            year: year, month: month, day: day, hour: hour, minute: minute, second: second,
            offset: offset)
    }

    /// `2025-06-09T12:45:18.836+08:00` (RFC 3339 §5.6), and `2025-06-09`.
    mutating func internetDate() -> Date? {
        guard let year = number(4...4), take("-"), let month = number(2...2), take("-"),
            let day = number(2...2)
        else { return nil }
        if isAtEnd { return moment(year: year, month: month, day: day) }
        guard take("T") || take("t") || take(" "), let hour = number(2...2), take(":"),
            let minute = number(2...2)
        else { return nil }
        var (second, fraction) = (0, 0.0)
        if take(":") {
            guard let value = number(2...2) else { return nil }
            second = value
            if take(".") { fraction = self.fraction() }
        }
        guard let offset = zone(), isAtEnd else { return nil }
        return moment(
            year: year, month: month, day: day, hour: hour, minute: minute, second: second,
            fraction: fraction, offset: offset)
    }

    private mutating func fraction() -> Double {
        var (value, scale) = (0.0, 0.1)
        while (48...57).contains(next) {
            value += Double(next - 48) * scale
            scale /= 10
            index += 1
        }
        return (value * 1000).rounded() / 1000
    }

    private mutating func month() -> Int? {
        guard unsafe index + 3 <= bytes.count else { return nil }
        let name = unsafe bytes[index..<(index + 3)].reduce(0) { $0 << 8 | Int($1 | 32) }
        guard let month = monthNumber(name) else { return nil }
        index += 3
        return month
    }

    private func endsWith(_ name: StaticString) -> Bool {
        unsafe bytes[index...].elementsEqual(
            UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    }

    /// `Z`, `GMT`, `UT`, `UTC`, or hours and minutes with or without a colon: seconds.
    private mutating func zone() -> Int? {
        if take("Z") || take("z") { return 0 }
        for name in ["GMT", "UTC", "UT"] as [StaticString] where endsWith(name) {
            index = unsafe bytes.count
            return 0
        }
        let sign: Int
        if take("+") { sign = 1 } else if take("-") { sign = -1 } else { return nil }
        guard unsafe index + 4 <= bytes.count else { return nil }
        var digits = 0
        for position in 0..<4 {
            if position == 2 { _ = take(":") }
            guard (48...57).contains(next) else { return nil }
            digits = digits * 10 + Int(next) - 48
            index += 1
        }
        guard digits / 100 <= 14, digits % 100 < 60 else { return nil }
        return sign * (digits / 100 * 3600 + digits % 100 * 60)
    }
}

/// The English months by their first three letters, a byte each.
private func monthNumber(_ name: Int) -> Int? {
    switch name {
    case 0x6a_616e: 1
    case 0x66_6562: 2
    case 0x6d_6172: 3
    case 0x61_7072: 4
    case 0x6d_6179: 5
    case 0x6a_756e: 6
    case 0x6a_756c: 7
    case 0x61_7567: 8
    case 0x73_6570: 9
    case 0x6f_6374: 10
    case 0x6e_6f76: 11
    case 0x64_6563: 12
    default: nil
    }
}
