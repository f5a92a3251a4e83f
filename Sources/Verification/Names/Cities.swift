/// The countries that a text tells of by naming their cities.
enum Cities {
    private static let lexicon = Lexicon(words: PackageResources.Cities_txt, nouns: [], cues: [])

    /// Their Chinese names.
    static func countries(in passage: Passage) -> Set<String> {
        var found: Set<String> = []
        var index = 0
        while index < passage.count {
            guard let (end, meanings) = lexicon.longest(in: passage, at: index) else {
                index += 1
                continue
            }
            for meaning in meanings where passage.isUpper(index) {
                found.formUnion(
                    lexicon.names[meaning.key].split(separator: "|").map(String.init))
            }
            index = end
        }
        return found
    }
}
