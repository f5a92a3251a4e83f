package import Domain
package import Foundation
import GRDB

extension Ledger {
    /// Entries that are in no story yet and have no reason why not, oldest first, at most `limit`.
    package func newReports(limit: Int) async throws(LedgerError) -> [Report] {
        try await read { connection in
            try Row.fetchAll(
                connection,
                sql: """
                    SELECT \(Report.columns)
                    FROM entry JOIN feed ON feed.id = entry.feed_id
                    WHERE entry.place = 'new'
                    ORDER BY entry.published_at, entry.id
                    LIMIT :limit
                    """, arguments: ["limit": limit]
            ).map(Report.init)
        }
    }

    /// Of the new entries of feeds that brought more than `flood` of them at once, those that the
    /// feed showed before under another id: by the page, or by title and summary.
    package func reissuedReports(moreThan flood: Int) async throws(LedgerError) -> Set<Int64> {
        try await read { connection in
            try Int64.fetchSet(
                connection,
                sql: """
                    WITH flood AS MATERIALIZED (SELECT feed_id FROM entry WHERE place = 'new'
                        GROUP BY feed_id HAVING COUNT(*) > :flood)
                    SELECT id FROM entry
                    WHERE place = 'new' AND feed_id IN (SELECT feed_id FROM flood) AND (
                        (feed_id, canonical_url) IN (SELECT feed_id, canonical_url FROM entry
                            WHERE feed_id IN (SELECT feed_id FROM flood) AND place <> 'new')
                        OR (feed_id, title, COALESCE(summary, '')) IN (
                            SELECT feed_id, title, COALESCE(summary, '') FROM entry
                            WHERE feed_id IN (SELECT feed_id FROM flood) AND place <> 'new'))
                    """, arguments: ["flood": flood])
        }
    }

    /// Entries published since then with the story they are in, and the one that this follows up,
    /// oldest first: what grouping compares a new one with.
    package func placedReports(
        since: Date
    ) async throws(LedgerError) -> [(report: Report, story: String, followed: String?)] {
        try await read { connection in
            try Row.fetchAll(
                connection,
                sql: """
                    SELECT \(Report.columns), story_entry.story_id, story.follows
                    FROM story_entry
                    JOIN story ON story.id = story_entry.story_id
                    JOIN entry ON entry.id = story_entry.entry_id
                    JOIN feed ON feed.id = entry.feed_id
                    WHERE entry.published_at >= :since
                    ORDER BY entry.published_at, entry.id
                    """, arguments: ["since": Timestamp.text(since)]
            ).map { (Report($0), $0["story_id"], $0["follows"]) }
        }
    }

    /// How far the stories that began since then have come.
    package func standings(since: Date) async throws(LedgerError) -> [String: Standing] {
        try await read { connection in
            let rows = try Row.fetchAll(
                connection,
                sql: """
                    SELECT id, state, reason FROM story WHERE began_at >= :since OR id IN (
                        SELECT story_id FROM story_entry JOIN entry ON entry.id = entry_id
                        WHERE entry.published_at >= :since)
                    """, arguments: ["since": Timestamp.text(since)])
            return Dictionary(
                rows.map { ($0["id"] as String, Standing($0)) }, uniquingKeysWith: { $1 })
        }
    }

    /// How many stories each feed has begun since then.
    package func storiesBegun(since: Date) async throws(LedgerError) -> [String: Int] {
        try await read { connection in
            let rows = try Row.fetchAll(
                connection,
                sql: """
                    SELECT feed.url, COUNT(*) AS stories
                    FROM story
                    JOIN story_entry ON story_entry.story_id = story.id
                        AND story_entry.relation IN ('new', 'follow_up')
                    JOIN entry ON entry.id = story_entry.entry_id
                    JOIN feed ON feed.id = entry.feed_id
                    WHERE story.created_at >= :since
                    GROUP BY feed.url
                    """, arguments: ["since": Timestamp.text(since)])
            return Dictionary(rows.map { ($0["url"], $0["stories"]) }, uniquingKeysWith: { $1 })
        }
    }

    /// Puts entries into stories, all or none, and answers how many stories are new.
    ///
    /// `opened` names the story that a placement `.opens`; a story of that id which is there
    /// already is another's by the rarest of chances, and the new one takes the next free id.
    package func place(
        _ placements: [(report: Report, placement: Placement, opened: String, weight: Double)],
        now: Date
    ) async throws(LedgerError) -> Int {
        try await write { connection in
            var opened = 0
            for (report, placement, id, weight) in placements {
                switch placement {
                case .opens(let followed):
                    let story = try connection.insertStory(
                        id, for: report, following: followed, weight: weight, now: now)
                    try connection.add(report.id, to: story, as: followed == nil ? .new : .followUp)
                    opened += 1
                case .joins(let story, let relation):
                    try connection.add(report.id, to: story, as: relation)
                    try connection.execute(
                        sql: """
                            UPDATE story SET weight = MAX(weight, :weight)
                            WHERE id = :id AND state = 'queued'
                            """, arguments: ["weight": weight, "id": story])
                case .none(let reason):
                    try connection.execute(
                        sql: "UPDATE entry SET place = 'none', reason = :reason WHERE id = :id",
                        arguments: ["reason": reason, "id": report.id])
                }
            }
            return opened
        }
    }

    /// URLs of the feeds that list a page of one of these canonical URLs.
    package func feeds(listing canonicalURLs: [String]) async throws(LedgerError) -> Set<String> {
        try await read { connection in
            var feeds: Set<String> = []
            for url in canonicalURLs {
                feeds.formUnion(
                    try String.fetchSet(
                        connection,
                        sql: """
                            SELECT feed.url FROM entry JOIN feed ON feed.id = entry.feed_id
                            WHERE entry.canonical_url = :url
                            """, arguments: ["url": url]))
            }
            return feeds
        }
    }

    /// The entries of a story, but those that tell it again, with the texts that their feeds carried, the first report first.
    package func entries(
        of story: String
    ) async throws(LedgerError) -> [(feedURL: String, feedTitle: String?, entry: Entry, seen: Date)]
    {
        try await read { connection in
            try Row.fetchAll(
                connection,
                sql: """
                    SELECT feed.url AS feed_url, feed.title AS feed_title, entry.key, entry.url,
                        entry.title, entry.author, entry.language, entry.summary, entry.content,
                        entry.image, entry.categories, entry.published_at, entry.updated_at,
                        entry.seen_at
                    FROM story_entry
                    JOIN entry ON entry.id = story_entry.entry_id
                    JOIN feed ON feed.id = entry.feed_id
                    WHERE story_entry.story_id = :story AND story_entry.relation <> 'repeat'
                    ORDER BY entry.published_at, entry.id
                    """, arguments: ["story": story]
            ).map { row in
                let entry = Entry(
                    id: row["key"], title: row["title"], link: row["url"], author: row["author"],
                    published: row.date("published_at"), updated: row.date("updated_at"),
                    language: row["language"], summary: row["summary"], content: row["content"],
                    image: row["image"],
                    categories: (row["categories"] as String?)?
                        .split(separator: "\n").map(String.init) ?? [])
                return (
                    row["feed_url"], row["feed_title"], entry,
                    row.date("seen_at") ?? Date(timeIntervalSince1970: 0)
                )
            }
        }
    }
}

extension Standing {
    fileprivate init(_ row: Row) {
        switch Story.State(rawValue: row["state"]) {
        case .queued: self = .open
        case .gathered, .drafted, .approved: self = .underWay
        case .published, .held: self = .told
        case .rejected where (row["reason"] as String?)?.hasPrefix("too thin") == true: self = .thin
        case .rejected, .dead, nil: self = .unwanted
        }
    }
}

extension Report {
    fileprivate static let columns = """
        entry.id, feed.url AS feed_url, entry.key, entry.url, entry.canonical_url, entry.title,
        entry.summary, entry.language, entry.published_at
        """

    fileprivate init(_ row: Row) {
        self.init(
            id: row["id"], feedURL: row["feed_url"], key: row["key"], url: row["url"],
            canonicalURL: row["canonical_url"], title: row["title"] ?? "", summary: row["summary"],
            language: row["language"],
            published: row.date("published_at") ?? Date(timeIntervalSince1970: 0))
    }
}

extension Database {
    fileprivate func insertStory(
        _ suggested: String, for report: Report, following followed: String?, weight: Double,
        now: Date
    ) throws -> String {
        var id = suggested
        while try Bool.fetchOne(
            self, sql: "SELECT EXISTS (SELECT 1 FROM story WHERE id = :id)", arguments: ["id": id])
            == true
        {
            id = ShortID.of(id, report.key)
        }
        try execute(
            sql: """
                INSERT INTO story (id, state, headline, weight, began_at, created_at, changed_at,
                    due_at, follows)
                VALUES (:id, 'queued', :headline, :weight, :began, :now, :now, :now, :follows)
                """,
            arguments: [
                "id": id, "headline": report.title, "weight": weight,
                "began": Timestamp.text(report.published), "now": Timestamp.text(now),
                "follows": followed,
            ])
        return id
    }

    fileprivate func add(_ entry: Int64, to story: String, as relation: Relation) throws {
        try execute(
            sql: """
                INSERT INTO story_entry (entry_id, story_id, relation)
                VALUES (:entry, :story, :relation)
                """, arguments: ["entry": entry, "story": story, "relation": relation.rawValue])
        try execute(
            sql: "UPDATE entry SET place = 'story' WHERE id = :entry", arguments: ["entry": entry])
    }
}

extension Row {
    func date(_ column: String) -> Date? {
        (self[column] as String?).flatMap(Timestamp.date)
    }
}
