import Configuration
import Domain
import Failpoints
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

/// Which feeds a round polls.
package enum PollScope: Sendable {
    /// All but those that are gone, due or not.
    case all
    /// Those that are due. A minute of slack: an hourly cron run finds an hourly feed due.
    case due
    /// Those that are due and whose share of the spread is over: for a program that stays.
    case dueAndSpread
}

extension Line {
    /// Polls feeds and records what they brought.
    package func poll(_ scope: PollScope) async throws -> PollSummary {
        let now = effects.now()
        let chosen = try await ledger.feeds(listed: feeds.map(\.url), due: scope.latest(at: now))
            .filter { scope.holds($0, at: now) }
        guard !chosen.isEmpty else { return PollSummary() }
        report(.polling(feeds: chosen.count))
        let hosts = HostTroubles()
        return try await withThrowingTaskGroup(of: Poll.self) { group in
            var polls: [Poll] = []
            // What ended the program once is parsed alone, so that it cannot take others with it.
            for suspect in chosen where suspect.isSuspect {
                polls.append(await self.poll(suspect, hosts))
            }
            var waiting = chosen.lazy.filter { !$0.isSuspect }.makeIterator()
            for _ in 0..<settings.network.connections {
                guard let record = waiting.next() else { break }
                group.addTask { await self.poll(record, hosts) }
            }
            var summary = PollSummary()
            for poll in polls { summary.count(poll) }
            var weight = polls.count
            while let poll = try await group.next() {
                if Task.isCancelled {
                    // Those that ended before the stop count; the others were no failures.
                    _ = try await ledger.record(polls)
                    throw CancellationError()
                }
                if let record = waiting.next() {
                    group.addTask { await self.poll(record, hosts) }
                }
                summary.count(poll)
                polls.append(poll)
                weight += poll.weight
                // A transaction costs a flush to disk; a feed each would be most of a pass.
                if weight >= Poll.batch {
                    summary.entries += try await ledger.record(polls)
                    polls.removeAll()
                    weight = 0
                }
            }
            summary.entries += try await ledger.record(polls)
            return summary
        }
    }

    private func poll(_ record: FeedRecord, _ hosts: HostTroubles) async -> Poll {
        var poll = Poll(
            feedID: record.id, url: record.url, outcome: .unchanged, started: effects.now(),
            nextDue: effects.now())
        if let reason = await hosts.trouble(at: record.currentURL) {
            setBack(&poll, record, headers: Headers(), because: reason)
        } else {
            do throws(FetchError) {
                let response = try await effects.http.fetch(conditionalRequest(for: record))
                poll.take(response)
                await hosts.note(record.currentURL, isTrouble: response.status >= 500)
                read(response, record, into: &poll)
            } catch {
                await hosts.note(record.currentURL, isTrouble: true)
                setBack(&poll, record, headers: Headers(), because: "\(error)")
            }
        }
        switch poll.outcome {
        case .unchanged: report(.polled(feed: record.url, entries: nil))
        case .changed(let document, _, _):
            report(.polled(feed: record.url, entries: document.entries.count))
        case .failed(let reason, _): report(.pollFailed(feed: record.url, reason: reason))
        }
        return poll
    }

    /// The validators of the last body that was parsed go back byte for byte; none is made up.
    private func conditionalRequest(for record: FeedRecord) -> Request {
        var headers = [(name: "Accept", value: Self.feedTypes)]
        if let etag = record.etag { headers.append((name: "If-None-Match", value: etag)) }
        if let date = record.lastModified {
            headers.append((name: "If-Modified-Since", value: date))
        }
        return Request(
            record.currentURL, origin: .feeds, headers: headers, limits: settings.network.limits,
            spacing: settings.network.feedSpacing)
    }

    private static let feedTypes =
        "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, "
        + "text/xml;q=0.9, */*;q=0.5"

    private func read(_ response: Response, _ record: FeedRecord, into poll: inout Poll) {
        // A failure records none of them.
        poll.etag = response.headers["ETag"]
        poll.lastModified = response.headers["Last-Modified"]
        switch response.status {
        case 304: arrange(&poll, record, response, isUnvalidated: false)
        case 200..<300:
            let hash = String(sipHash(response.body), radix: 16)
            guard hash != record.bodyHash else {
                arrange(&poll, record, response, isUnvalidated: true)
                return
            }
            do throws(FeedError) {
                let feed = try parse(response, of: record)
                poll.outcome = .changed(
                    feed, canonicalURLs: feed.entries.map { $0.link.flatMap(canonicalURL) },
                    bodyHash: hash)
                var changed = record
                (changed.cadence, changed.changed) = (feed.cadence, poll.started)
                arrange(&poll, changed, response, isUnvalidated: false)
            } catch {
                setBack(&poll, record, headers: response.headers, because: error.description)
            }
        case let status:
            let reason =
                response.headers.isChallenge
                ? "\(record.currentURL) answers programs with a challenge for browsers; ask the site"
                : "\(record.currentURL) answered \(status)"
            setBack(&poll, record, headers: response.headers, because: reason)
        }
    }

    private func parse(
        _ response: Response, of record: FeedRecord
    ) throws(FeedError) -> Feed {
        effects.parses.begin(record.id)
        defer { effects.parses.end(record.id) }
        Failpoint.reach("parse \(record.url)")
        return try parseFeed(
            response.body, contentType: response.headers["Content-Type"],
            language: response.headers["Content-Language"], url: response.url)
    }

    private var schedule: PollSchedule {
        PollSchedule(interval: settings.polling.interval, least: settings.polling.least)
    }

    private func arrange(
        _ poll: inout Poll, _ record: FeedRecord, _ response: Response, isUnvalidated: Bool
    ) {
        poll.nextDue = schedule.next(
            after: poll.started, headers: response.headers, cadence: record.cadence,
            changed: record.changed, isUnvalidated: isUnvalidated)
    }

    /// Old entries and validators stay as they are; only the failure is recorded.
    private func setBack(
        _ poll: inout Poll, _ record: FeedRecord, headers: Headers, because reason: String
    ) {
        let isGone = schedule.isGone(
            status: poll.status, failingSince: record.failingSince, now: poll.started)
        poll.outcome = .failed(
            isGone ? "\(reason); given up, `caibian feeds resume` tries again" : reason,
            isGone: isGone)
        poll.nextDue = schedule.next(
            afterFailure: poll.started, failures: record.failures, status: poll.status,
            headers: headers)
    }
}

extension PollScope {
    /// The latest due time of a feed that the round polls; nil for any.
    fileprivate func latest(at now: Date) -> Date? {
        switch self {
        case .all: nil
        case .due: now.addingTimeInterval(60)
        case .dueAndSpread: now
        }
    }

    /// Whether a record of that time is polled.
    fileprivate func holds(_ record: FeedRecord, at now: Date) -> Bool {
        guard !record.isGone, let due = record.due, case .dueAndSpread = self else {
            return !record.isGone
        }
        return due + PollSchedule.spread(record.url, polled: record.polled, due: due) <= now
    }
}

extension Poll {
    /// What a transaction holds: entries of thirty or so feeds, or five hundred feeds unchanged.
    fileprivate static let batch = 512

    fileprivate var weight: Int {
        if case .changed = outcome { 16 } else { 1 }
    }

    fileprivate mutating func take(_ response: Response) {
        status = response.status
        finalURL = response.url
        bytes = response.wireBytes
        duration = response.duration
        if !response.redirects.isEmpty, response.redirects.allSatisfy(\.isPermanent) {
            movedTo = response.url
        }
    }
}

extension Redirect {
    fileprivate var isPermanent: Bool { status == 301 || status == 308 }
}

/// Hosts that fail while a round lasts: after three failures in a row their other feeds wait.
private actor HostTroubles {
    private static let enough = 3
    private var failures: [String: Int] = [:]

    func trouble(at url: String) -> String? {
        guard let host = Self.host(of: url), failures[host, default: 0] >= Self.enough else {
            return nil
        }
        return "\(host) failed \(Self.enough) times in a row; its other feeds wait"
    }

    func note(_ url: String, isTrouble: Bool) {
        guard let host = Self.host(of: url) else { return }
        if isTrouble {
            failures[host, default: 0] += 1
        } else {
            failures[host] = nil
        }
    }

    /// Host and port, as they stand in the URL.
    private static func host(of url: String) -> String? {
        url.split(separator: "/", maxSplits: 2).dropFirst().first.map(String.init)
    }
}
