/// The paragraphs of an element that a reader sees, in order.
struct TextBlocks {
    struct Block {
        var text: String
        /// Characters of the text that stand in links.
        var linked: Int
        /// The elements around it, outermost first.
        var path: [HTMLElement]
        var isHeading: Bool
    }

    private(set) var blocks: [Block] = []
    private var text = ""
    private var linked = 0
    private var path: [HTMLElement] = []
    private let keepsFurniture: Bool

    init(of root: HTMLElement, keepsFurniture: Bool = true) {
        self.keepsFurniture = keepsFurniture
        visit(root, isLink: false)
        finish()
    }

    private static let inline: Set<String> = [
        "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i",
        "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup",
        "time", "tt", "u", "var", "ruby", "rt", "rb", "wbr", "img",
    ]

    private mutating func visit(_ element: HTMLElement, isLink: Bool) {
        let name = element.name
        guard !Visibility.silent.contains(name), !Visibility.isHidden(element),
            keepsFurniture || !Visibility.isFurniture(element)
        else { return }
        if name == "br" || name == "hr" { return finish() }
        let isBlock = !Self.inline.contains(name)
        if isBlock {
            finish()
            path.append(element)
        }
        for child in element.children {
            switch child {
            case .text(let piece):
                text += piece
                if isLink || name == "a" { linked += piece.count }
            case .element(let inner): visit(inner, isLink: isLink || name == "a")
            }
        }
        if isBlock {
            finish()
            path.removeLast()
        }
    }

    private mutating func finish() {
        let paragraph = cleanParagraph(text)
        if !paragraph.isEmpty {
            let name = path.last?.name ?? ""
            let isHeading = name.count == 2 && name.hasPrefix("h") && name != "hr"
            blocks.append(
                Block(text: paragraph, linked: linked, path: path, isHeading: isHeading))
        }
        (text, linked) = ("", 0)
    }
}
