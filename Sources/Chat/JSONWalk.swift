/// Goes through JSON (RFC 8259) and makes values only of what is asked for: of the two hundred bytes
/// of an event it is a few that matter.
///
/// A method that answers nil or false found something else, or what is no JSON; the place is then
/// undefined. What it accepts, `JSONDecoder` accepts too, but for numbers, which it does not check.
struct JSONWalk {
    private let bytes: ArraySlice<UInt8>
    private var index: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        index = bytes.startIndex
    }

    /// Whether nothing but white space is left.
    mutating func isAtEnd() -> Bool {
        space()
        return index == bytes.endIndex
    }

    /// Visits the members of an object; `visit` reads or skips the value.
    mutating func members(_ visit: (inout JSONWalk, ArraySlice<UInt8>) -> Bool) -> Bool {
        guard take("{") else { return false }
        if take("}") { return true }
        repeat {
            guard let name = string(), take(":"), visit(&self, name) else { return false }
        } while take(",")
        return take("}")
    }

    mutating func elements(_ visit: (inout JSONWalk) -> Bool) -> Bool {
        guard take("[") else { return false }
        if take("]") { return true }
        repeat {
            guard visit(&self) else { return false }
        } while take(",")
        return take("]")
    }

    /// Whether null stands here, which is passed; else the place stays.
    mutating func null() -> Bool { word("null") }

    /// The UTF-8 of a string; where nothing is escaped it is not copied.
    mutating func string() -> ArraySlice<UInt8>? {
        guard take("\"") else { return nil }
        var text: [UInt8] = []
        var start = index
        while index < bytes.endIndex {
            switch bytes[index] {
            case UInt8(ascii: "\""):
                index += 1
                let rest = bytes[start..<index - 1]
                return text.isEmpty ? rest : (text + rest)[...]
            case UInt8(ascii: "\\"):
                text += bytes[start..<index]
                index += 1
                guard escape(into: &text) else { return nil }
                start = index
            case ..<32: return nil
            default: index += 1
            }
        }
        return nil
    }

    /// A whole number that is not negative.
    mutating func count() -> Int? {
        space()
        let digits = bytes[index...].prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard let value = Int(String(decoding: digits, as: UTF8.self)) else { return nil }
        index += digits.count
        let isWhole = index == bytes.endIndex || !".eE".utf8.contains(bytes[index])
        return isWhole ? value : nil
    }

    /// Goes past a value of whatever kind.
    mutating func skip() -> Bool {
        space()
        guard index < bytes.endIndex else { return false }
        switch bytes[index] {
        case UInt8(ascii: "{"): return members { walk, _ in walk.skip() }
        case UInt8(ascii: "["): return elements { $0.skip() }
        case UInt8(ascii: "\""): return string() != nil
        case UInt8(ascii: "t"): return word("true")
        case UInt8(ascii: "f"): return word("false")
        case UInt8(ascii: "n"): return word("null")
        default:
            let number = bytes[index...].prefix { "+-.0123456789eE".utf8.contains($0) }
            index += number.count
            return !number.isEmpty
        }
    }

    // MARK: - Parts

    private mutating func space() {
        while index < bytes.endIndex {
            switch bytes[index] {
            case 9, 10, 13, 32: index += 1
            default: return
            }
        }
    }

    private mutating func take(_ mark: Unicode.Scalar) -> Bool {
        space()
        guard index < bytes.endIndex, bytes[index] == UInt8(ascii: mark) else { return false }
        index += 1
        return true
    }

    private mutating func word(_ word: StaticString) -> Bool {
        space()
        let text = word.description.utf8
        guard bytes[index...].starts(with: text) else { return false }
        index += text.count
        return true
    }

    private mutating func escape(into text: inout [UInt8]) -> Bool {
        guard index < bytes.endIndex else { return false }
        let mark = bytes[index]
        index += 1
        switch mark {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(mark)
        case UInt8(ascii: "b"): text.append(8)
        case UInt8(ascii: "f"): text.append(12)
        case UInt8(ascii: "n"): text.append(10)
        case UInt8(ascii: "r"): text.append(13)
        case UInt8(ascii: "t"): text.append(9)
        case UInt8(ascii: "u"):
            guard let unit = unit() else { return false }
            var value = UInt32(unit)
            if UTF16.isLeadSurrogate(unit) {
                // Half a pair is no character.
                guard bytes[index...].starts(with: "\\u".utf8) else { return false }
                index += 2
                guard let second = self.unit(), UTF16.isTrailSurrogate(second) else { return false }
                value = 0x10000 + (UInt32(unit) - 0xd800) << 10 + (UInt32(second) - 0xdc00)
            }
            guard let scalar = Unicode.Scalar(value) else { return false }
            text += UTF8.encode(scalar).map { Array($0) } ?? []
        default: return false
        }
        return true
    }

    private mutating func unit() -> UInt16? {
        let digits = bytes[index...].prefix(4)
        guard digits.count == 4,
            let value = UInt16(String(decoding: digits, as: UTF8.self), radix: 16),
            !digits.contains(UInt8(ascii: "+"))
        else { return nil }
        index += 4
        return value
    }
}
