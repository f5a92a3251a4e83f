import Domain

/// A rule of an article's file: its stable name, the rule of editing that it measures, and how much
/// it weighs. Every rule stands here once; those of the text are `FormRule`s.
enum FileRule: String, CaseIterable {
    case undefinedLabel = "footnote.undefined"
    case groupedLabels = "footnote.grouped"
    case uncited = "footnote.uncited"
    case doubled = "footnote.doubled"
    case noURL = "footnote.no_url"
    case doubledURL = "footnote.url_doubled"
    case order = "footnote.order"
    case spaceBefore = "footnote.space"
    case few = "footnote.few"
    case noDate = "footnote.no_date"
    case retrieved = "footnote.retrieved"
    case retrievedEarly = "footnote.retrieved_early"
    case referenceForm = "reference.form"
    case broken = "front_matter.broken"
    case missing = "front_matter.missing"
    case keyMissing = "front_matter.key_missing"
    case keyAdvised = "front_matter.key_advised"
    case cjk = "front_matter.cjk"
    case summary = "front_matter.summary"
    case sourceURL = "front_matter.source_url"
    case cover = "front_matter.cover"
    case score = "front_matter.ai_score"
    case time = "front_matter.time"
    case lastmod = "front_matter.lastmod"
    case future = "front_matter.future"
    case tags = "front_matter.tags"
    case wordCount = "front_matter.word_count"
    case readingTime = "front_matter.reading_time"
    case footerTime = "footer.time"
    case mark = "aigc.missing"

    /// Its number in the house's rules of editing; nil for those of footnotes and of YAML.
    var number: Int? {
        switch self {
        case .spaceBefore: 10
        case .summary: 24
        case .tags: 33
        case .noDate, .noURL, .referenceForm: 34
        case .retrieved, .retrievedEarly: 35
        case .wordCount, .readingTime: 36
        case .cjk: 37
        case .sourceURL, .cover: 38
        case .time, .lastmod, .future, .footerTime: 39
        case .mark: 40
        case .undefinedLabel, .groupedLabels, .uncited, .doubled, .doubledURL, .order, .few,
            .broken, .missing, .keyMissing, .keyAdvised, .score:
            nil
        }
    }

    var severity: Finding.Severity {
        switch self {
        case .order, .spaceBefore, .noDate, .referenceForm, .keyAdvised, .cjk, .tags: .form
        default: .hard
        }
    }
}

extension Finding {
    init(_ rule: FileRule, line: Int, column: Int = 1, _ message: String) {
        self.init(
            rule: rule.rawValue, severity: rule.severity, place: .line(line, column: column),
            message: message)
    }
}
