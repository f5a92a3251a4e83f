/// Words of several languages for one thing, from `Lexicon.txt`, which stands in the program itself:
/// an installed one has no bundle beside it.
struct Lexicon: Sendable {
    struct Concept: Sendable, Equatable {
        var name: String
        /// A place, a company, an organisation.
        var isName: Bool
        var isPlace: Bool
    }

    static let shared = Lexicon()

    private var latin: [String: Concept] = [:]
    private var other: [Unicode.Scalar: [(word: [Unicode.Scalar], concept: Concept)]] = [:]

    init() {
        let text = String(decoding: PackageResources.Lexicon_txt, as: UTF8.self)
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let parts = line.split(separator: "=", maxSplits: 1)
            guard parts.count == 2 else { continue }
            let isPlace = parts[0].first == "@"
            let name = parts[0].drop { $0 == "@" }
            let concept = Concept(
                name: String(name), isName: name.first?.isUppercase == true, isPlace: isPlace)
            for word in parts[1].split(separator: " ") {
                let scalars = Array(word.unicodeScalars)
                if let first = scalars.first, first.value >= 0x250 {
                    other[first, default: []].append((scalars, concept))
                } else {
                    latin[word.lowercased()] = concept
                }
            }
        }
    }

    /// By the word itself, or by a beginning of it of four letters or more.
    func concept(latin word: String) -> Concept? {
        if let concept = latin[word] { return concept }
        var stem = Substring(word)
        while stem.utf8.count > 4 {
            stem.removeLast()
            if let concept = latin[String(stem)] { return concept }
        }
        return nil
    }

    /// The concepts whose Han or Kana words stand in a text.
    func concepts(in text: [Unicode.Scalar]) -> [Concept] {
        var found: [Concept] = []
        for (index, scalar) in text.enumerated() where scalar.value >= 0x250 {
            for (word, concept) in other[scalar] ?? [] where index + word.count <= text.count {
                if text[index..<(index + word.count)].elementsEqual(word), !found.contains(concept)
                {
                    found.append(concept)
                }
            }
        }
        return found
    }
}
