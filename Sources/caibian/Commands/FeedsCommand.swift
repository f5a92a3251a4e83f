import ArgumentParser
import Configuration
import Foundation
import Ledger
import Parsing
import Web

struct FeedsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feeds", abstract: "The feeds that are polled.",
        subcommands: [
            FeedsList.self, FeedsAdd.self, FeedsRemove.self, FeedsResume.self, FeedsCheck.self,
            FeedsImport.self,
            FeedsExport.self,
        ], defaultSubcommand: FeedsList.self)
}

struct FeedsList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "How each feed does.")

    @OptionGroup var options: SettingsOptions

    @Flag(help: "JSON instead of a table.")
    var json = false

    func run() async throws {
        let settings = try options.settings()
        let listed = try options.feeds(settings)
        var health: [String: FeedRow] = [:]
        // Before the first pass there is no ledger, and nothing to say of a feed.
        if FileManager.default.fileExists(atPath: settings.ledger) {
            let ledger = try Workplace.open(settings.ledger, for: .read)
            for row in try await ledger.feedHealth() { health[row.url] = row }
        }
        if json {
            return try Output.json(
                listed.map { feed in
                    health[feed.url] ?? FeedRow(url: feed.url)
                })
        }
        var table = Table("URL", "TITLE", "STATUS", "POLLS", "304", "ENTRIES", "NEXT", "TROUBLE")
        for feed in listed {
            let row = health[feed.url]
            table.add(
                feed.url, Output.plain(feed.name ?? row?.title ?? ""),
                row?.status.map(String.init) ?? "new", row.map { "\($0.polls)" },
                row.map { "\($0.unchanged * 100 / max(1, $0.polls)) %" },
                row.map { "\($0.entries)" },
                row?.goneAt == nil ? Output.minute(row?.dueAt) : "never",
                Output.plain(row?.trouble ?? ""))
        }
        print(table.text.isEmpty ? "no feeds; add one with `caibian feeds add URL`" : table.text)
    }
}

struct FeedsAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add a feed to feeds.yaml, if it can be read.")

    @OptionGroup var options: SettingsOptions

    @Argument(help: "The feed's address, or a page that names its feed.")
    var url: String

    @Flag(help: "Do not look at it first.")
    var unseen = false

    @Flag(help: "JSON instead of text.")
    var json = false

    func run() async throws {
        let settings = try options.settings()
        var feed = FeedSetting(url: url)
        if !unseen {
            let found = await FeedCheck.look(at: url, over: Workplace.client(settings))
            guard let readable = found.feed ?? found.named.first else {
                Output.error(found.trouble ?? "\(url) is no feed")
                throw ExitCode.unavailable
            }
            feed = FeedSetting(url: readable, name: found.title)
        }
        let file = FeedFile(path: settings.feeds)
        let added = try orConfigurationError { () throws(SettingsError) in try file.add([feed]) }
        if json { return try Output.json(["added": added == 1 ? [feed.url] : []]) }
        print(added == 1 ? "added \(feed.url)" : "\(feed.url) is listed already")
    }
}

struct FeedsRemove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Remove a feed from feeds.yaml; what it brought stays.")

    @OptionGroup var options: SettingsOptions

    @Argument(help: "The feed's address as listed.")
    var url: String

    @Flag(help: "JSON instead of text.")
    var json = false

    func run() async throws {
        let file = FeedFile(path: try options.settings().feeds)
        let removed = try orConfigurationError { () throws(SettingsError) in try file.remove(url) }
        guard removed else {
            Output.error("\(url) is not listed in \(file.path)")
            throw ExitCode.findings
        }
        if json { return try Output.json(["removed": url]) }
        print("removed \(url)")
    }
}

struct FeedsResume: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume", abstract: "Poll a feed again that was given up.")

    @OptionGroup var options: SettingsOptions

    @Argument(help: "The feed's address as listed.")
    var url: String

    @Flag(help: "JSON instead of text.")
    var json = false

    func run() async throws {
        let ledger = try Workplace.open(try options.settings().ledger, for: .act)
        guard try await ledger.resumeFeed(url) else {
            Output.error("\(url) was never polled; `caibian feeds list` shows the addresses")
            throw ExitCode.findings
        }
        if json { return try Output.json(["resumed": url]) }
        print("\(url) is due")
    }
}

struct FeedsImport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Add the feeds of an OPML file, folders and titles kept.")

    @OptionGroup var options: SettingsOptions

    @Argument(help: "The OPML file.")
    var file: String

    @Flag(help: "JSON instead of text.")
    var json = false

    func run() async throws {
        let settings = try options.settings()
        guard let data = FileManager.default.contents(atPath: file) else {
            Output.error("cannot read \(file)")
            throw ExitCode(66)
        }
        guard let outlines = readOPML(Array(data)) else {
            Output.error("\(file) is no OPML document")
            throw ExitCode.findings
        }
        let feeds = outlines.filter { URL(string: $0.url)?.host != nil }.map {
            FeedSetting(url: $0.url, name: $0.title, folder: $0.folder)
        }
        let list = FeedFile(path: settings.feeds)
        let added = try orConfigurationError { () throws(SettingsError) in try list.add(feeds) }
        if json { return try Output.json(["added": added, "passedOver": outlines.count - added]) }
        print("added \(added) feeds, \(outlines.count - added) were listed already or have no URL")
    }
}

struct FeedsExport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Print the feeds as OPML.")

    @OptionGroup var options: SettingsOptions

    @Flag(help: "JSON instead of OPML.")
    var json = false

    private struct Line: Encodable {
        var url: String
        var name, folder: String?
    }

    func run() async throws {
        let feeds = try options.feeds(try options.settings())
        if json {
            return try Output.json(
                feeds.map { Line(url: $0.url, name: $0.name, folder: $0.folder) })
        }
        print(
            writeOPML(
                feeds.map { FeedOutline(url: $0.url, title: $0.name, folder: $0.folder) },
                title: "caibian"), terminator: "")
    }
}

func orConfigurationError<Value>(
    _ work: () throws(SettingsError) -> Value
) throws -> Value {
    do throws(SettingsError) {
        return try work()
    } catch {
        Output.error(error.description)
        throw ExitCode.configuration
    }
}
