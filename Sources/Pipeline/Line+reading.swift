import Configuration
import Domain
import Foundation
import Ledger
import Parsing
import Research
import Web

extension Line {
    /// The page at a URL, from the ledger where it was read before: a page is fetched once.
    func page(at url: String) async throws -> PageRecord {
        let key = canonicalURL(url) ?? url
        if let known = try await ledger.page(at: key) { return known }
        let started = effects.now()
        guard try await isAllowed(url) else {
            return try await record(
                key, url, error: "robots.txt does not allow it", started: started)
        }
        let response: Response
        do throws(FetchError) {
            response = try await effects.http.fetch(
                Request(
                    url, headers: [(name: "Accept", value: "text/html, application/xhtml+xml")],
                    limits: settings.network.limits, spacing: settings.network.pageSpacing))
        } catch .cancelled {
            throw CancellationError()
        } catch {
            return try await record(key, url, error: "\(error)", started: started)
        }
        return try await record(key, response, started: started)
    }

    private func record(
        _ key: String, _ response: Response, started: Date
    ) async throws -> PageRecord {
        var record = PageRecord(
            url: key, finalURL: response.url, status: response.status, retrieved: started,
            page: Page(text: ""))
        if (200..<300).contains(response.status) {
            do throws(PageError) {
                record.page = try readPage(
                    response.body, contentType: response.headers["Content-Type"],
                    url: response.url)
            } catch {
                record.error = error.description
            }
        } else {
            record.error = "\(response.url) answered \(response.status)"
        }
        try await ledger.record(
            record,
            fetch: FetchRecord(
                purpose: .page, url: key, finalURL: response.url, status: response.status,
                bytes: response.wireBytes, started: started, duration: response.duration,
                error: record.error))
        return record
    }

    private func record(
        _ key: String, _ url: String, error: String, started: Date
    ) async throws -> PageRecord {
        let record = PageRecord(
            url: key, finalURL: url, status: nil, retrieved: started, page: Page(text: ""),
            error: error)
        try await ledger.record(
            record, fetch: FetchRecord(purpose: .page, url: url, started: started, error: error))
        return record
    }

    /// Whether the site's robots.txt lets us read a page (RFC 9309): asked once a day a site.
    private func isAllowed(_ url: String) async throws -> Bool {
        guard let origin = origin(of: url) else { return false }
        let now = effects.now()
        let known = try await ledger.robots(
            of: origin, since: now.addingTimeInterval(-RobotsRules.lifetime.inSeconds))
        let record: RobotsRecord
        if let known {
            record = known
        } else {
            record = try await fetchRobots(of: origin, at: now)
        }
        return RobotsRules(status: record.status, body: record.body)
            .allows(url, agent: "caibian")
    }

    private func fetchRobots(of origin: String, at now: Date) async throws -> RobotsRecord {
        let url = origin + "/robots.txt"
        var record = RobotsRecord(origin: origin, fetched: now, status: nil, body: [])
        var fetch = FetchRecord(purpose: .robots, url: url, started: now)
        do {
            let response = try await effects.http.fetch(
                Request(
                    url, limits: Limits(body: RobotsRules.limit),
                    spacing: settings.network.pageSpacing))
            record.status = response.status
            record.body = (200..<300).contains(response.status) ? response.body : []
            fetch.status = response.status
            fetch.bytes = response.wireBytes
            fetch.duration = response.duration
        } catch FetchError.cancelled {
            throw CancellationError()
        } catch {
            fetch.error = "\(error)"
        }
        try await ledger.record(record, fetch: fetch)
        return record
    }

    private func origin(of url: String) -> String? {
        guard let parts = URLComponents(string: url), let scheme = parts.scheme,
            let host = parts.encodedHost, !host.isEmpty
        else { return nil }
        return "\(scheme)://\(host)" + (parts.port.map { ":\($0)" } ?? "")
    }
}

extension Settings.Network {
    var limits: Limits { Limits(total: timeout) }
}
