/// The things and doings that news speaks of, by their words in Chinese and English: what a stretch of
/// one text has in common with a stretch of another.
enum Things {
    /// A word of `Things.txt` where it stands.
    struct Mention: Sendable {
        var key: Lexicon.Key
        var range: Range<Int>
        /// Its Chinese words translate nothing but its English words.
        var isExact: Bool
    }

    static let lexicon = Lexicon(words: PackageResources.Things_txt, nouns: [], cues: [])

    static func mentions(in passage: Passage) -> [Mention] {
        var mentions: [Mention] = []
        var index = 0
        while index < passage.count {
            guard let (end, meanings) = lexicon.longest(in: passage, at: index) else {
                index += 1
                continue
            }
            for meaning in meanings {
                mentions.append(
                    Mention(
                        key: first + meaning.key, range: index..<end,
                        isExact: meaning.kind == .exact))
            }
            index = end
        }
        return mentions
    }

    /// Every concept that a text may speak of, in words that hold others as well: a reserve bank is a bank.
    static func concepts(in passage: Passage) -> Set<Lexicon.Key> {
        var keys: Set<Lexicon.Key> = []
        for index in 0..<passage.count {
            lexicon.visit(in: passage, at: index) { _, meanings in
                for meaning in meanings { keys.insert(first + meaning.key) }
            }
        }
        return keys
    }

    /// Keys lie between those of the other words and those of figures and names.
    private static let first = 1 << 20
}
