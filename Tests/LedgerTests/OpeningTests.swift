import Foundation
import GRDB
import Ledger
import TestSupport
import Testing

struct OpeningTests {
    @Test func `keeps its secret when opened again`() async throws {
        let temporary = try TemporaryLedger()
        let again = try Ledger(
            at: temporary.path, for: .work, now: .now, secret: String(repeating: "6", count: 64))
        #expect(try await again.secret() == String(repeating: "5", count: 64))
    }

    @Test func `refuses a schema newer than the program`() throws {
        let temporary = try TemporaryLedger()
        try sqlite(temporary.path, "PRAGMA user_version = 99")
        #expect(throws: LedgerError.newer(path: temporary.path, version: 99)) {
            try temporary.reopened()
        }
    }

    @Test func `refuses the file of another program`() throws {
        let temporary = try TemporaryLedger()
        let path = temporary.directory.appending("other.sqlite").path
        try sqlite(path, "CREATE TABLE t (x); PRAGMA application_id = 7")
        #expect(throws: LedgerError.foreign(path: path)) {
            try Ledger(at: path, for: .work, now: .now, secret: "")
        }
    }

    @Test func `names a damaged file`() throws {
        let temporary = try TemporaryLedger()
        let path = temporary.directory.appending("damaged.sqlite").path
        try Data(repeating: 0x41, count: 8192).write(to: URL(filePath: path))
        #expect {
            try Ledger(at: path, for: .work, now: .now, secret: "")
        } throws: { error in
            if case LedgerError.damaged = error { true } else { false }
        }
    }

    @Test func `begins anew where a crash left a ledger half made`() async throws {
        let temporary = try TemporaryLedger()
        let path = temporary.directory.appending("new.sqlite").path
        for end in [".new", ".new-wal", ".new-shm"] {
            try Data("half".utf8).write(to: URL(filePath: path + end))
        }
        let ledger = try Ledger(
            at: path, for: .work, now: .now, secret: String(repeating: "6", count: 64))
        #expect(try await ledger.secret() == String(repeating: "6", count: 64))
        #expect(!FileManager.default.fileExists(atPath: path + ".new"))
    }

    @Test func `does not make a ledger for a question`() throws {
        let directory = try TemporaryDirectory()
        let path = directory.appending("none.sqlite").path
        #expect(throws: LedgerError.missing(path: path)) {
            try Ledger(at: path, for: .read, now: .now, secret: "")
        }
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    private func sqlite(_ path: String, _ sql: String) throws {
        try DatabaseQueue(path: path).writeWithoutTransaction { try $0.execute(sql: sql) }
    }
}
