import Foundation
import Glibc

/// Bytes of any charset as UTF-8.
enum Charset {
    /// The document in UTF-8, without a byte order mark, control characters replaced by spaces.
    ///
    /// The order is that of RFC 7303 §3: byte order mark, then the `Content-Type`, then what the
    /// document declares. What is valid UTF-8 is UTF-8 whatever is claimed, because GB2312 is
    /// claimed of it more often than it is meant.
    static func utf8(_ bytes: [UInt8], contentType: String?) -> [UInt8] {
        if let (name, length) = byteOrderMark(bytes) {
            return clean(convert(Array(bytes.dropFirst(length)), from: name))
        }
        let scan = TextScan(bytes)
        if scan.isUTF8, !scan.hasControls { return bytes }
        let claims = [contentType.flatMap(charset(ofContentType:)), declared(bytes)]
            .compactMap { $0 }
        if scan.isUTF8, !looksWide(bytes), !claims.contains(where: shifts) {
            return clean(bytes)
        }
        for claim in claims + guesses(bytes) {
            if let text = strictly(bytes, from: claim) { return clean(text) }
        }
        return clean(convert(bytes, from: claims.first ?? "windows-1252"))
    }

    private static func byteOrderMark(_ bytes: [UInt8]) -> (String, Int)? {
        let marks: [([UInt8], String)] = [
            ([0xef, 0xbb, 0xbf], "UTF-8"), ([0, 0, 0xfe, 0xff], "UTF-32BE"),
            ([0xff, 0xfe, 0, 0], "UTF-32LE"), ([0xfe, 0xff], "UTF-16BE"),
            ([0xff, 0xfe], "UTF-16LE"),
        ]
        return marks.first { bytes.starts(with: $0.0) }.map { ($0.1, $0.0.count) }
    }

    /// `<` followed or preceded by zero bytes: UTF-16 or 32 without a mark.
    private static func looksWide(_ bytes: [UInt8]) -> Bool {
        bytes.prefix(4).contains(0)
    }

    /// Charsets that write other scripts in bytes of ASCII.
    private static func shifts(_ name: String) -> Bool {
        name.lowercased().hasPrefix("iso-2022-") || name.lowercased().hasPrefix("hz")
    }

    private static func guesses(_ bytes: [UInt8]) -> [String] {
        let head = Array(bytes.prefix(4))
        if head.count == 4, head.contains(0) {
            return head[0] == 0
                ? (head[1] == 0 ? ["UTF-32BE"] : ["UTF-16BE"])
                : (head[2] == 0 ? ["UTF-32LE"] : ["UTF-16LE"])
        }
        return ["UTF-8", "GB18030", "BIG5", "windows-1252"]
    }

    /// `charset=` of a media type.
    static func charset(ofContentType text: String) -> String? {
        guard let range = text.range(of: "charset=", options: .caseInsensitive) else { return nil }
        let name = text[range.upperBound...].prefix { $0 != ";" }
            .filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
        return name.isEmpty ? nil : String(name)
    }

    /// What the XML declaration or a meta element of the first kilobytes says.
    private static func declared(_ bytes: [UInt8]) -> String? {
        let head = String(decoding: bytes.prefix(2048).map { $0 < 128 ? $0 : 63 }, as: UTF8.self)
        for key in ["encoding=", "charset="] {
            guard let range = head.range(of: key, options: .caseInsensitive) else { continue }
            let name = head[range.upperBound...].drop { "\"' ".contains($0) }
                .prefix { $0.isLetter || $0.isNumber || "-_.:".contains($0) }
            if !name.isEmpty { return String(name) }
        }
        return nil
    }

    /// Names that are claimed where a larger set is meant.
    private static func widened(_ name: String) -> String {
        switch name.lowercased() {
        case "gb2312", "gbk", "gb_2312-80", "x-gbk", "cp936", "gb_2312": "GB18030"
        case "iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii": "WINDOWS-1252"
        case "iso-8859-9": "WINDOWS-1254"
        case "shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j": "CP932"
        case "big5", "big5-hkscs", "x-x-big5": "BIG5-HKSCS"
        case "ks_c_5601-1987", "euc-kr": "CP949"
        case "utf8": "UTF-8"
        default: name
        }
    }

    private static func strictly(_ bytes: [UInt8], from name: String) -> [UInt8]? {
        let text = convert(bytes, from: name)
        let bad = text.indices.dropLast(2).count { index in
            text[index] == 0xef && text[index + 1] == 0xbf && text[index + 2] == 0xbd
        }
        // A torn character here and there is damage; many mean another charset.
        return bad * 200 <= bytes.count && !text.isEmpty ? text : nil
    }

    /// Through iconv; what it cannot read becomes U+FFFD, a byte at a time.
    private static func convert(_ bytes: [UInt8], from name: String) -> [UInt8] {
        if widened(name) == "UTF-8" { return Array(String(decoding: bytes, as: UTF8.self).utf8) }
        guard let converter = unsafe iconv_open("UTF-8", widened(name)),
            unsafe converter != iconv_t(bitPattern: -1)
        else { return [] }
        defer { unsafe iconv_close(converter) }
        var input = bytes
        var output = [UInt8](repeating: 0, count: bytes.count * 4 + 16)
        let written = unsafe input.withUnsafeMutableBytes { source in
            unsafe output.withUnsafeMutableBytes { target in
                unsafe run(converter, source, target)
            }
        }
        output.removeLast(output.count - written)
        return output
    }

    private static func run(
        _ converter: iconv_t, _ source: UnsafeMutableRawBufferPointer,
        _ target: UnsafeMutableRawBufferPointer
    ) -> Int {
        var from = unsafe source.baseAddress?.assumingMemoryBound(to: CChar.self)
        var to = unsafe target.baseAddress?.assumingMemoryBound(to: CChar.self)
        var (left, room) = (source.count, target.count)
        while left > 0, room >= 4 {
            guard unsafe iconv(converter, &from, &left, &to, &room) == Int(bitPattern: UInt.max)
            else { break }
            guard errno == EILSEQ || errno == EINVAL, left > 0, room >= 4 else { break }
            for byte in [UInt8]([0xef, 0xbf, 0xbd]) {
                unsafe to?.pointee = CChar(bitPattern: byte)
                unsafe to = to?.advanced(by: 1)
            }
            unsafe from = from?.advanced(by: 1)
            (left, room) = (left - 1, room - 3)
        }
        return target.count - room
    }

    /// Without NUL and the other C0 controls, which XML forbids and no reader needs, and with the
    /// characters of windows-1252 where U+0080…U+009F stand.
    private static func clean(_ bytes: [UInt8]) -> [UInt8] {
        guard TextScan(bytes).hasControls else { return bytes }
        let printing = bytes.map { $0 < 32 && $0 != 9 && $0 != 10 && $0 != 13 ? 32 : $0 }
        return Array(withoutC1(printing[...]))
    }
}

/// Text in UTF-8 with the characters of windows-1252 where U+0080…U+009F stand: no text means those
/// controls.
func withoutC1(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let first = unsafe bytes.withUnsafeBytes { buffer -> Int? in
        guard let start = buffer.baseAddress else { return nil }
        return unsafe memchr(start, 0xc2, buffer.count).map { unsafe UnsafeRawPointer($0) - start }
    }
    guard let first else { return bytes }
    var output = Array(bytes.prefix(first))
    output.reserveCapacity(bytes.count)
    var index = bytes.startIndex + first
    while index < bytes.endIndex {
        let (byte, next) = (bytes[index], index + 1)
        if byte == 0xc2, next < bytes.endIndex, (0x80...0x9f).contains(bytes[next]),
            let scalar = windows1252[UInt32(bytes[next])].flatMap(Unicode.Scalar.init)
        {
            output.append(contentsOf: String(Character(scalar)).utf8)
            index += 2
        } else {
            output.append(byte)
            index += 1
        }
    }
    return output[...]
}
