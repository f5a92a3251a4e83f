package import Domain
import Editing

/// A sentence of a draft, or its title or a sentence of its TL;DR, with the evidence that was found
/// for it and what the rules say of it.
package struct Claim: Sendable, Equatable {
    package var place: Place
    /// Mended.
    package var text: String
    /// Verbatim spans of the sources. Those of a title are of the sentences that it sums up.
    package var evidence: [Evidence]
    /// A hard finding condemns it.
    package var isCondemned: Bool
    /// Rules that saw no proof and ask for a judge.
    package var cues: [String]

    package init(
        place: Place, text: String, evidence: [Evidence], isCondemned: Bool = false,
        cues: [String] = []
    ) {
        self.place = place
        self.text = text
        self.evidence = evidence
        self.isCondemned = isCondemned
        self.cues = cues
    }

    /// Says something that can be checked: a number, a share, a Latin name, a quote, a title of a
    /// work, a superlative, a comparison, or who said it. What the score counts.
    package var isCheckworthy: Bool {
        if text.unicodeScalars.contains(where: { $0.isDigit || $0.isLatin }) { return true }
        return Self.signs.contains(where: text.contains)
    }

    private static let signs = [
        "“", "《", "%", "最", "首", "唯一", "第一", "称", "表示", "宣布", "据", "说", "比", "高于", "低于", "超过", "不足",
        "百分", "两成", "三成", "一半", "翻番", "数百", "数千", "数十", "上万", "一", "二", "三", "四", "五", "六", "七",
        "八",
        "九", "十", "两",
    ]
}
