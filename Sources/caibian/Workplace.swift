import ArgumentParser
import Configuration
import Domain
import Drafting
import Failpoints
import Foundation
import Ledger
import Pipeline
import Publishing
import Web

/// The options of every command that needs the settings.
struct SettingsOptions: ParsableArguments {
    @Option(
        name: .shortAndLong,
        help:
            "The settings; else $CAIBIAN_CONFIG, ./config/caibian.yaml, /etc/caibian/caibian.yaml.")
    var config: String?

    /// Reads the settings, or prints all that is wrong with them and exits with 78.
    func settings() throws -> Settings {
        do throws(SettingsError) {
            return try Settings(path: path)
        } catch {
            Output.error(error.description)
            throw ExitCode.configuration
        }
    }

    func feeds(_ settings: Settings) throws -> [FeedSetting] {
        do throws(SettingsError) {
            return try FeedSetting.read(path: settings.feeds)
        } catch {
            Output.error(error.description)
            throw ExitCode.configuration
        }
    }

    private var path: String {
        if let config { return config }
        let environment = ProcessInfo.processInfo.environment
        if let named = environment["CAIBIAN_CONFIG"], !named.isEmpty { return named }
        let local = "config/caibian.yaml"
        return FileManager.default.fileExists(atPath: local) ? local : "/etc/caibian/caibian.yaml"
    }
}

/// Everything that a command works with, made from the settings.
struct Workplace {
    let settings: Settings
    let feeds: [FeedSetting]
    let http: HTTPClient

    init(_ options: SettingsOptions) throws {
        settings = try options.settings()
        feeds = try options.feeds(settings)
        http = Self.client(settings)
    }

    static func client(_ settings: Settings) -> HTTPClient {
        .curl(
            ClientSettings(
                userAgent: "caibian/\(caibianVersion) (+\(settings.network.contact))",
                addresses: AddressPolicy(allowed: settings.network.allow),
                proxy: settings.network.proxy, ca: settings.network.ca,
                connections: settings.network.connections))
    }

    /// The lock of the one process that works; taken before the ledger is opened for work.
    func lock() throws -> ProcessLock {
        let folder = URL(filePath: settings.ledger).deletingLastPathComponent()
        // Where it cannot be made, the lock says why.
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return try ProcessLock.taken(beside: settings.ledger)
    }

    /// The ledger, opened for work: made when there is none. Only under the lock.
    func ledgerForWork() throws -> Ledger {
        try Self.open(settings.ledger, for: .work)
    }

    /// The line, ready to pass; prompts, layout and key are read now. `onAnswer` is called after each
    /// request, from the task that made it.
    func line(
        _ ledger: Ledger, parses: ParseWatch = .none,
        onAnswer: @escaping @Sendable () -> Void = {},
        report: @escaping @Sendable (Event) -> Void
    ) throws -> Line {
        let http = http
        let told = HTTPClient { request throws(FetchError) in
            defer { onAnswer() }
            return try await http.fetch(request)
        }
        var effects = Effects.live(http: told)
        effects.parses = parses
        do {
            try SiteDirectory(root: settings.site.content).refuseLink()
            return Line(
                settings: settings, feeds: feeds, ledger: ledger, effects: effects,
                prompts: try Prompts(folder: settings.prompts),
                layout: try Layout(path: settings.site.layout),
                keys: try Self.keys(settings), searchKeys: try Self.searchKeys(settings),
                program: ("caibian", caibianVersion), report: report)
        } catch {
            Output.error("\(error)")
            throw ExitCode.configuration
        }
    }

    /// The keys of the models that need one, by the model's name.
    static func keys(_ settings: Settings) throws(SettingsError) -> [String: Secret] {
        var keys: [String: Secret] = [:]
        for model in settings.models {
            keys[model.name] = try model.key?.read(
                environment: ProcessInfo.processInfo.environment)
        }
        return keys
    }

    /// The keys of the searches that need one, by the search's name.
    static func searchKeys(_ settings: Settings) throws(SettingsError) -> [String: Secret] {
        var keys: [String: Secret] = [:]
        for search in settings.search {
            keys[search.name] = try search.key?.read(
                environment: ProcessInfo.processInfo.environment)
        }
        return keys
    }

    static func open(_ path: String, for access: Ledger.Access) throws -> Ledger {
        do throws(LedgerError) {
            return try Ledger(at: path, for: access, now: now(), secret: newSecret())
        } catch {
            Output.error(error.description)
            throw error == .locked(path: path) ? ExitCode.tryAgain : ExitCode.configuration
        }
    }

    /// The present moment of the program's effects.
    static func now() -> Date {
        #if FAILPOINTS
            if let time = StagedTime.current { return time.now }
        #endif
        return Date()
    }

    private static func newSecret() -> String {
        #if FAILPOINTS
            if StagedTime.current != nil { return String(repeating: "7", count: 64) }
        #endif
        return (0..<32).map { _ in String(format: "%02x", UInt8.random(in: 0...255)) }.joined()
    }
}
