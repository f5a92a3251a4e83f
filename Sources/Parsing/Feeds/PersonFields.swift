import Foundation

/// A person as the formats name one: elements of Atom, `mail (Name)` of RSS 2.0, or a text.
struct PersonFields {
    var name: String?
    var email: String?

    /// How a reader would be told: the name, else the address.
    var spoken: String? { (name ?? "").isEmpty ? email : name }

    /// Takes a text that may hold an address and a name around it.
    mutating func take(_ text: String) {
        guard name == nil, email == nil, !text.isEmpty else { return }
        guard let at = text.utf8.firstIndex(of: UInt8(ascii: "@")) else {
            name = text
            return
        }
        let local = text[..<at].reversed().prefix { Self.isAddress($0) }.count
        let start = text.index(at, offsetBy: -local)
        let end = text[text.index(after: at)...].firstIndex { !Self.isAddress($0) } ?? text.endIndex
        guard local > 0, text[at..<end].contains(".") else {
            name = text
            return
        }
        email = String(text[start..<end])
        // Marks that stood around the address are left without it.
        var rest = text.replacingCharacters(in: start..<end, with: "")
        for empty in ["mailto:", "()", "<>", "&lt;&gt;", "[]"] {
            rest = rest.replacing(empty, with: "")
        }
        rest = trimmed(rest)
        if rest.hasPrefix("("), rest.hasSuffix(")") { rest = trimmed(rest.dropFirst().dropLast()) }
        name = rest.isEmpty ? nil : rest
    }

    private static func isAddress(_ character: Character) -> Bool {
        character.isASCII
            && (character.isLetter || character.isNumber || "._-+".contains(character))
    }
}
