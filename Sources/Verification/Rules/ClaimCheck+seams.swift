extension ClaimCheck {
    /// Whether what looks like a name is a part of other words.
    func isPart(_ item: Item) -> Bool {
        isSeam(item) || isOfDay(item) || isOfBody(item) || isDirection(item)
            || isOfTranscription(item)
    }

    /// 近海地震 holds no 海地: another word begins or ends inside of two characters. 中国企业 holds 国企
    /// and is none: a word follows the name.
    private func isSeam(_ item: Item) -> Bool {
        let (start, end) = (item.range.lowerBound, item.range.upperBound)
        guard item.range.count == 2 else { return false }
        let isCrossed = things.contains { thing in
            thing.range.lowerBound < start && (start + 1..<end).contains(thing.range.upperBound)
                || (start + 1..<end).contains(thing.range.lowerBound)
                    && thing.range.upperBound > end
        }
        return isCrossed
            && (end >= claim.passage.count
                || Things.lexicon.longest(in: claim.passage, at: end) == nil)
    }

    /// 28 日经由 names no 日经.
    private func isOfDay(_ item: Item) -> Bool {
        let start = item.range.lowerBound
        let before = claim.text(max(0, start - 2)..<start).filter { $0 != " " }
        return claim.text(item.range).hasPrefix("日") && before.last?.isNumber == true
    }

    /// 荷兰皇家航空, 中国台湾
    private func isOfBody(_ item: Item) -> Bool {
        let (start, end) = (item.range.lowerBound, item.range.upperBound)
        let behind = claim.text(end..<end + 2)
        // 环西班牙赛
        if start > 0, claim.text(start - 1..<start) == "环" { return true }
        // 美国银行牌照
        if claim.text(item.range).hasSuffix("银行"),
            ["牌照", "业务", "系统", "监管", "存款", "体系"].contains(behind)
        {
            return true
        }
        return Self.bodies.contains(behind)
            || claim.text(item.range) == "中国" && ["台湾", "香港", "澳门"].contains(behind)
    }

    private static let bodies: Set<String> = [
        "皇家", "航空", "银行", "电信", "石油", "铁路", "国立", "大学", "电力", "刑警", "议会", "央行", "法院", "委员",
    ]

    /// 西北约 111 公里 holds no 北约.
    private func isDirection(_ item: Item) -> Bool {
        let start = item.range.lowerBound
        return claim.text(item.range) == "北约" && start > 0
            && ["东", "西"].contains(claim.text(start - 1..<start))
    }

    /// 约翰逊 within a longer transcription is part of another name, and 德州 of 格兰德州.
    private func isOfTranscription(_ item: Item) -> Bool {
        let (before, after) = (item.range.lowerBound - 1, item.range.upperBound)
        let scalars = claim.passage.scalars
        let isLater =
            before >= 0 && (scalars[before] == 0xb7 || transcribing.contains(scalars[before]))
        if claim.text(item.range).hasSuffix("州") { return isLater }
        // 亚辛·布什塔
        if before >= 0, scalars[before] == 0xb7, item.range.count == 2, after < scalars.count,
            transcribing.contains(scalars[after])
        {
            return true
        }
        guard
            scalars[item.range].allSatisfy({
                transcribing.contains($0) || alsoTranscribing.contains($0)
            })
        else { return false }
        // 奥迪翁安, 巴林顿, 劳埃德-普赖斯
        return isLater || ["翁", "顿", "-"].contains(claim.text(after..<after + 1))
            || after < scalars.count
                && (scalars[after] == 0xb7 || transcribing.contains(scalars[after])
                    || alsoTranscribing.contains(scalars[after]) && item.range.count > 2)
    }
}
