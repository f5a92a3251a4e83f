/// A name that two languages write differently, for telling whether a source speaks of it.
package struct Name: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable {
        case country, place, company, person, body, media
    }

    package var kind: Kind
    /// The Chinese names, the full one first.
    package var chinese: [String]
    /// The original and its other forms.
    package var aliases: [String]

    package init(kind: Kind, chinese: [String], aliases: [String]) {
        self.kind = kind
        self.chinese = chinese
        self.aliases = aliases
    }
}
