/// The consonants of a name, alike for the Latin original and its transcription by Han characters:
/// Halden and 哈尔登 are both `ltn`. What Chinese does not tell apart falls together.
struct Sound: Sendable, Hashable {
    let consonants: [UInt8]

    /// Of a Latin word in lower case, accents dropped, as a `Passage` has it.
    init(latin word: some Sequence<UInt32>) {
        var letters: [UInt8] = []
        for value in word {
            if let letter = UInt8(exactly: value) { letters.append(letter) }
        }
        self.init(Self.spelt(letters, Self.spellings))
    }

    /// Of Han characters that transcribe names; nil where one of them has no known sound.
    init?(han characters: some Sequence<UInt32>) {
        var letters: [UInt8] = []
        for value in characters where value != 0xb7 {
            guard let syllable = Self.syllables[value] else { return nil }
            letters += Self.spelt(syllable, Self.pinyin)
        }
        self.init(letters)
    }

    private init(_ letters: [UInt8]) {
        var output: [UInt8] = []
        for letter in letters {
            let group = Self.groups[Int(letter & 0x7f)]
            if group != 0, output.last != group { output.append(group) }
        }
        consonants = output
    }

    /// How alike two names sound, from 0 to 1: what they share in order, of both.
    func likeness(to other: Sound) -> Double {
        let (ours, theirs) = (consonants, other.consonants)
        guard !ours.isEmpty, !theirs.isEmpty else { return 0 }
        var row = [Int](repeating: 0, count: theirs.count + 1)
        for letter in ours {
            var diagonal = 0
            for index in theirs.indices {
                let above = row[index + 1]
                row[index + 1] =
                    theirs[index] == letter ? diagonal + 1 : max(above, row[index])
                diagonal = above
            }
        }
        return Double(2 * row[theirs.count]) / Double(ours.count + theirs.count)
    }

    private static func spelt(_ letters: [UInt8], _ rules: [(from: [UInt8], to: [UInt8])])
        -> [UInt8]
    {
        var output: [UInt8] = []
        var index = 0
        while index < letters.count {
            let rest = letters[index...]
            if let rule = rules.first(where: { rest.starts(with: $0.from) }) {
                output += rule.to
                index += rule.from.count
            } else {
                output.append(letters[index])
                index += 1
            }
        }
        return output
    }

    private static func rules(_ text: String) -> [(from: [UInt8], to: [UInt8])] {
        text.split(separator: " ").map { pair in
            let sides = pair.split(separator: "=")
            return (Array(sides[0].utf8), sides.count > 1 ? Array(sides[1].utf8) : [])
        }
    }

    private static let spellings = rules(
        "sch=s tch=j ch=j sh=s ge=je gi=ji ph=f th=t ck=k ce=se ci=si x=ks qu=k c=k gh=g kh=h rh=r q=k"
    )
    private static let pinyin = rules("zh=j ch=j sh=s ng=n q=j x=s c=s z=s hu=h er=l")

    /// Letters that transcription does not tell apart, by the first of them; h and vowels are none.
    private static let groups: [UInt8] = {
        var groups = [UInt8](repeating: 0, count: 128)
        for line in ["bp", "dt", "gk", "j", "lr", "m", "n", "sz", "fvw"] {
            for letter in line.utf8 { groups[Int(letter)] = line.utf8.first ?? 0 }
        }
        return groups
    }()

    /// The syllable of each transcribing character without its tone.
    private static let syllables: [UInt32: [UInt8]] = spoken.split(whereSeparator: \.isNewline)
        .flatMap { $0.split(separator: " ") }.reduce(into: [:]) { table, word in
            let syllable = word.utf8.prefix { $0 < 0x80 }
            for scalar in word.unicodeScalars where scalar.value > 0x80 {
                table[scalar.value] = Array(syllable)
            }
        }
}

/// Pinyin by the characters that are so spoken.
private let spoken = """
    a阿 ai埃艾爱 an安 ao奥 ba巴 bai拜 ban班 bang邦 bao鲍保
    bei贝 ben本 bi彼比 bin宾 bo波伯勃 bu布 cha查 ci茨 da达妲
    dai黛戴 dan丹 de德 deng登 di蒂迪 ding丁 dong东 du杜 dun顿
    duo朵多 e厄 en恩 er尔 fa法 fan凡 fei菲费 fen芬 feng冯
    fu弗佛夫福 gai盖 gao高 ge戈格 gen根 gu古 gua瓜 ha哈 han汉翰
    hao豪 he赫 heng亨 hu胡 hua华 hui惠 huo霍 ji基吉 jia迦加贾
    jie杰 jin金 ka卡喀咖 kai凯 kan坎 kang康 kao考 ke柯科克 ken肯
    ku库 kua夸 kui奎 la拉 lai莱赖 lan兰 lang朗 lao劳 lei勒雷蕾
    li里莉丽李黎 lie列 lin林琳 long龙 lu卢鲁露吕 lun伦 luo罗洛 ma马玛 mai迈麦
    man曼 mei梅 men门 meng蒙 mi米密弥 min敏 mo莫默 mu姆穆木 na纳娜
    nei内 ni尼妮 nie涅 ning宁 niu纽 nong侬 nuo诺 ou欧 pa帕
    pan潘 pei佩 peng彭 pi皮 po珀 pu普 qi齐奇契 qia恰 qian茜
    qiao乔 qie切 qiong琼 rang让 re热 ru茹 rui瑞 ruo若 sa萨
    sai塞 sang桑 se瑟 sen森 sha沙莎 shang尚 she舍 shen申 sheng圣
    shi施史 shu舒 si斯丝 su苏 sun孙 suo索 ta塔 tai泰 tan坦
    tang汤唐 te特 teng滕 ti提缇 ting廷 tu图 tuo托 wa瓦 wan万
    wang旺 wei威韦维薇 wen文 wo沃 wu乌武伍 xi希锡西 xia夏 xiao肖 xie谢
    xin辛 xiu休 xun逊 ya雅亚娅 yang扬 ye耶叶 yi伊 ying英 you尤
    yue约 ze泽 zha扎 zhan詹 zhen珍 zhu朱 zi兹 zu祖 zuo佐
    """

/// Characters that transcribe as well, but more often mean something.
let alsoTranscribing = ScalarSet(alsoTranscribingCharacters)
private let alsoTranscribingCharacters: Set<UInt32> = Set(
    "爱安奥班本比豪加贾让热尚舍申文武西万瓜木英森顿金麦华古高多东丽李黎龙吕冯胡圣舒叶伍孙祖朱保里卑".unicodeScalars.map(\.value))
