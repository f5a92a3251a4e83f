import Domain
import Foundation
import Glibc

/// Where a field stands: fields of the entry itself go before those of its parts.
struct FieldPlace {
    /// How many elements are open around it.
    var depth: Int
    var links: FeedLinks
    /// A guid that is no permalink.
    var isOpaque: Bool
}

/// The text of a field as the document has it, without the white space around it and without C1
/// controls. It reads from a buffer that must not change meanwhile.
@safe struct FieldText {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let form: TextForm
    private let isUTF8: Bool

    /// - Parameter buffer: what has to be decoded is added to its end.
    init(in buffer: TextBuffer, from start: Int, form: TextForm) {
        var bytes = unsafe trimmed(buffer.bytes(from: start))
        // What is no base64 after all is taken as it stands.
        if form == .base64,
            let data = Data(base64Encoded: unsafe Data(bytes), options: .ignoreUnknownCharacters),
            let text = String(validating: data, as: UTF8.self)
        {
            let end = buffer.count
            buffer.append(text)
            unsafe bytes = unsafe trimmed(buffer.bytes(from: end))
        }
        var scan = unsafe TextScan(UnsafeRawBufferPointer(bytes))
        if scan.hasControls {
            let mended = unsafe withoutC1(Array(bytes)[...])
            let end = buffer.count
            unsafe mended.withUnsafeBufferPointer { unsafe buffer.append($0) }
            unsafe bytes = unsafe buffer.bytes(from: end)
            scan = unsafe TextScan(UnsafeRawBufferPointer(bytes))
        }
        unsafe self.bytes = unsafe bytes
        self.form = form == .base64 ? .guess : form
        isUTF8 = scan.isUTF8
    }

    var isEmpty: Bool { unsafe bytes.isEmpty }

    /// As it stands: an id, a link. Text that was looked through already is not looked through again.
    var raw: String {
        isUTF8
            ? unsafe String(copying: UTF8Span(unchecked: bytes.span))
            : unsafe String(decoding: bytes, as: UTF8.self)
    }

    /// Without markup.
    var plain: String {
        form == .plain || !hasMarkup ? raw : unsafe plainLine(Array(bytes)[...])
    }

    /// As HTML.
    var html: String {
        guard form == .plain, hasMarkup else { return raw }
        return raw.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    }

    /// As a time.
    var date: Date? { unsafe writtenDate(bytes.span) }

    var hasMarkup: Bool {
        guard let start = unsafe bytes.baseAddress else { return false }
        return unsafe memchr(start, Int32(UInt8(ascii: "<")), bytes.count) != nil
            || memchr(start, Int32(UInt8(ascii: "&")), bytes.count) != nil
    }
}

private func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var (start, end) = (0, bytes.count)
    while start < end, unsafe bytes[start] <= 32 { start += 1 }
    while end > start, unsafe bytes[end - 1] <= 32 { end -= 1 }
    return unsafe UnsafeBufferPointer(rebasing: bytes[start..<end])
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
