import Domain

/// The hard rules and soft cues over one sentence.
struct ClaimCheck {
    let claim: Reading
    let grounds: Grounds
    let place: Place
    let lexicon: Lexicon
    /// The foreign names of the sentence, with the words of the sources that they transcribe.
    let transcriptions: [Transcription]
    /// The things that it speaks of.
    let things: [Things.Mention]
    /// Its Latin names, and the originals of those that it transcribes.
    private(set) var names: [(anchor: Int, place: Int)] = []
    private(set) var findings: [Finding] = []
    /// The figures that were worked out, by the place where the sentence tells them.
    var workings: [Int: Working] = [:]

    init(_ sentence: String, grounds: Grounds, place: Place, lexicon: Lexicon = .shared) {
        // A sentence has at most a hundred Han; what is ten times as long is no sentence.
        let isReadable = sentence.utf8.count <= Self.sentenceLimit
        claim = Reading(isReadable ? withoutURLs(sentence) : "", lexicon: lexicon)
        self.grounds = grounds
        self.place = place
        self.lexicon = lexicon
        things = Things.mentions(in: claim.passage)
        transcriptions = claim.transcriptions(
            of: grounds.cited + grounds.others)
        guard isReadable, !lexicon.names.isEmpty, grounds.near.isBounded else {
            find("evidence.unreadable", .hard, "the sentence or its evidence is too long to check")
            return
        }
        guard !grounds.near.items.isEmpty else {
            find("evidence.empty", .hard, "the evidence holds no words; quote what supports it")
            return
        }
        names = latinNames()
        checkURLs(sentence)
        checkNumbers()
        checkMultiples()
        checkRates()
        checkComparisons()
        checkCompass()
        checkDates()
        checkNames()
        checkLatin()
        checkTranscriptions()
        checkElsewhere()
        checkActors()
        checkRoles()
        checkOffices()
        checkSpeaker()
        checkCompany()
        checkHomes()
        checkQuotes()
        checkBinding()
        checkRows()
        checkCues()
        checkThings()
        checkTop()
        checkQuoted()
        checkRuns()
        checkFrames()
        checkSpans()
        checkShares()
        checkStreaks()
        checkEarlier()
    }

    private static let sentenceLimit = 3000

    /// In a text of several sentences, what does not fit may be told of something else.
    var isLong: Bool { (grounds.span.sentences.last ?? 0) > 1 }

    /// Whether the sentence tells a figure of the evidence.
    func isTold(_ figure: Quantity) -> Bool {
        claim.quantities.contains { lexicon.agreement(of: $0, with: figure) == .full }
    }

    mutating func find(_ rule: String, _ severity: Finding.Severity, _ message: String) {
        guard !findings.contains(where: { $0.rule == rule && $0.message == message }) else {
            return
        }
        findings.append(Finding(rule: rule, severity: severity, place: place, message: message))
    }

    /// A URL of the sentence stands in a source, to the letter.
    private mutating func checkURLs(_ sentence: String) {
        for url in urls(in: sentence)
        where !grounds.cited.contains(where: { $0.text.contains(url) }) {
            find("url.absent", .hard, "\(url) stands in no source that the sentence cites")
        }
    }
}
