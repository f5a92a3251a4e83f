import Configuration
import Domain
import Foundation
import Ledger
import Parsing
import Web

/// What a round of polls brought.
package struct PollSummary: Sendable, Equatable {
    package var feeds = 0
    package var unchanged = 0
    package var failed = 0
    package var entries = 0

    fileprivate mutating func count(_ poll: Poll) {
        feeds += 1
        switch poll.outcome {
        case .unchanged: unchanged += 1
        case .changed: break
        case .failed: failed += 1
        }
    }
}

extension Line {
    /// Polls the feeds that are due, all of them when `all`, and records what they brought.
    func poll(all: Bool) async throws -> PollSummary {
        let now = effects.now()
        let records = try await ledger.feeds(listed: feeds.map(\.url))
        // A minute of slack: an hourly cron run finds an hourly feed due.
        let due = zip(feeds, records).filter { _, record in
            all || (record.due ?? .distantPast) <= now.addingTimeInterval(60)
        }
        report(.polling(feeds: due.count))
        return try await withThrowingTaskGroup(of: Poll.self) { group in
            var waiting = due.makeIterator()
            for _ in 0..<settings.network.connections {
                guard let (feed, record) = waiting.next() else { break }
                group.addTask { await self.poll(feed, record) }
            }
            var summary = PollSummary()
            var polls: [Poll] = []
            while let poll = try await group.next() {
                if let (feed, record) = waiting.next() {
                    group.addTask { await self.poll(feed, record) }
                }
                summary.count(poll)
                polls.append(poll)
                // A transaction costs a flush to disk; a feed each would be most of a pass.
                if polls.count == 64 {
                    summary.entries += try await ledger.record(polls)
                    polls.removeAll()
                }
            }
            summary.entries += try await ledger.record(polls)
            return summary
        }
    }

    private func poll(_ feed: FeedSetting, _ record: FeedRecord) async -> Poll {
        var poll = Poll(
            feedID: record.id, url: feed.url, outcome: .unchanged, started: effects.now(),
            nextDue: effects.now())
        do throws(FetchError) {
            let response = try await effects.http.fetch(conditionalRequest(for: record))
            poll.status = response.status
            poll.finalURL = response.url
            poll.bytes = response.wireBytes
            poll.duration = response.duration
            read(response, record, into: &poll)
        } catch {
            setBack(&poll, record, headers: Headers(), because: "\(error)")
        }
        switch poll.outcome {
        case .unchanged: report(.polled(feed: feed.url, entries: nil))
        case .changed(let document, _, _):
            report(.polled(feed: feed.url, entries: document.entries.count))
        case .failed(let reason, _): report(.pollFailed(feed: feed.url, reason: reason))
        }
        return poll
    }

    /// The validators of the last body that was parsed go back byte for byte; none is made up.
    private func conditionalRequest(for record: FeedRecord) -> Request {
        var headers = [
            (
                name: "Accept",
                value: "application/rss+xml, application/atom+xml, application/feed+json, "
                    + "application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5"
            )
        ]
        if let etag = record.etag { headers.append((name: "If-None-Match", value: etag)) }
        if let date = record.lastModified {
            headers.append((name: "If-Modified-Since", value: date))
        }
        return Request(
            record.url, headers: headers, limits: settings.network.limits,
            spacing: settings.network.feedSpacing)
    }

    private func read(_ response: Response, _ record: FeedRecord, into poll: inout Poll) {
        switch response.status {
        case 304:
            arrange(&poll, after: response, cadence: nil)
        case 200..<300:
            let digest = SHA256.hexDigest(response.body)
            poll.etag = response.headers["ETag"]
            poll.lastModified = response.headers["Last-Modified"]
            guard digest != record.bodySHA256 else {
                arrange(&poll, after: response, cadence: nil)
                return
            }
            do throws(FeedError) {
                let feed = try parseFeed(
                    response.body, contentType: response.headers["Content-Type"],
                    url: response.url)
                poll.outcome = .changed(
                    feed, canonicalURLs: feed.entries.map { $0.link.flatMap(canonicalURL) },
                    bodySHA256: digest)
                arrange(&poll, after: response, cadence: feed.cadence.interval)
            } catch {
                setBack(&poll, record, headers: response.headers, because: error.description)
            }
        default:
            setBack(
                &poll, record, headers: response.headers,
                because: "\(record.url) answered \(response.status)")
        }
    }

    private var schedule: PollSchedule {
        PollSchedule(interval: settings.polling.interval, least: settings.polling.least)
    }

    private func arrange(_ poll: inout Poll, after response: Response, cadence: Duration?) {
        poll.nextDue = schedule.next(
            after: poll.started, headers: response.headers, cadence: cadence,
            random: effects.random())
    }

    /// Old entries and validators stay as they are; only the failure is recorded.
    private func setBack(
        _ poll: inout Poll, _ record: FeedRecord, headers: Headers, because reason: String
    ) {
        poll.outcome = .failed(reason, isGone: poll.status == 410)
        poll.nextDue = schedule.next(
            afterFailure: poll.started, failures: record.failures, status: poll.status,
            headers: headers, random: effects.random())
    }
}
