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
            (self.bytes, self.form) = (bytes, form)
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

    var hasMarkup: Bool {
        bytes.contains { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }
    }
}

func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var (start, end) = (bytes.startIndex, bytes.endIndex)
    while start < end, bytes[start] <= 32 { start += 1 }
    while end > start, bytes[end - 1] <= 32 { end -= 1 }
    return bytes[start..<end]
}

func trimmed(_ text: Substring) -> String {
    let isClean = (text.utf8.first ?? 33) > 32 && (text.utf8.last ?? 33) > 32
    return isClean ? String(text) : text.trimmingCharacters(in: .whitespacesAndNewlines)
}

func trimmed(_ text: String) -> String { trimmed(text[...]) }
