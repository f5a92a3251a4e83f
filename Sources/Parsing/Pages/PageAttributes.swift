import CXML2

/// The attributes of an element by which it is hidden or named.
@safe struct PageAttributes {
    private(set) var marks: PageMarks = []
    private(set) var isHidden = false

    init(_ node: xmlNodePtr, _ looks: inout PageLooks) {
        var (classes, id, role, property): (String?, String?, String?, String?)
        var next = unsafe node.pointee.properties
        while let attribute = unsafe next {
            unsafe next = unsafe attribute.pointee.next
            guard let rawName = unsafe attribute.pointee.name else { continue }
            switch unsafe Self.names[PackedName(rawName)] {
            case .classes: classes = unsafe Self.value(attribute)
            case .id: id = unsafe Self.value(attribute)
            case .role: role = unsafe Self.value(attribute)
            case .property: property = unsafe Self.value(attribute)
            case .hidden: isHidden = true
            case .hiddenFromReaders:
                if unsafe Self.value(attribute) == "true" { isHidden = true }
            case .style:
                if let style = unsafe Self.value(attribute), looks.hides(style) { isHidden = true }
            case nil: break
            }
        }
        guard !isHidden, classes != nil || id != nil || role != nil || property != nil else {
            return
        }
        marks = PageMarks(
            looks.marks(of: classes ?? "").union(looks.marks(of: id ?? "")), role: role,
            property: property)
    }

    private enum Name {
        case classes, id, role, property, hidden, hiddenFromReaders, style
    }

    private static let names: [PackedName: Name] = [
        PackedName("class"): .classes, PackedName("id"): .id, PackedName("role"): .role,
        PackedName("itemprop"): .property, PackedName("hidden"): .hidden,
        PackedName("aria-hidden"): .hiddenFromReaders, PackedName("style"): .style,
    ]

    private static func value(_ attribute: xmlAttrPtr) -> String? {
        guard let child = unsafe attribute.pointee.children,
            let content = unsafe child.pointee.content
        else { return nil }
        return unsafe String(cString: content)
    }
}

/// What classes, ids and styles say; a page has few of them and many elements.
struct PageLooks {
    private var marks: [String: PageMarks] = [:]
    private var hidden: [String: Bool] = [:]

    mutating func marks(of names: String) -> PageMarks {
        if names.isEmpty { return [] }
        if let known = marks[names] { return known }
        let found = PageMarks(names: names)
        marks[names] = found
        return found
    }

    /// Whether a reader would not see the element: text may be hidden there for machines.
    mutating func hides(_ style: String) -> Bool {
        if let known = hidden[style] { return known }
        // Without white space, in lower case; what ends a declaration ends the text too.
        var plain = style.utf8.filter { $0 > 32 }.map { $0 >= 65 && $0 <= 90 ? $0 | 32 : $0 }
        plain.append(UInt8(ascii: ";"))
        let hides = Self.hiding.contains { contains(plain, $0) }
        hidden[style] = hides
        return hides
    }

    private func contains(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
        guard bytes.count >= part.count else { return false }
        return (0...(bytes.count - part.count)).contains { start in
            bytes[start] == part[0] && bytes[start..<(start + part.count)].elementsEqual(part)
        }
    }

    private static let hiding = [
        "display:none", "visibility:hidden", "font-size:0;", "font-size:0p", "text-indent:-",
        "left:-9", "top:-9", ";height:0;", ";width:0;", "clip:rect(0", "color:transparent",
        "color:#fff;background:#fff", "color:white;background:white", "opacity:0;",
    ].map { Array($0.utf8) }
}
