import Configuration
import Domain
import Foundation
import Ledger
import Parsing
import Research
import Web

extension Line {
    /// The page at a URL, from the ledger where it was read before: a page is fetched once. One that
    /// could not be had for a reason that passes is tried again after an hour.
    func page(at url: String) async throws -> PageRecord {
        let key = canonicalURL(url) ?? url
        let started = effects.now()
        if let known = try await ledger.page(at: key),
            known.isFinal || started.timeIntervalSince(known.retrieved) < 3600
        {
            return known
        }
        let rules = try await robots(for: url)
        guard let rules, rules.allows(url, agent: Self.agent) else {
            return try await record(
                key, url, error: "robots.txt does not allow it", started: started)
        }
        let spacing = max(settings.network.pageSpacing, rules.delay(agent: Self.agent) ?? .zero)
        let response: Response
        do throws(FetchError) {
            response = try await effects.http.fetch(
                Request(
                    url, headers: [(name: "Accept", value: "text/html, application/xhtml+xml")],
                    limits: settings.network.limits, spacing: spacing))
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
        do throws(PageError) {
            record.page = try read(response)
        } catch {
            record.error = error.description
        }
        let wished = record.page.directives.filter(settings.network.obey.contains)
        if !wished.isEmpty {
            record.page.text = ""
            record.error =
                "the page says \(wished.joined(separator: ", ")), which network.obey names"
        }
        try await ledger.record(
            record, aliases: aliases(of: record),
            fetch: FetchRecord(
                purpose: .page, url: key, finalURL: response.url, status: response.status,
                bytes: response.wireBytes, started: started, duration: response.duration,
                error: record.error))
        return record
    }

    /// The page that an answer holds, with what its header asks.
    private func read(_ response: Response) throws(PageError) -> Page {
        if response.headers.isChallenge { throw .challenge(url: response.url) }
        guard (200..<300).contains(response.status) else {
            throw .refused(url: response.url, status: response.status)
        }
        var page = try readPage(
            response.body, contentType: response.headers["Content-Type"], url: response.url)
        if let tag = response.headers["X-Robots-Tag"] { page.directives += robotsDirectives(tag) }
        return page
    }

    /// The addresses that the page answered from, and by which it calls itself on the same host.
    private func aliases(of record: PageRecord) -> Set<String> {
        guard record.error == nil, let final = canonicalURL(record.finalURL) else { return [] }
        guard let own = record.page.canonicalURL.flatMap(canonicalURL),
            URL(string: own)?.host == URL(string: final)?.host
        else { return [final] }
        return [final, own]
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

    /// What the site of a URL lets us fetch (RFC 9309): asked once a day a site. Nil without a site.
    func robots(for url: String) async throws -> RobotsRules? {
        guard let origin = origin(of: url) else { return nil }
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
    }

    /// The product token by which robots.txt knows the program.
    static let agent = "caibian"

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

extension PageRecord {
    /// Whether another request would bring nothing else.
    fileprivate var isFinal: Bool {
        guard error != nil else { return true }
        guard let status else { return false }
        return status < 500 && ![408, 425, 429].contains(status)
    }
}

extension Settings.Network {
    var limits: Limits { Limits(total: timeout) }
}
