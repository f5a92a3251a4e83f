import Foundation

/// The consonants of a name, alike for the Latin original and its transcription by Han characters:
/// Halden and 哈尔登 are both `hltn`. What Chinese does not tell apart falls together. Nil for a
/// name with fewer than three, which would match by chance.
func consonants(ofLatin word: String) -> String? {
    let plain = word.folding(options: .diacriticInsensitive, locale: nil).lowercased()
    var letters = Array(plain.utf8)
    for (pattern, replacement) in spellings { letters = replaced(letters, pattern, replacement) }
    return skeleton(letters, keepsFirst: true)
}

/// Of the syllables of Han characters that are used to transcribe names.
func consonants(ofPinyin syllables: ArraySlice<String>) -> String? {
    var letters: [UInt8] = []
    for syllable in syllables {
        var bytes = syllable == "er" ? Array("l".utf8) : Array(syllable.utf8)
        for (pattern, replacement) in pinyin { bytes = replaced(bytes, pattern, replacement) }
        letters += bytes
    }
    return skeleton(letters, keepsFirst: true)
}

private func skeleton(_ letters: [UInt8], keepsFirst: Bool) -> String? {
    var output: [UInt8] = []
    for (index, letter) in letters.enumerated() {
        guard let group = groups[letter] else { continue }
        if letter == UInt8(ascii: "h"), index > 0 { continue }
        if output.last != group { output.append(group) }
    }
    return output.count >= 3 ? String(decoding: output, as: UTF8.self) : nil
}

private func replaced(_ bytes: [UInt8], _ pattern: [UInt8], _ replacement: [UInt8]) -> [UInt8] {
    guard bytes.count >= pattern.count else { return bytes }
    var output: [UInt8] = []
    var index = 0
    while index < bytes.count {
        if bytes[index...].starts(with: pattern) {
            output += replacement
            index += pattern.count
        } else {
            output.append(bytes[index])
            index += 1
        }
    }
    return output
}

private func rules(_ pairs: [(String, String)]) -> [([UInt8], [UInt8])] {
    pairs.map { (Array($0.0.utf8), Array($0.1.utf8)) }
}

private let spellings = rules([
    ("sch", "j"), ("tch", "j"), ("ch", "j"), ("sh", "j"), ("ph", "f"), ("th", "t"), ("ck", "k"),
    ("ce", "se"), ("ci", "si"), ("x", "ks"), ("qu", "k"), ("c", "k"),
    ("w", "w"), ("v", "w"),
])
private let pinyin = rules([
    ("zh", "j"), ("ch", "j"), ("sh", "j"), ("ng", "n"), ("q", "j"), ("x", "j"), ("c", "s"),
    ("z", "s"),
])

/// Letters that transcription does not tell apart, by the one that stands for them.
private let groups: [UInt8: UInt8] = {
    var groups: [UInt8: UInt8] = [:]
    for line in ["bp", "dt", "gk", "h", "j", "lr", "m", "n", "sz", "fw"] {
        for letter in line.utf8 { groups[letter] = line.utf8.first }
    }
    return groups
}()

/// Han characters that transcribe names more often than they mean anything.
let transcribing: Set<Unicode.Scalar> = Set(
    """
    阿埃艾爱奥安巴班邦鲍贝本比彼宾波伯勃布查达丹德登蒂丁多厄恩尔法凡菲费芬弗佛夫福戈格根哈汉豪赫亨霍基吉加贾杰卡凯坎康考柯科克肯库奎\
    夸拉莱兰朗劳勒雷里利列林卢鲁伦罗洛马玛迈曼梅门蒙米密敏莫默姆穆纳娜内尼涅宁纽诺欧帕潘佩彭皮珀普齐奇契恰乔切琼让热瑞若萨塞桑沙尚舍申\
    施史斯丝苏索塔泰坦汤唐特滕提廷图托瓦旺威韦维文沃乌武西希锡夏肖谢辛休雅亚扬耶伊尤约扎泽詹珍茨兹佐迪娅妮莉蕾茜薇黛缇喀咖万瓜迦塔尚
    """.unicodeScalars)
