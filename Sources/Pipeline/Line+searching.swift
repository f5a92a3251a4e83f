package import Configuration
package import Domain
import Foundation
import Ledger
package import Research
import Web

/// What the providers know of a query, and why those that were asked in vain had nothing.
struct SearchAnswer: Sendable {
    var snippets: [Snippet] = []
    var troubles: [String] = []
}

extension Line {
    /// What the first provider with results knows of a query, best first.
    ///
    /// A provider that is blocked, throttled or broken is passed over for a while; its outcome
    /// stands in the ledger. One that only gives leads steers: the next one is asked for the query,
    /// and where that brings nothing for the first lead's headline.
    func search(_ query: String) async throws -> SearchAnswer {
        var answer = SearchAnswer()
        var lead: Snippet?
        for provider in providers {
            var record = try await ask(provider, query, &answer)
            if record?.snippets.isEmpty == true, let lead, lead.title != query {
                record = try await ask(provider, lead.title, &answer)
            }
            let snippets = record?.snippets ?? []
            let pages = snippets.filter { $0.kind == .result }
            if !pages.isEmpty {
                answer.snippets = pages
                break
            }
            lead = lead ?? snippets.first { isRelevant($0, to: query) }
        }
        return answer
    }

    /// A provider's answer, from the ledger where it is known; nil for one that may not be asked.
    private func ask(
        _ provider: SearchProvider, _ query: String, _ answer: inout SearchAnswer
    ) async throws -> SearchRecord? {
        let now = effects.now()
        let known = try await ledger.search(
            query, at: provider.name,
            since: now.addingTimeInterval(-SearchProvider.lifetime.inSeconds))
        if let known, known.sha256 != nil { return known }
        if let reason = try await obstacle(to: provider, at: now) {
            answer.troubles.append("\(provider.name) \(reason)")
            return nil
        }
        let record = try await fetch(provider, query, at: now)
        if record.pausedUntil != nil {
            answer.troubles.append("\(provider.name) \(record.outcome)")
        }
        return record
    }

    /// Why a provider is not asked now; nil when it is.
    private func obstacle(to provider: SearchProvider, at now: Date) async throws -> String? {
        guard let known = try await ledger.searchProviders()[provider.name] else { return nil }
        if let until = known.pausedUntil.flatMap(Timestamp.date), until > now {
            return known.outcome
        }
        if let perDay = provider.perDay, known.day == day(at: now), known.asked >= perDay {
            return "was asked \(known.asked) times today, its per_day"
        }
        let asked = Timestamp.date(known.askedAt) ?? .distantPast
        if now.timeIntervalSince(asked) < provider.interval.inSeconds {
            return "was asked less than \(provider.interval) ago"
        }
        return nil
    }

    private func fetch(
        _ provider: SearchProvider, _ query: String, at now: Date
    ) async throws -> SearchRecord {
        var record = SearchRecord(provider: provider.name, query: query, asked: now)
        var fetch = FetchRecord(purpose: .search, url: provider.url, started: now)
        let request = provider.request(for: query)
        var outcome: SearchOutcome
        if provider.obeysRobots,
            try await robots(for: request.url)?.allows(request.url, agent: Self.agent) != true
        {
            outcome = .blocked("its robots.txt does not allow the question")
        } else {
            do {
                let response = try await effects.http.fetch(request)
                outcome = provider.read(response, query: query, at: now)
                fetch.finalURL = response.url == request.url ? nil : response.url
                fetch.status = response.status
                fetch.bytes = response.wireBytes
                fetch.duration = response.duration
                if !outcome.isFailure { record.sha256 = SHA256.hexDigest(response.body) }
            } catch FetchError.cancelled {
                throw CancellationError()
            } catch {
                outcome = .broken("\(error)")
            }
        }
        record.outcome = outcome.description
        record.snippets = outcome.snippets
        record.pausedUntil = outcome.pause.map { now.addingTimeInterval($0.inSeconds) }
        fetch.error = outcome.isFailure ? outcome.description : nil
        try await ledger.record(record, fetch: fetch, day: day(at: now))
        return record
    }
}

extension SearchProvider {
    package init(_ setting: Settings.Search, key: Secret?) {
        self.init(
            name: setting.name, kind: Kind(rawValue: setting.kind.rawValue) ?? .rss,
            url: setting.url, language: setting.language, key: key, perDay: setting.perDay)
    }
}
