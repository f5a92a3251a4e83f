import Foundation

/// Where a field stands: fields of the entry itself go before those of its parts.
struct FieldPlace {
    /// How many elements are open around it.
    var depth: Int
    var links: FeedLinks
    /// A guid that is no permalink.
    var isOpaque: Bool
}

/// The text of a field as the document has it, without the white space around it.
struct FieldText {
    let bytes: ArraySlice<UInt8>
    let form: TextForm

    init(_ bytes: ArraySlice<UInt8>, form: TextForm) {
        let bytes = trimmed(bytes)
        guard form == .base64 else {
            (self.bytes, self.form) = (withoutC1(bytes), form)
            return
        }
        let data = Data(base64Encoded: Data(bytes), options: .ignoreUnknownCharacters)
        let decoded = data.flatMap { String(validating: $0, as: UTF8.self) }
        // What is no base64 after all is taken as it stands.
        self.bytes = decoded.map { trimmed(Array($0.utf8)[...]) } ?? bytes
        self.form = .guess
    }

    var isEmpty: Bool { bytes.isEmpty }

    /// As it stands: an id, a link, a date.
    var raw: String { String(decoding: bytes, as: UTF8.self) }

    /// Without markup.
    var plain: String {
        form == .plain || !hasMarkup ? raw : plainLine(bytes)
    }

    /// As HTML.
    var html: String {
        guard form == .plain, hasMarkup else { return raw }
        return raw.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    }

    private var hasMarkup: Bool {
        bytes.contains { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }
    }
}

/// With the characters that windows-1252 has where Unicode has the controls U+0080…U+009F.
private func withoutC1(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard bytes.contains(0xc2) else { return bytes }
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.unicodeScalars.contains(where: { (0x80...0x9f).contains($0.value) }) else {
        return bytes
    }
    let scalars = text.unicodeScalars.map { scalar in
        windows1252[scalar.value].flatMap(Unicode.Scalar.init) ?? scalar
    }
    return Array(String(String.UnicodeScalarView(scalars)).utf8)[...]
}

func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = bytes
    while let first = bytes.first, first <= 32 { bytes.removeFirst() }
    while let last = bytes.last, last <= 32 { bytes.removeLast() }
    return bytes
}

func trimmed(_ text: some StringProtocol) -> String {
    text.trimmingCharacters(in: .whitespacesAndNewlines)
}
