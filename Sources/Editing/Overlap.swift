package import Domain

/// What a text shares with the sources that it may not take over word for word.
package struct Overlap: Sendable {
    private struct Origin: Sendable {
        var number: Int
        var isChinese: Bool
        var text: [Unicode.Scalar]
        var sentences: [(characters: [Unicode.Scalar], pairs: Set<Int>)]
        /// Of a text in Latin letters.
        var words: [Substring]
    }

    private let origins: [Origin]
    private let shares: Set<Int>

    /// - Parameter sources: only those that are not `isReusable` count.
    package init(_ sources: [Source]) {
        origins = sources.filter { !$0.isReusable }.map { source in
            let isChinese = source.text.hanShare > 0.5
            let sentences = source.text.unicodeScalars.split { "。！？\n".unicodeScalars.contains($0) }
            return Origin(
                number: source.number, isChinese: isChinese,
                text: Array(source.text.unicodeScalars),
                sentences: isChinese
                    ? sentences.map { (Array($0), grams(String($0), of: 2)) } : [],
                words: isChinese ? [] : Self.words(source.text))
        }
        shares = origins.filter(\.isChinese).reduce(into: []) {
            $0.formUnion(grams(String($1.text), of: 13))
        }
    }

    /// A run of more than 30 characters outside of quotes, or a sentence that is mostly one of
    /// theirs; a run of more than 12 words of a source in Latin letters.
    package func findings(in sentence: String, place: Place) -> [Finding] {
        let own = unquoted(sentence)
        for origin in origins where origin.isChinese {
            if longestRun(own, origin.text) > 30 {
                return [
                    FormRule.copiedRun.finding(
                        place,
                        "more than 30 characters on end are copied from source \(origin.number)")
                ]
            }
            if let share = likest(own, origin), share > 0.6 {
                return [
                    FormRule.copiedSentence.finding(
                        place,
                        "\(Int(share * 100))% of the sentence are one of source \(origin.number), "
                            + "in its order; at most 60%")
                ]
            }
        }
        let words = Self.words(sentence)
        for origin in origins where !origin.isChinese && words.count > 12 {
            if longestRun(words, origin.words) > 12 {
                return [
                    FormRule.copiedEnglish.finding(
                        place, "more than 12 words on end are copied from source \(origin.number)")
                ]
            }
        }
        return []
    }

    /// At most 8% of the article's runs of 13 characters are the sources'.
    package func findings(in article: String) -> [Finding] {
        let own = grams(article, of: 13)
        guard !own.isEmpty else { return [] }
        let shared = own.intersection(shares).count
        guard shared * 100 > own.count * 8 else { return [] }
        return [
            FormRule.copiedShare.finding(
                .article,
                "\(shared * 100 / own.count)% of the text is the sources' own words; at most 8%")
        ]
    }

    /// The share of the sentence that is a subsequence of the sentence that it is most like.
    private func likest(_ own: [Unicode.Scalar], _ origin: Origin) -> Double? {
        guard own.count >= 15 else { return nil }
        let pairs = grams(String(own), of: 2)
        return origin.sentences.lazy.filter { sentence in
            // A subsequence of 60% without a third of the pairs in common does not happen.
            sentence.pairs.intersection(pairs).count * 3 >= pairs.count
        }.map { Double(commonSubsequence(own, $0.characters)) / Double(own.count) }.max()
    }

    private func unquoted(_ text: String) -> [Unicode.Scalar] {
        let characters = Array(text.unicodeScalars)
        let quoted = characters.quoted
        return characters.indices.filter { !quoted[$0] }.map { characters[$0] }
    }

    private static func words(_ text: String) -> [Substring] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.filter {
            $0.unicodeScalars.first?.isHan == false
        }
    }
}

private func longestRun<Item: Equatable>(_ a: [Item], _ b: [Item]) -> Int {
    var best = 0
    var runs = [Int](repeating: 0, count: b.count + 1)
    for item in a {
        var diagonal = 0
        for index in b.indices {
            let above = runs[index + 1]
            runs[index + 1] = b[index] == item ? diagonal + 1 : 0
            best = max(best, runs[index + 1])
            diagonal = above
        }
    }
    return best
}

private func commonSubsequence(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var row = [Int](repeating: 0, count: b.count + 1)
    for item in a {
        var diagonal = 0
        for index in b.indices {
            let above = row[index + 1]
            row[index + 1] = b[index] == item ? diagonal + 1 : max(above, row[index])
            diagonal = above
        }
    }
    return row[b.count]
}
