import Foundation
import Newsroom
import TestSupport
import Testing

// What the program says and how it exits when it finds what it cannot work with: one world at a time.
@Suite(.serialized)
struct StartTests {
    /// What became of the ledger before the start.
    enum Harm: CaseIterable {
        case cut, emptied, foreign, newer

        var words: String {
            switch self {
            case .cut, .emptied: "restore a backup"
            case .foreign: "another program"
            case .newer: "newer than this program"
            }
        }

        func spoil(_ bytes: Data) -> Data {
            var bytes = bytes
            switch self {
            case .cut: return bytes.prefix(bytes.count / 2)
            case .emptied: return Data()
            // Offsets of the file format, §1.3: user version and application id.
            case .newer: bytes.replaceSubrange(60..<64, with: [0, 0, 0, 99])
            case .foreign: bytes.replaceSubrange(68..<72, with: [0, 0, 0, 7])
            }
            return bytes
        }
    }

    @Test(arguments: Harm.allCases, [["once"], ["run"]])
    func `refuses a ledger that is not whole or not its own, and leaves it alone`(
        harm: Harm, command: [String]
    ) async throws {
        let directory = try TemporaryDirectory()
        let newsroom = try await Newsroom.start(now: Trial.moment)
        let trial = try Trial(
            newsroom, in: directory.appending("desk"), program: Trial.builtProgram,
            sites: ["远山科技"])
        _ = try await trial.run(["ledger", "migrate"])
        let spoilt = harm.spoil(try Data(contentsOf: trial.ledger))
        try spoilt.write(to: trial.ledger)
        let outcome = try await trial.run(command)
        #expect(outcome.status == 78, "\(outcome)")
        #expect(outcome.errors.contains(harm.words), "\(outcome)")
        #expect(try Data(contentsOf: trial.ledger) == spoilt)
        #expect(try trial.tree().isEmpty)
        await newsroom.stop()
    }

    @Test func `does not follow a link in place of the content directory`() async throws {
        let directory = try TemporaryDirectory()
        let newsroom = try await Newsroom.start(now: Trial.moment)
        let trial = try Trial(
            newsroom, in: directory.appending("desk"), program: Trial.builtProgram,
            sites: ["远山科技"])
        let files = FileManager.default
        let elsewhere = directory.appending("elsewhere")
        try files.createDirectory(at: elsewhere, withIntermediateDirectories: true)
        try Data().write(to: elsewhere.appending(path: ".caibian-kept"))
        try files.removeItem(at: trial.content)
        try files.createSymbolicLink(at: trial.content, withDestinationURL: elsewhere)
        let outcome = try await trial.run(["once", "--now"])
        #expect(outcome.status == 78, "\(outcome)")
        #expect(outcome.errors.contains("it is a link"), "\(outcome)")
        #expect(
            try files.contentsOfDirectory(atPath: elsewhere.path) == [".caibian-kept"])
        await newsroom.stop()
    }
}
