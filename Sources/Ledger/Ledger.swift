import Domain
import Failpoints
package import Foundation
import GRDB

/// The SQLite file that remembers everything, hands out work, and answers the operator.
///
/// One value is one connection pool: one writer, and readers that never wait for it. Every method
/// is one transaction.
package struct Ledger: Sendable {
    package enum Access: Sendable {
        /// The program that works: writes and checkpoints.
        case work
        /// An operator's command that changes a story: short transactions, no checkpoints.
        case act
        /// An operator's question.
        case read
    }

    package let path: String
    let reading: any DatabaseReader & Sendable
    private let writer: (any DatabaseWriter & Sendable)?

    /// "caib", as the first migration sets it.
    private static let applicationID: Int32 = 0x6361_6962

    /// Opens the file; for `.work` makes it when there is none and brings its schema up to date.
    ///
    /// `secret` is 64 hexadecimal characters, kept only by a new ledger.
    package init(at path: String, for access: Access, now: Date, secret: String) throws(LedgerError)
    {
        self.path = path
        let isThere = FileManager.default.fileExists(atPath: path)
        guard access == .work || isThere else { throw .missing(path: path) }
        // SQLite would make a new ledger of it, and everything told would be told again.
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        let log = try? FileManager.default.attributesOfItem(atPath: path + "-wal")
        if let size = attributes?[.size] as? NSNumber, size == 0,
            (log?[.size] as? NSNumber ?? 0) == 0
        {
            throw .damaged(path: path, reason: "it is empty")
        }
        do {
            let configuration = Self.configuration(for: access)
            switch access {
            case .work:
                if isThere {
                    try Self.inspect(path)
                } else {
                    try Self.create(path, now: now, secret: secret)
                }
                let pool = try DatabasePool(path: path, configuration: configuration)
                (reading, writer) = (pool, pool)
                try Self.migrate(pool, path: path, now: now, secret: secret)
            case .act:
                let queue = try DatabaseQueue(path: path, configuration: configuration)
                (reading, writer) = (queue, queue)
                try queue.read { try Self.refuseStranger($0, path: path) }
            case .read:
                let queue = try DatabaseQueue(path: path, configuration: configuration)
                (reading, writer) = (queue, nil)
                try queue.read { try Self.refuseStranger($0, path: path) }
            }
        } catch {
            throw LedgerError(error, path: path)
        }
    }

    // Neither a reading nor a transaction ends early when its task is cancelled: being stopped is
    // noticed between two steps, and what a step did is never half recorded.

    func read<Value: Sendable>(
        _ work: @escaping @Sendable (Database) throws -> Value
    ) async throws(LedgerError) -> Value {
        let result: Result<Value, any Error> = await withCheckedContinuation { continuation in
            reading.asyncRead { connection in
                continuation.resume(
                    returning: Result { try work(try connection.get()) })
            }
        }
        return try value(of: result)
    }

    /// One transaction; `name` is that of the method, for failpoints.
    func write<Value: Sendable>(
        _ name: StaticString = #function,
        _ work: @escaping @Sendable (Database) throws -> Value
    ) async throws(LedgerError) -> Value {
        guard let writer else { throw .readOnly(path: path) }
        let path = path
        if Failpoint.reach("ledger \(name) begin") { throw .locked(path: path) }
        let result: Result<Value, any Error> = await withCheckedContinuation { continuation in
            writer.asyncWrite(
                { connection in
                    let value = try work(connection)
                    if Failpoint.reach("ledger \(name) commit") {
                        throw LedgerError.locked(path: path)
                    }
                    return value
                }, completion: { _, result in continuation.resume(returning: result) })
        }
        Failpoint.reach("ledger \(name) committed")
        return try value(of: result)
    }

    private func value<Value>(of result: Result<Value, any Error>) throws(LedgerError) -> Value {
        do {
            return try result.get()
        } catch {
            throw LedgerError(error, path: path)
        }
    }

    private static func configuration(for access: Access) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = access == .read
        configuration.busyMode = .timeout(5)
        configuration.maximumReaderCount = 4
        configuration.prepareDatabase { connection in
            try connection.execute(
                sql: """
                    PRAGMA foreign_keys = ON;
                    PRAGMA trusted_schema = OFF;
                    PRAGMA cell_size_check = ON;
                    PRAGMA mmap_size = 0;
                    """)
            guard access != .read, !connection.configuration.readonly else { return }
            try connection.execute(sql: "PRAGMA synchronous = FULL")
            if access == .act { try connection.execute(sql: "PRAGMA wal_autocheckpoint = 0") }
        }
        return configuration
    }

    /// Refuses a damaged file, another program's or a later version's before anything of it changes.
    private static func inspect(_ path: String) throws {
        try DatabaseQueue(path: path, configuration: configuration(for: .read)).read { connection in
            try refuseStranger(connection, path: path)
            // SQLite takes a part of a first page for an empty ledger, and would write over it.
            let page = try Int.fetchOne(connection, sql: "PRAGMA page_size") ?? 4096
            // Not by opening it: closing that would drop SQLite's locks.
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            guard (attributes[.size] as? NSNumber)?.intValue ?? .max >= page else {
                throw LedgerError.damaged(path: path, reason: "it is cut short")
            }
            let words = try String.fetchAll(connection, sql: "PRAGMA quick_check(1)")
            guard words == ["ok"] else {
                throw LedgerError.damaged(
                    path: path, reason: words.first ?? "quick_check is silent")
            }
        }
    }

    /// Makes a ledger under another name and moves it to its place when it is whole: SQLite begins
    /// with an empty file, and a crash then would leave what looks like a ledger that lost all.
    private static func create(_ path: String, now: Date, secret: String) throws {
        let (new, files) = (path + ".new", FileManager.default)
        for leftover in ["", "-wal", "-shm"] { try? files.removeItem(atPath: new + leftover) }
        let pool = try DatabasePool(path: new, configuration: configuration(for: .work))
        try migrate(pool, path: new, now: now, secret: secret)
        // Closing the last connection writes all of the log into the file.
        try pool.close()
        Failpoint.reach("ledger created")
        try files.moveItem(atPath: new, toPath: path)
        // A name that a power cut takes back would take the ledger with it.
        let folder = URL(filePath: path).deletingLastPathComponent()
        try FileHandle(forReadingFrom: folder).synchronize()
    }

    private static func migrate(_ pool: DatabasePool, path: String, now: Date, secret: String)
        throws
    {
        var migrator = DatabaseMigrator()
        for (number, migration) in migrations.enumerated() {
            migrator.registerMigration(migration.name) { connection in
                try connection.execute(sql: migration.sql)
                try connection.execute(sql: "PRAGMA user_version = \(number + 1)")
            }
        }
        try migrator.migrate(pool)
        try pool.write { connection in
            try connection.execute(
                sql: """
                    INSERT INTO ledger (id, secret, created_at) VALUES (1, :secret, :now)
                    ON CONFLICT DO NOTHING
                    """, arguments: ["secret": secret, "now": Timestamp.text(now)])
        }
    }

    /// Refuses the file of another program, and one of a later version of ours.
    private static func refuseStranger(_ connection: Database, path: String) throws {
        let version = try Int.fetchOne(connection, sql: "PRAGMA user_version") ?? 0
        let owner = try Int32.fetchOne(connection, sql: "PRAGMA application_id") ?? 0
        let tables =
            try Int.fetchOne(connection, sql: "SELECT COUNT(*) FROM sqlite_schema") ?? 0
        guard owner == applicationID || (owner == 0 && tables == 0) else {
            throw LedgerError.foreign(path: path)
        }
        guard version <= migrations.count else {
            throw LedgerError.newer(path: path, version: version)
        }
    }
}
