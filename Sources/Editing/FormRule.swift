package import Domain

/// A rule of form: its stable name, the rule of editing that it measures, and how much it weighs.
/// Every rule stands here once.
package enum FormRule: String, Sendable, CaseIterable {
    // Punctuation, widths, spaces.
    case halfWidth = "punctuation.half_width"
    case fullWidth = "width.full"
    case straightQuotes = "quotes.straight"
    case cornerQuotes = "quotes.corner"
    case unpairedQuotes = "quotes.unpaired"
    case ellipsis = "punctuation.ellipsis"
    case dash = "punctuation.dash"
    case exclamation = "punctuation.exclamation"
    case bookTitle = "punctuation.book_title"
    case enumeration = "punctuation.enumeration"
    case spacing = "spacing.missing"
    case mixedSpacing = "spacing.mixed"
    case straySpace = "spacing.stray"
    // Words and numbers.
    case nameCase = "name.case"
    case nameDot = "name.dot"
    case traditional = "language.traditional"
    case script = "language.script"
    case regional = "language.regional"
    case foreign = "language.foreign"
    case range = "number.range"
    case percentRange = "number.percent_range"
    case mixedNumeral = "number.mixed"
    case chineseNumeral = "number.chinese"
    case largeNumber = "number.large"
    case calque = "number.calque"
    case currencySign = "number.currency_sign"
    case relativeDate = "date.relative"
    case noYear = "date.no_year"
    // Style.
    case hype = "style.hype"
    case template = "style.template"
    case attributionVerb = "style.attribution"
    case anonymous = "style.anonymous"
    case forecast = "style.forecast"
    case superlative = "caution.superlative"
    case territory = "caution.territory"
    case cure = "caution.cure"
    case insult = "caution.insult"
    case personalData = "caution.personal_data"
    // The parts of an article.
    case leadLong = "lead.long"
    case leadTime = "lead.no_time"
    case leadBackground = "lead.background"
    case leadQuestion = "lead.question"
    case pyramid = "lead.pyramid"
    case titleLength = "title.length"
    case clickbait = "title.clickbait"
    case titlePunctuation = "title.punctuation"
    case titleCopied = "title.copied"
    case summaryTitle = "summary.title"
    case summaryLength = "summary.length"
    case summaryEnd = "summary.end"
    case closingLong = "closing.long"
    case closingFact = "closing.new_fact"
    case sentenceLong = "sentence.long"
    case sentencesLong = "sentence.p95"
    case paragraphLong = "paragraph.long"
    case similar = "sentence.similar"
    case repeated = "sentence.repeated"
    case headingLength = "heading.length"
    case headingForm = "heading.form"
    case headingRepeated = "heading.repeated"
    case fewKeywords = "keywords.few"
    case absentKeyword = "keywords.absent"
    // What others wrote.
    case copiedRun = "overlap.run"
    case copiedSentence = "overlap.sentence"
    case copiedShare = "overlap.share"
    case copiedEnglish = "overlap.english"
    // What is no text.
    case url = "text.url"
    case html = "text.html"
    case shortcode = "text.shortcode"
    case label = "text.label"
    case residue = "text.residue"
    case control = "text.control"
    case tags = "text.tags"

    /// Its number in the house's rules of editing; nil for those of safety and overlap.
    package var number: Int? {
        switch self {
        case .halfWidth: 1
        case .fullWidth: 2
        case .straightQuotes, .cornerQuotes, .unpairedQuotes: 3
        case .ellipsis, .dash: 4
        case .exclamation: 5
        case .bookTitle: 6
        case .enumeration: 7
        case .range: 8
        case .spacing, .mixedSpacing: 9
        case .straySpace: 10
        case .nameCase: 11
        case .traditional, .script: 12
        case .regional: 13
        case .nameDot: 14
        case .mixedNumeral, .chineseNumeral: 16
        case .largeNumber, .calque: 17
        case .relativeDate, .noYear: 18
        case .percentRange: 19
        case .currencySign: 20
        case .leadLong, .leadTime, .leadBackground, .leadQuestion: 21
        case .pyramid: 22
        case .titleLength, .clickbait, .titlePunctuation, .titleCopied: 23
        case .summaryTitle, .summaryLength, .summaryEnd: 24
        case .attributionVerb, .anonymous: 25
        case .hype: 26
        case .template: 27
        case .forecast, .closingLong, .closingFact: 28
        case .superlative, .territory, .cure, .insult, .personalData: 29
        case .sentenceLong, .sentencesLong, .paragraphLong: 30
        case .similar, .repeated: 31
        case .headingLength, .headingForm, .headingRepeated: 32
        case .fewKeywords, .absentKeyword, .tags: 33
        case .html, .residue: 41
        case .control: 42
        case .foreign, .copiedRun, .copiedSentence, .copiedShare, .copiedEnglish, .url, .shortcode,
            .label:
            nil
        }
    }

    /// What a finding of it weighs where it cannot be mended.
    package var severity: Finding.Severity {
        switch self {
        case .traditional, .script, .foreign, .url, .html, .shortcode, .label, .residue, .control,
            .personalData, .insult, .cure, .sentenceLong, .repeated, .headingRepeated, .titleLength,
            .copiedRun, .copiedSentence, .copiedShare, .copiedEnglish:
            .hard
        default: .form
        }
    }

    package func finding(_ place: Place, _ message: String) -> Finding {
        Finding(rule: rawValue, severity: severity, place: place, message: message)
    }
}

/// What a rule of form says of a spot in a text.
package struct Flaw: Sendable, Equatable {
    package var rule: FormRule
    /// In scalars from the beginning of the text.
    package var offset: Int
    package var message: String

    package init(_ rule: FormRule, at offset: Int, _ message: String) {
        self.rule = rule
        self.offset = offset
        self.message = message
    }

    package func finding(_ place: Place) -> Finding { rule.finding(place, message) }
}
