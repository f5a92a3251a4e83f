package import Domain
package import Foundation
import GRDB

extension Ledger {
    /// The names that verification may rely on: seeded ones, and proposed ones that were approved.
    ///
    /// Seeds that the ledger does not have yet are added first; a seed that an operator set to
    /// `is_approved = 0` stays so.
    package func names(seededWith seeds: [Name], now: Date) async throws(LedgerError) -> [Name] {
        try await write { connection in
            let known = try Int.fetchOne(connection, sql: "SELECT COUNT(*) FROM name") ?? 0
            if known < seeds.count {
                for seed in seeds {
                    try seed.insert(connection, story: nil, isApproved: true, now: now)
                }
            }
            let statement = try connection.cachedStatement(
                sql: """
                    SELECT chinese, kind, other_chinese, aliases
                    FROM name
                    WHERE is_approved = 1
                    ORDER BY chinese
                    """)
            var names: [Name] = []
            let rows = try Row.fetchCursor(statement)
            while let row = try rows.next() { name(of: row).map { names.append($0) } }
            return names
        }
    }

    /// Keeps names that an article explained as 中文（Original） until an operator decides on them;
    /// one that is known already stays as it is.
    package func propose(
        _ names: [Name], in story: Story, now: Date
    ) async throws(LedgerError) {
        guard !names.isEmpty else { return }
        try await write { connection in
            for name in names {
                try name.insert(connection, story: story.id, isApproved: false, now: now)
            }
        }
    }

    /// Approves or rejects a name, and corrects its kind. False when there is none of these Chinese
    /// words.
    package func decide(
        name chinese: String, as standing: NameRow.Standing, kind: Name.Kind? = nil, now: Date
    ) async throws(LedgerError) -> Bool {
        try await write { connection in
            try connection.execute(
                sql: """
                    UPDATE name SET is_approved = :isApproved, kind = COALESCE(:kind, kind),
                        decided_at = :now
                    WHERE chinese = :chinese
                    """,
                arguments: [
                    "isApproved": standing == .approved, "kind": kind?.rawValue,
                    "now": Timestamp.text(now), "chinese": chinese,
                ])
            return connection.changesCount > 0
        }
    }

    /// All names, those that wait for the operator first.
    package func nameRows() async throws(LedgerError) -> [NameRow] {
        try await read { connection in
            try Row.fetchAll(
                connection,
                sql: """
                    SELECT chinese, kind, other_chinese, aliases, is_approved, story_id, decided_at
                    FROM name
                    ORDER BY is_approved, added_at, chinese
                    """
            ).map(NameRow.init)
        }
    }
}

/// A name as an operator sees it.
package struct NameRow: Sendable, Equatable, Encodable {
    package enum Standing: String, Sendable, Encodable { case approved, proposed, rejected }

    package var chinese: String
    package var kind: String
    package var otherChinese: String
    package var originals: String
    package var standing: Standing
    /// The story whose article explained it; nil for the program's own.
    package var story: String?

    fileprivate init(_ row: Row) {
        chinese = row["chinese"]
        kind = row["kind"]
        otherChinese = row["other_chinese"]
        originals = row["aliases"]
        story = row["story_id"]
        // A name of the program's own that is not approved was taken back by somebody.
        let isDecided = story == nil || row["decided_at"] != nil
        standing = row["is_approved"] ? .approved : isDecided ? .rejected : .proposed
    }
}

private func name(of row: Row) -> Name? {
    guard let kind = Name.Kind(rawValue: row[1]) else { return nil }
    let others: String = row[2]
    let aliases: String = row[3]
    return Name(
        kind: kind, chinese: [row[0]] + others.split(separator: ",").map(String.init),
        aliases: aliases.split(separator: ",").map(String.init))
}

extension Name {
    fileprivate func insert(
        _ connection: Database, story: String?, isApproved: Bool, now: Date
    ) throws {
        guard let first = chinese.first, !aliases.isEmpty else { return }
        let statement = try connection.cachedStatement(
            sql: """
                INSERT INTO name (
                    chinese, kind, other_chinese, aliases, is_approved, story_id, added_at)
                VALUES (:chinese, :kind, :others, :aliases, :isApproved, :story, :now)
                ON CONFLICT (chinese) DO NOTHING
                """)
        try statement.execute(
            arguments: [
                "chinese": first, "kind": kind.rawValue,
                "others": chinese.dropFirst().joined(separator: ","),
                "aliases": aliases.joined(separator: ","), "isApproved": isApproved,
                "story": story, "now": Timestamp.text(now),
            ])
    }
}
