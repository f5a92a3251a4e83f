import Domain

extension ClaimCheck {
    /// Every known name of the sentence is one of a cited source, in whatever language.
    mutating func checkNames() {
        for (index, item) in claim.items.enumerated() {
            let keys = item.meanings.filter { $0.kind == .name }.map(\.key)
            guard let first = keys.first, let kind = lexicon.kinds[first] else { continue }
            let words = claim.text(item.range)
            guard !isPart(item), !isExplained(index),
                // 能源部门 is no ministry.
                !(words.hasSuffix("部")
                    && claim.text(item.range.upperBound..<item.range.upperBound + 1) == "门")
            else { continue }
            let sources = grounds.cited + grounds.others
            if sources.contains(where: { !$0.names.isDisjoint(with: keys) || $0.holds(words) }) {
                continue
            }
            switch kind {
            case .person, .company, .body, .media:
                // 内政部长 and 能源部首席秘书 name an office.
                let behind = claim.text(item.range.upperBound..<item.range.upperBound + 2)
                let isOffice =
                    behind.hasPrefix("长")
                    || words.hasSuffix("部") && ["首席", "常务", "国务"].contains(behind)
                // Parliament, where it is that of Europe
                let isShort =
                    Self.shortened[words].map { short in
                        grounds.cited.contains { $0.holds(short) }
                    } ?? false
                find(
                    "name.absent", isOffice || isShort ? .soft : .hard,
                    "no source of the sentence names \"\(words)\"")
            case .country, .place:
                // A place may be implied; one in the stead of another is not.
                let other = replaced(by: kind)
                guard other != nil && words == "中国" || !isHome(words) else { continue }
                // What a region is called need not stand there: 北极海缆.
                let isRegion = Self.regions.contains(words)
                find(
                    "name.place", other == nil || isRegion ? .soft : .hard,
                    "no source of the sentence names \"\(words)\""
                        + (other.map { "; it names \"\($0)\"" } ?? ""))
            }
        }
    }

    /// What the longer names of bodies are called where a text has named them once.
    private static let shortened = [
        "欧洲议会": "parliament", "欧盟委员会": "commission", "欧委会": "commission", "欧洲理事会": "council",
        "欧盟理事会": "council", "英国央行": "bank", "英格兰银行": "bank", "美国参议院": "senate", "美国众议院": "house",
        "联合国大会": "assembly", "联合国安理会": "council", "美国最高法院": "court",
    ]
    private static let regions: Set<String> = ["北极", "南极"]

    /// A German text need not say that it speaks of Germany.
    private func isHome(_ words: String) -> Bool {
        let reading = grounds.near
        switch words {
        case "德国" where Lexer(reading.passage, lexicon: lexicon).hasDecimalComma: return true
        case "中国", "我国": return reading.isChinese
        case "日本" where reading.passage.scalars.contains { (0x3041...0x30ff).contains($0) }:
            return true
        default: break
        }
        if grounds.cited.contains(where: { $0.countries.contains(words) }) { return true }
        // What costs pounds is told of Britain.
        guard let money = Self.moneys[words].map(lexicon.key) else { return false }
        return reading.quantities.contains { quantity in
            quantity.units.contains { $0.measure == .money(money) }
        }
    }

    private static let moneys = [
        "英国": "GBP", "日本": "JPY", "韩国": "KRW", "印度": "INR", "俄罗斯": "RUB", "瑞士": "CHF", "瑞典": "SEK",
        "挪威": "NOK",
        "丹麦": "DKK", "巴西": "BRL", "泰国": "THB", "越南": "VND", "印度尼西亚": "IDR", "印尼": "IDR",
        "马来西亚": "MYR", "土耳其": "TRY", "波兰": "PLN", "南非": "ZAR", "以色列": "ILS", "尼日利亚": "NGN",
        "肯尼亚": "KES", "加拿大": "CAD", "澳大利亚": "AUD", "新西兰": "NZD", "新加坡": "SGD", "捷克": "CZK",
        "匈牙利": "HUF", "冰岛": "ISK",
    ]

    /// A place of the evidence that the sentence does not name.
    private func replaced(by kind: Name.Kind) -> String? {
        let own = claim.keys(.name)
        let item = grounds.span.items.first { item in
            // Italy is in Europe.
            !grounds.span.text(item.range).lowercased().hasPrefix("eu")
                && item.meanings.contains { $0.kind == .name && lexicon.kinds[$0.key] == kind }
                && own.isDisjoint(with: item.meanings.map(\.key))
        }
        return item.map { grounds.span.text($0.range) }
    }

    /// 中文名（Original）: the original is what is looked for.
    private func isExplained(_ index: Int) -> Bool {
        var end = claim.items[index].range.upperBound
        let scalars = claim.passage.scalars
        while end < scalars.count, scalars[end] == 0xb7 || transcribing.contains(scalars[end]) {
            end += 1
        }
        return end + 1 < scalars.count && scalars[end] == 0x28 && Passage.isLatin(scalars[end + 1])
    }

    /// Every Latin word of the sentence stands in a source that the article cites.
    mutating func checkLatin() {
        for item in claim.items {
            switch item.kind {
            case .latin, .code: break
            case .word where isForeignWord(item): break
            default: continue
            }
            // Tern Air8 月: the digits are those of a date.
            let isDate = ["月", "日", "年"].contains(
                claim.text(item.range.upperBound..<item.range.upperBound + 2)
                    .filter { $0 != " " }.prefix(1))
            let whole = claim.text(item.range)
            let words =
                isDate && whole.contains(where: \.isLetter)
                ? String(whole.prefix { !$0.isNumber }) : whole
            // C 轮 is a word of a Chinese source.
            if words.contains(where: { !$0.isASCII }),
                grounds.cited.contains(where: { $0.holds(words) })
            {
                continue
            }
            if case .code = item.kind {
                if !isWritten(words) {
                    find(
                        "name.latin", .hard,
                        "\"\(words)\" stands in no source of the sentence; write it as the source does"
                    )
                }
                continue
            }
            // St. Brannoc's is not Brannoc'n.
            let isPossessive = words.lowercased().hasSuffix("'s") || !words.contains("'")
            let parts =
                !isPossessive && !isWritten(words)
                ? [words.lowercased()]
                : words.lowercased().split { !$0.isASCII || !$0.isLetter && !$0.isNumber }
                    .map(String.init)
            for part in parts where !isKnown(part) && !isAbbreviation(part, words) {
                find(
                    "name.latin", .hard,
                    "\"\(words)\" stands in no source of the sentence; write it as the source does")
                break
            }
        }
    }

    /// A Latin word that is in the lexicon and neither a name, which is checked as such, nor a unit.
    private func isForeignWord(_ item: Item) -> Bool {
        claim.passage.isLatin(item.range.lowerBound)
            && item.meanings.allSatisfy {
                ![.name, .unit, .money, .sign, .scale, .period].contains($0.kind)
            }
    }

    /// A code stands in a source letter by letter and digit by digit, however it is spaced.
    private func isWritten(_ code: String) -> Bool {
        let letters = code.lowercased().filter { $0.isLetter || $0.isNumber }
        return allowedLatin.contains(letters)
            || (grounds.cited + grounds.others).contains { $0.squeezed.holds(letters) }
    }

    /// CMA for the Competition and Markets Authority, LNG for 液化天然气.
    private func isAbbreviation(_ word: String, _ written: String) -> Bool {
        guard (3...6).contains(word.count), written.allSatisfy({ !$0.isLowercase }) else {
            return false
        }
        let concepts = Things.concepts(in: Passage(word))
        return (grounds.cited + grounds.others).contains { source in
            !source.things.isDisjoint(with: concepts) || source.initials.holds(word)
        }
    }

    private func isKnown(_ word: String) -> Bool {
        if word.count == 1 && word.first?.isNumber == false || allowedLatin.contains(word) {
            return true
        }
        return (grounds.cited + grounds.others).contains { source in
            source.words.contains(word) || source.words.contains(word + "s")
                || (word.hasSuffix("s") && source.words.contains(String(word.dropLast())))

        }
    }

}

/// Han characters that transcribe foreign names more often than they mean anything.
let transcribing = ScalarSet(transcribingCharacters)
let transcribingCharacters: Set<UInt32> = Set(
    """
    阿埃艾奥巴邦鲍贝彼宾波伯勃布查达丹德登蒂丁厄恩尔法凡菲费芬弗佛夫福戈格根哈汉赫亨霍基吉杰卡凯坎康考柯科克肯库奎昆\
    夸拉莱兰朗劳勒雷里莉列林卢鲁伦罗洛马玛迈曼梅门蒙米密敏莫默姆穆纳娜内尼涅宁纽诺欧帕潘佩彭皮珀普齐奇契恰乔切琼瑞若萨塞桑沙\
    施史斯丝苏索塔泰坦汤唐特滕提廷图托瓦旺威韦维沃乌希锡夏肖谢辛休雅亚扬耶伊尤约扎泽詹珍茨兹佐迪娅妮蕾茜薇黛缇喀咖迦\
    贝拜弥杜朵戴盖惠琳露茹瑟逊莎翰侬妲赖
    """.unicodeScalars.map(\.value))

/// Latin words that Chinese prose uses as its own.
let allowedLatin: Set<String> = [
    "ai", "api", "app", "gdp", "cpi", "ppi", "pmi", "ipo", "ceo", "cfo", "cto", "coo", "gpu", "cpu",
    "it", "pc", "tv", "wifi", "wi", "fi", "usb", "dna", "rna", "mrna", "pcr", "ct", "mri", "ktv",
    "mba",
    "phd", "vip", "diy", "led", "lcd", "oled", "sim", "gps", "vr", "ar", "xr", "iot", "saas", "b2b",
    "b2c",
    "pdf", "ppt", "url", "html", "http", "https", "token", "tokens", "nft", "etf", "esg", "m2",
    "cad",
    "ok", "vs", "no", "id", "ip", "km", "kg", "cm", "mm", "gb", "tb", "mb", "kwh", "gwh", "twh",
    "mw",
    "gw", "pm2", "co2", "nba", "wto", "who", "un", "eu", "us", "uk", "usa", "nasa", "ufo", "hiv",
    "aids",
    "covid", "19", "suv", "mpv", "ev", "5g", "4g", "6g", "3d", "2d", "d", "a", "s", "st", "q1",
    "q2",
    "q3", "q4", "h1", "h2", "bug", "logo", "blog", "email", "e", "cd", "dvd", "kol", "hr", "pr",
    "ui",
    "ux", "ota", "p50", "p90", "p95", "p99", "demo", "agent", "ipad", "iphone", "ios", "android",
    "windows", "linux",
]
