import Configuration
import Domain
import Foundation
import Ledger
import Research
import Web

extension Line {
    /// What the first provider that answers knows of a query, best first. A provider that is blocked
    /// or broken is passed over; its outcome stands in the ledger.
    func search(_ query: String) async throws -> [Snippet] {
        for setting in settings.search {
            let provider = SearchProvider(
                name: setting.name,
                kind: SearchProvider.Kind(rawValue: setting.kind.rawValue) ?? .searxng,
                url: setting.url, language: setting.language)
            let record = try await ask(provider, query)
            if !record.snippets.isEmpty { return record.snippets }
        }
        return []
    }

    private func ask(_ provider: SearchProvider, _ query: String) async throws -> SearchRecord {
        let now = effects.now()
        let known = try await ledger.search(
            query, at: provider.name,
            since: now.addingTimeInterval(-SearchProvider.lifetime.inSeconds))
        if let known { return known }
        var record = SearchRecord(
            provider: provider.name, query: query, asked: now, outcome: "", snippets: [])
        var fetch = FetchRecord(purpose: .search, url: provider.url, started: now)
        do {
            let response = try await effects.http.fetch(provider.request(for: query))
            let outcome = provider.read(response, query: query, at: now)
            record.outcome = outcome.description
            record.snippets = outcome.snippets
            fetch.finalURL = response.url
            fetch.status = response.status
            fetch.bytes = response.wireBytes
            fetch.duration = response.duration
            fetch.error = outcome.isFailure ? outcome.description : nil
        } catch FetchError.cancelled {
            throw CancellationError()
        } catch {
            record.outcome = "\(error)"
            fetch.error = record.outcome
        }
        try await ledger.record(record, fetch: fetch)
        return record
    }
}
