import Domain
import Foundation
import GRDB
import Ledger
import TestSupport
import Testing

struct KeepingTests {
    private let now = TemporaryLedger.start

    @Test func `copies a ledger that is open`() async throws {
        let temporary = try TemporaryLedger()
        let id = try await temporary.queuedStory()
        let file = temporary.directory.appending("backup.sqlite").path
        try await temporary.ledger.backup(to: file)
        let copy = try Ledger(at: file, for: .read, now: now, secret: "")
        #expect(try await copy.queue().map(\.id) == [id])
        await #expect(throws: LedgerError.self) { try await temporary.ledger.backup(to: file) }
    }

    @Test func `refuses a file that is empty, cut or of another program`() throws {
        let directory = try TemporaryDirectory()
        let whole = try TemporaryLedger()
        let bytes = try Data(contentsOf: URL(filePath: whole.path))
        for (name, data) in [
            ("empty", Data()), ("cut", bytes.prefix(bytes.count / 2)),
            ("letters", Data("no ledger at all".utf8)),
        ] {
            let file = directory.appending(name)
            try data.write(to: file)
            #expect(throws: LedgerError.self, "\(name)") {
                try Ledger(at: file.path, for: .work, now: now, secret: "")
            }
            #expect(try Data(contentsOf: file).count == data.count, "\(name)")
        }
    }

    @Test func `finds nothing wrong with a sound ledger`() async throws {
        let temporary = try TemporaryLedger()
        _ = try await temporary.queuedStory()
        #expect(try await violations(temporary) == [])
    }

    @Test(arguments: [
        (3, "UPDATE story SET state = 'gathered'"),
        (5, "DELETE FROM story_entry"), (6, "UPDATE story SET attempts = 9"),
        (8, "UPDATE story SET due_at = '2036-01-01T00:00:00.000Z'"),
        (8, "UPDATE story SET taken_at = '2036-01-01T00:00:00.000Z'"),
        (1, "UPDATE story SET state = 'published'"),
        (10, "UPDATE story SET headline = 'the key is hunter2-hunter2'"),
    ])
    func `names the invariant that is broken`(invariant: Int, sql: String) async throws {
        let temporary = try TemporaryLedger()
        _ = try await temporary.queuedStory()
        try await DatabaseQueue(path: temporary.path).write { try $0.execute(sql: sql) }
        #expect(try await violations(temporary).contains { $0.invariant == invariant })
    }

    @Test func `lets go of old texts and keeps the rows`() async throws {
        let temporary = try TemporaryLedger()
        _ = try await temporary.queuedStory()
        let story = try #require(try await temporary.ledger.take(.queued, attempts: 8, now: now))
        try await temporary.ledger.settle(story, as: .rejected(reason: "thin"), now: now)
        let soon = try await temporary.ledger.prune(now: now.addingTimeInterval(86_400))
        #expect(soon == Pruned(rows: 0, texts: 0))
        let late = try await temporary.ledger.prune(now: now.addingTimeInterval(91 * 86_400))
        #expect(late.rows > 0)
        #expect(try await temporary.ledger.queue().count == 1)
    }

    @Test func `keeps vectors for ninety days`() async throws {
        let temporary = try TemporaryLedger()
        let ledger = temporary.ledger
        let call = try await ledger.reserve(
            CallRequest(
                story: nil, purpose: .group, endpoint: "e", model: "m", requestKey: "k",
                prompt: PromptRecord(name: "embed", text: "", sha256: "aa"), day: "2026-06-09",
                tokens: 1, cost: 1), within: Caps(), now: now)
        let vector = try #require(Vector([1, -2]))
        let result = CallResult(
            promptTokens: 1, completionTokens: 0, cost: 1, duration: .zero, outcome: "answered",
            answer: nil, vectors: ["ab": vector])
        for _ in 1...2 { try await ledger.settle(call: call, as: result, now: now) }
        #expect(try await ledger.vectors(of: ["ab", "cd"]) == ["ab": vector])
        _ = try await ledger.prune(now: now.addingTimeInterval(89 * 86_400))
        #expect(try await ledger.vectors(of: ["ab"]) == ["ab": vector])
        let pruned = try await ledger.prune(now: now.addingTimeInterval(91 * 86_400))
        #expect(pruned.rows == 1)
        #expect(try await ledger.vectors(of: ["ab"]).isEmpty)
        #expect(try await violations(temporary).isEmpty)
    }

    @Test(arguments: ["x''", "x'000080'"])
    func `refuses a vector that is none`(bytes: String) async throws {
        let temporary = try TemporaryLedger()
        await #expect {
            try await DatabaseQueue(path: temporary.path).write { connection in
                try connection.execute(
                    sql: "INSERT INTO vector VALUES ('ab', 1, \(bytes), '2026-06-09')")
            }
        } throws: { "\($0)".contains("vector_is_of_floats") }
    }

    @Test func `tells a cause once, and once that it has passed`() async throws {
        let ledger = try TemporaryLedger().ledger
        let cause = Cause(key: "disk", text: "the disk is full")
        let first = try await ledger.note([cause], now: now)
        #expect(first.map(\.text) == ["the disk is full"])
        // What could not be told is told the next time.
        #expect(try await ledger.note([cause], now: now) == first)
        try await ledger.told(first, now: now)
        #expect(try await ledger.note([cause], now: now) == [])
        let passed = try await ledger.note([], now: now)
        #expect(passed.count == 1)
        #expect(passed.first?.passedAt != nil)
        try await ledger.told(passed, now: now)
        #expect(try await ledger.note([], now: now) == [])
        #expect(try await ledger.note([cause], now: now).count == 1)
    }

    private func violations(_ temporary: TemporaryLedger) async throws -> [Violation] {
        try await temporary.ledger.violations(
            limits: [.queued: 8], secrets: [Secret("hunter2-hunter2")], now: now)
    }
}
