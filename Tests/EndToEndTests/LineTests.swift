import Domain
import Foundation
import Ledger
import Newsroom
import Pipeline
import Publishing
import Testing

// One world at a time: each has eight servers.
@Suite(.serialized)
struct LineTests {
    @Test func `writes the same articles byte for byte`() async throws {
        let desk = try await Desk(port: 28_973)
        try await desk.pass()
        let files = try desk.files()
        let fixtures = Desk.root.appending(path: "Tests/EndToEndTests/Fixtures/articles")
        if ProcessInfo.processInfo.environment["CAIBIAN_RECORD"] != nil {
            for file in files {
                try desk.text(of: file).write(
                    to: fixtures.appending(path: file), atomically: true, encoding: .utf8)
            }
        }
        let expected = try FileManager.default.contentsOfDirectory(atPath: fixtures.path).sorted()
        #expect(files == expected)
        for file in expected {
            let fixture = try String(
                contentsOf: fixtures.appending(path: file), encoding: .utf8)
            #expect(try desk.text(of: file) == fixture, "\(file)")
        }
        await desk.close()
    }

    @Test func `makes every article again from the ledger, and explains it to the fetch`()
        async throws
    {
        let desk = try await Desk()
        try await desk.pass()
        for row in try await desk.ledger.published() {
            let text = try desk.text(of: row.path)
            #expect(try await replayed(row.id, from: desk.ledger) == Array(text.utf8))
            let found = try #require(
                try await desk.ledger.story(ofFile: row.path, sha256: row.sha256))
            #expect(found.story == row.id && found.isUnchanged)
            let explanations = try await desk.ledger.explanations(of: row.id)
            #expect(!explanations.isEmpty)
            for proof in explanations.flatMap(\.evidence) {
                #expect(text.contains("[^\(proof.label)]: "))
                #expect(proof.fetch?.status == 200)
                #expect(!proof.span.isEmpty && !(proof.before + proof.after).isEmpty)
            }
            let call = try #require(try await desk.ledger.calls(behind: row.id).first)
            #expect(call.prompt == "draft" && call.cost != nil && call.outcome == "answered")
        }
        await desk.close()
    }

    @Test func `publishes what its own check finds nothing in`() async throws {
        let desk = try await Desk()
        let summary = try await desk.pass()
        #expect(summary.articles >= 6)
        for file in try desk.files() {
            let findings = checkFile(try desk.text(of: file))
            #expect(findings == [], "\(file): \(findings)")
        }
        await desk.close()
    }

    @Test func `finds nothing to do the second time`() async throws {
        let desk = try await Desk()
        let first = try await desk.pass()
        let calls = desk.newsroom.faults.count(of: "model")
        let second = try await desk.pass()
        #expect(first.articles > 0)
        #expect(second.articles == 0)
        #expect(second.polls.unchanged == second.polls.feeds)
        #expect(desk.newsroom.faults.count(of: "304") == second.polls.feeds)
        #expect(desk.newsroom.faults.count(of: "model") == calls)
        await desk.close()
    }

    @Test func `tells an event once that several feeds report`() async throws {
        let desk = try await Desk()
        try await desk.pass()
        let titles = try await desk.ledger.published().map(\.title)
        #expect(Set(titles).count == titles.count)
        #expect(titles.filter { $0.contains("三期自动化码头") }.count == 1)
        await desk.close()
    }

    @Test func `lets nothing hidden on a page into an article`() async throws {
        let desk = try await Desk()
        try await desk.pass()
        for file in try desk.files() {
            let text = try desk.text(of: file)
            #expect(!text.contains("999") && !text.contains("售楼") && !text.contains("网友"))
        }
        await desk.close()
    }

    @Test func `says in the ledger what is on the site`() async throws {
        let desk = try await Desk()
        try await desk.pass()
        let published = try await desk.ledger.published()
        #expect(published.map(\.path).sorted() == (try desk.files()))
        for row in published {
            let text = try desk.text(of: row.path)
            #expect(SHA256.hexDigest(text.utf8) == row.sha256)
            #expect(text.contains("sync_time: '\(row.syncTime)'"))
            #expect(text.contains("source_url: \(row.sourceURL)"))
        }
        await desk.close()
    }

    @Test func `rejects English sources in words when the model only extracts`() async throws {
        let desk = try await Desk(sites: ["Harrow Wire"])
        try await desk.pass()
        let queue = try await desk.ledger.queue()
        #expect(queue.contains { $0.reason?.contains("no Chinese sentence") == true })
        await desk.close()
    }

    @Test func `bears the scoreboard of feed readers for two days`() async throws {
        let desk = try await Desk()
        var polled: [Date: Int] = [:]
        for halfHour in 0..<96 {
            let moment = Desk.moment.addingTimeInterval(Double(halfHour) * 1800)
            polled[moment] = try await desk.poll(at: moment).feeds
        }
        let visits = desk.newsroom.visits.all
        for (site, own) in Dictionary(grouping: visits, by: \.site) {
            let unconditional = own.filter { $0.headers["if-none-match"] == nil }
            #expect(unconditional.count == 1, "\(site)")
            #expect(own.dropFirst().allSatisfy { $0.status == 304 }, "\(site)")
            // The server answers 304 to its own tag alone, and knows one date.
            #expect(Set(own.compactMap { $0.headers["if-modified-since"] }).count == 1, "\(site)")
            #expect(own.count > 30 && own.count <= 48, "\(site): \(own.count)")
        }
        for forbidden in ["cookie", "referer"] {
            #expect(!visits.contains { $0.headers[forbidden] != nil })
        }
        #expect(visits.allSatisfy { $0.query.isEmpty && $0.path != "/favicon.ico" })
        #expect(visits.allSatisfy { $0.headers["user-agent"]?.contains("+mailto:") == true })
        #expect(
            visits.allSatisfy { $0.headers["accept"]?.contains("application/atom+xml") == true })
        #expect(visits.allSatisfy { $0.headers["accept-encoding"] == "gzip, deflate, br" })
        // Hourly feeds at half-hourly looks: never at two looks in a row.
        let looks = polled.sorted { $0.key < $1.key }.map(\.value)
        #expect(zip(looks, looks.dropFirst()).allSatisfy { $0 + $1 <= 7 })
        await desk.close()
    }
}
