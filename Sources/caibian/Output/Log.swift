import Domain
import Foundation
import Glibc
import Logging
import Pipeline

/// One event a line: text on a terminal, JSON elsewhere, with the priority that journald reads.
struct EventLog: LogHandler {
    var logLevel = Logger.Level.info
    var metadata: Logger.Metadata = [:]
    private let isTerminal: Bool
    private let isJournal: Bool

    init(environment: [String: String]) {
        isTerminal = isatty(2) == 1
        isJournal = environment["JOURNAL_STREAM"] != nil
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let fields = metadata.merging(event.metadata ?? [:]) { $1 }
        let line = isTerminal ? text(event, fields) : json(event, fields)
        let priority = isJournal ? "<\(Self.priority(event.level))>" : ""
        let bytes = Array("\(priority)\(line)\n".utf8)
        // A log that nobody reads any more must not end the program.
        _ = unsafe write(2, bytes, bytes.count)
    }

    private func text(_ event: LogEvent, _ fields: Logger.Metadata) -> String {
        let pairs = fields.sorted { $0.key < $1.key }.map { " \($0.key)=\"\($0.value)\"" }.joined()
        return Output.plain("\(event.level.rawValue): \(event.message)\(pairs)")
    }

    private func json(_ event: LogEvent, _ fields: Logger.Metadata) -> String {
        var object = fields.mapValues { Output.plain("\($0)") }
        object["time"] = Timestamp.text(Date())
        object["level"] = event.level.rawValue
        object["event"] = Output.plain("\(event.message)")
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Texts always have a JSON form.
        return (try? encoder.encode(object)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }

    /// Of syslog(3).
    private static func priority(_ level: Logger.Level) -> Int {
        switch level {
        case .trace, .debug: 7
        case .info: 6
        case .notice: 5
        case .warning: 4
        case .error: 3
        case .critical: 2
        }
    }
}

/// The program's log.
enum Log {
    static let logger = Logger(label: "caibian") { _ in
        EventLog(environment: ProcessInfo.processInfo.environment)
    }

    /// What the service group itself has to say is nobody's news.
    static let quiet = Logger(label: "caibian.group") { _ in SwiftLogNoOpLogHandler() }

    static func notice(_ text: String) {
        logger.notice("\(text)")
    }

    static func failure(_ text: String) {
        logger.error("\(text)")
    }

    static func show(_ event: Event) {
        switch event {
        case .pollFailed(let feed, let reason):
            logger.warning("feed failed", metadata: ["url": "\(feed)", "reason": "\(reason)"])
        case .grouped(let entries, let stories):
            logger.info("grouped", metadata: ["entries": "\(entries)", "stories": "\(stories)"])
        case .reached(let story, let state, let detail):
            logger.notice(
                "story \(state.rawValue)",
                metadata: ["story.id": "\(story)", "detail": "\(detail ?? "")"])
        case .postponed(let story, let reason):
            logger.warning(
                "story waits", metadata: ["story.id": "\(story)", "reason": "\(reason)"])
        case .paused(let step, let reason):
            logger.error("step rests", metadata: ["step": "\(step)", "reason": "\(reason)"])
        case .endpointPaused(let name, let until, let reason):
            logger.error(
                "model rests",
                metadata: [
                    "model": "\(name)", "until": "\(Timestamp.text(until))", "reason": "\(reason)",
                ])
        case .clockSetBack: logger.warning("the clock was set back; nothing waits for the old one")
        case .noticed(let text, let hasPassed):
            logger.notice(
                hasPassed ? "has passed" : "needs a person", metadata: ["cause": "\(text)"])
        case .untold(let reason): logger.warning("not told", metadata: ["reason": "\(reason)"])
        // The rest moves a terminal's line, and would only fill a log.
        default: break
        }
    }
}
