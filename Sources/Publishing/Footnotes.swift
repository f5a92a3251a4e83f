import Domain

/// Labels in the order of first use, one for each URL.
struct Footnotes {
    /// By label from 1.
    private(set) var sources: [Source] = []
    private var labels: [String: Int] = [:]
    private let byNumber: [Int: Source]

    init(_ sources: [Source]) {
        byNumber = Dictionary(uniqueKeysWithValues: sources.map { ($0.number, $0) })
    }

    /// The sentence with the markers of its evidence: before its final punctuation without a space,
    /// behind it where a digit precedes, since 65[^2] reads as a power.
    mutating func marked(_ sentence: ProvenDraft.Sentence) -> String {
        let markers = cite(sentence.evidence).map { "[^\($0)]" }.joined()
        let text = sentence.text
        let closing = text.reversed().prefix { Self.final.contains($0) }.count
        let body = text.dropLast(closing)
        let end = text.suffix(closing)
        if end.isEmpty || body.last?.isNumber == true || body.last == "%" {
            return escaped(text) + markers
        }
        // A closing bracket or quotation mark belongs to the sentence: 。” stays together.
        return escaped(String(body)) + markers + escaped(String(end))
    }

    private static let final: Set<Character> = ["。", "！", "？", "；", "…", "”", "’", "）", "」", "』"]

    private mutating func cite(_ evidence: [Evidence]) -> [Int] {
        var cited: [Int] = []
        for item in evidence {
            guard let source = byNumber[item.source] else { continue }
            let label = labels[source.url] ?? sources.count + 1
            if labels[source.url] == nil {
                labels[source.url] = label
                sources.append(source)
            }
            if !cited.contains(label) { cited.append(label) }
        }
        return cited.sorted()
    }
}
