/// Markup that stands inside a field as elements (Atom's xhtml, and RSS that escapes nothing), written
/// back into the field's text.
struct FieldMarkup {
    /// The elements that are open.
    private var names: [String] = []

    var depth: Int { names.count }

    mutating func open(_ name: String, _ attributes: FeedAttributes, in text: TextBuffer) {
        names.append(name)
        text.append(UInt8(ascii: "<"))
        text.append(name)
        for index in 0..<attributes.count {
            let value = attributes.value(at: index)
                .replacing("&", with: "&amp;").replacing("\"", with: "&quot;")
            text.append(" \(attributes.name(at: index))=\"\(value)\"")
        }
        text.append(UInt8(ascii: ">"))
    }

    mutating func close(in text: TextBuffer) {
        guard let name = names.popLast(), !Self.voids.contains(name) else { return }
        text.append("</\(name)>")
    }

    private static let voids: Set<String> = ["br", "img", "hr", "wbr", "input"]

    /// Text between elements: what the parser read as a mark is written as one.
    func append(_ bytes: UnsafeBufferPointer<UInt8>, to text: TextBuffer) {
        for index in bytes.indices {
            let byte = unsafe bytes[index]
            switch byte {
            case UInt8(ascii: "<"): text.append("&lt;")
            case UInt8(ascii: "&"): text.append("&amp;")
            default: text.append(byte)
            }
        }
    }
}
