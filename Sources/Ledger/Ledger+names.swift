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
            return try Row.fetchAll(
                connection,
                sql: """
                    SELECT chinese, kind, other_chinese, aliases
                    FROM name
                    WHERE is_approved = 1
                    ORDER BY chinese
                    """
            ).compactMap(name(of:))
        }
    }

    /// Keeps a name that a draft explained as 中文（Original） until an operator approves it; one that
    /// is known already stays as it is.
    package func propose(_ name: Name, in story: Story, now: Date) async throws(LedgerError) {
        try await write { connection in
            try name.insert(connection, story: story.id, isApproved: false, now: now)
        }
    }

    /// Lets verification rely on a proposed name. False when there is none of these Chinese words.
    package func approve(name chinese: String) async throws(LedgerError) -> Bool {
        try await write { connection in
            try connection.execute(
                sql: "UPDATE name SET is_approved = 1 WHERE chinese = :chinese",
                arguments: ["chinese": chinese])
            return connection.changesCount > 0
        }
    }
}

private func name(of row: Row) -> Name? {
    guard let kind = Name.Kind(rawValue: row["kind"]) else { return nil }
    let others: String = row["other_chinese"]
    let aliases: String = row["aliases"]
    return Name(
        kind: kind, chinese: [row["chinese"]] + others.split(separator: ",").map(String.init),
        aliases: aliases.split(separator: ",").map(String.init))
}

extension Name {
    fileprivate func insert(
        _ connection: Database, story: String?, isApproved: Bool, now: Date
    ) throws {
        guard let first = chinese.first, !aliases.isEmpty else { return }
        try connection.execute(
            sql: """
                INSERT INTO name (
                    chinese, kind, other_chinese, aliases, is_approved, story_id, added_at)
                VALUES (:chinese, :kind, :others, :aliases, :isApproved, :story, :now)
                ON CONFLICT (chinese) DO NOTHING
                """,
            arguments: [
                "chinese": first, "kind": kind.rawValue,
                "others": chinese.dropFirst().joined(separator: ","),
                "aliases": aliases.joined(separator: ","), "isApproved": isApproved,
                "story": story, "now": Timestamp.text(now),
            ])
    }
}
