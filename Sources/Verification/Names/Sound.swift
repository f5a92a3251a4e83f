import Foundation

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

    /// The syllable of each transcribing character without its tone, as ICU has it.
    private static let syllables: [UInt32: [UInt8]] = transcribing.union(alsoTranscribing)
        .reduce(into: [:]) { table, value in
            guard let scalar = Unicode.Scalar(value),
                let syllable = String(scalar)
                    .applyingTransform(.mandarinToLatin, reverse: false)?
                    .applyingTransform(.stripDiacritics, reverse: false)
            else { return }
            table[value] = Array(syllable.utf8)
        }
}

/// Characters that transcribe as well, but more often mean something.
let alsoTranscribing: Set<UInt32> = Set(
    "爱安奥班本比豪加贾让热尚舍申文武西万瓜木英森顿金麦华古高多东丽李黎龙吕冯胡圣舒叶伍孙祖朱保里".unicodeScalars.map(\.value))
