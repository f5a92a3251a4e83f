/// Names, scripts, the words of other regions, and words that want caution.
func wordFlaws(_ text: [Unicode.Scalar]) -> [Flaw] {
    var flaws: [Flaw] = []
    let traditional = text.indices.filter { simplifiedCharacters[text[$0]] != nil }
    if let first = traditional.first {
        let shown = String(traditional.prefix(5).map { text[$0] })
        flaws.append(Flaw(.traditional, at: first, "Traditional characters \(shown)"))
    }
    let quoted = text.quoted
    if let index = text.indices.first(where: { index in
        !quoted[index] && (text[index].isKana || text[index].isHangul)
    }) {
        flaws.append(Flaw(.script, at: index, "Japanese or Korean letters stand in the text"))
    }
    for (offset, word) in regionalWords.matches(in: text) {
        // A word with itself behind it only looks like one of them: 软体动物.
        guard let right = regional[word], right != word else { continue }
        flaws.append(Flaw(.regional, at: offset, "\(word) is said elsewhere; write \(right)"))
    }
    for (offset, name) in latinWords(text) {
        if let right = names[name.lowercased()], right != name {
            flaws.append(Flaw(.nameCase, at: offset, "\(name) is written \(right)"))
        }
    }
    for index in text.indices.dropFirst()
    where "•・‧･∙".unicodeScalars.contains(text[index]) && text[index - 1].isHan
        && text.at(index + 1)?.isHan == true
    {
        flaws.append(Flaw(.nameDot, at: index, "the parts of a name are joined by ·"))
    }
    return flaws + cautionFlaws(text, quoted)
}

let regional = Dictionary(
    wordPairs(PackageResources.Regional_txt).map { ($0.wrong, $0.right) },
    uniquingKeysWith: { first, _ in first })
let regionalWords = WordList(Array(regional.keys))

/// Names by their lower-case form.
let names = Dictionary(
    wordPairs(PackageResources.Names_txt).map { ($0.right.lowercased(), $0.right) },
    uniquingKeysWith: { first, _ in first })

/// Runs of Latin letters with the signs that names hold.
func latinWords(_ text: [Unicode.Scalar]) -> [(offset: Int, word: String)] {
    var words: [(offset: Int, word: String)] = []
    var index = 0
    while index < text.count {
        guard text[index].isNarrow else {
            index += 1
            continue
        }
        var end = index
        while let here = text.at(end),
            here.isNarrow
                || "-._".unicodeScalars.contains(here) && text.at(end + 1)?.isNarrow == true
        {
            end += 1
        }
        words.append((index, String(text[index..<end])))
        index = end
    }
    return words
}

private let superlatives = WordList([
    "世界第一", "全球第一", "全国第一", "史上最", "最先进", "最著名", "最佳", "国家级", "顶级", "独一无二", "首屈一指",
])
private let territory = WordList([
    "台湾总统", "台湾国", "中台关系", "中港", "香港国", "西藏国", "台湾政府", "台湾外交部", "台湾国防部",
])
private let cures = WordList(["包治", "根治", "药到病除", "治愈率 100%", "百分之百治愈", "永不复发", "神药", "特效药"])
private let insults = WordList(["傻逼", "操你", "妈的", "屌丝", "装逼", "草泥马", "脑残", "婊子", "贱人", "支那"])

private func cautionFlaws(_ text: [Unicode.Scalar], _ quoted: [Bool]) -> [Flaw] {
    var flaws: [Flaw] = []
    func find(_ words: WordList, _ rule: FormRule, _ reason: String) {
        for (offset, word) in words.matches(in: text) where !quoted[offset] {
            flaws.append(Flaw(rule, at: offset, "\(word): \(reason)"))
        }
    }
    find(superlatives, .superlative, "a superlative needs a measure and somebody who says so")
    find(territory, .territory, "the wording of territories is fixed")
    find(cures, .cure, "no medicine is promised to cure")
    find(insults, .insult, "an insult")
    for number in digitRuns(text) {
        let isTelephone =
            number.count == 11 && text[number.lowerBound] == "1"
            && "3456789".unicodeScalars.contains(text[number.lowerBound + 1])
        if isTelephone || number.count == 18 {
            flaws.append(
                Flaw(.personalData, at: number.lowerBound, "a telephone or identity number"))
        }
    }
    return flaws
}

private func digitRuns(_ text: [Unicode.Scalar]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start: Int?
    for index in 0...text.count {
        if text.at(index)?.isDigit == true {
            start = start ?? index
        } else if let first = start {
            runs.append(first..<index)
            start = nil
        }
    }
    return runs
}
