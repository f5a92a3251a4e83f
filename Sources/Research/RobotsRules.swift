/// What a site's robots.txt lets us fetch (RFC 9309), and how often.
package struct RobotsRules: Sendable {
    /// Bytes that are read (§2.5).
    package static let limit = 512_000
    /// How long an answer is good for (§2.4).
    package static let lifetime = Duration.seconds(86_400)
    /// The longest delay between two pages that is waited; a site that wants more is not worth it.
    private static let longestDelay = 30.0

    private enum Access: Sendable {
        case all, none
        case rules([Group])
    }

    private struct Rule: Sendable {
        var allows: Bool
        /// In the form of ``RobotsPath``.
        var pattern: RobotsPath
    }

    private struct Group: Sendable {
        var agents: [String] = []
        var rules: [Rule] = []
        var delay: Double?
    }

    private let access: Access

    /// A site that answers 4xx has no rules; one that answers 5xx, or not at all, is left alone
    /// (§2.3.1). One that throttles (429) is as good as not reached.
    package init(status: Int?, body: [UInt8]) {
        switch status {
        case .some(200..<300): access = .rules(Self.groups(body.prefix(Self.limit)))
        case .some(429): access = .none
        case .some(300..<500): access = .all
        default: access = .none
        }
    }

    /// Whether a URL may be fetched by the program of that product token.
    package func allows(_ url: String, agent: String) -> Bool {
        switch access {
        case .all: return true
        case .none: return false
        case .rules(let groups):
            let path = RobotsPath(ofURL: url)
            // Every program may read the rules themselves (§2.2.2).
            if path == RobotsPath("/robots.txt") { return true }
            // The longest match decides; allow wins a draw (§2.2.2).
            let best = Self.chosen(groups, agent).flatMap(\.rules)
                .filter { $0.pattern.matches(path) }
                .max {
                    ($0.pattern.count, $0.allows ? 1 : 0) < ($1.pattern.count, $1.allows ? 1 : 0)
                }
            return best?.allows ?? true
        }
    }

    /// What `Crawl-delay` asks between two pages, at most half a minute; nil when it asks nothing.
    package func delay(agent: String) -> Duration? {
        guard case .rules(let groups) = access else { return nil }
        let delay = Self.chosen(groups, agent).compactMap(\.delay).max()
        return delay.map { .seconds(min($0, Self.longestDelay)) }
    }

    /// The groups that name the program, else those for all; several are one (§2.2.1).
    private static func chosen(_ groups: [Group], _ agent: String) -> [Group] {
        let named = groups.filter { $0.agents.contains(agent.lowercased()) }
        return named.isEmpty ? groups.filter { $0.agents.contains("*") } : named
    }

    private static func groups(_ body: ArraySlice<UInt8>) -> [Group] {
        var groups: [Group] = []
        var isInAgents = false
        for (key, value) in lines(body) {
            switch key {
            case "user-agent":
                if !isInAgents { groups.append(Group()) }
                groups[groups.count - 1].agents.append(product(value))
                isInAgents = true
            case "allow", "disallow":
                isInAgents = false
                guard !groups.isEmpty, !value.isEmpty else { continue }
                groups[groups.count - 1].rules.append(
                    Rule(allows: key == "allow", pattern: RobotsPath(value)))
            case "crawl-delay":
                isInAgents = false
                guard !groups.isEmpty, let delay = Double(value), delay >= 0 else { continue }
                groups[groups.count - 1].delay = delay
            default: continue
            }
        }
        return groups
    }

    /// Keys in lower case with their values; comments, byte order mark and white space left out.
    private static func lines(_ body: ArraySlice<UInt8>) -> [(key: String, value: String)] {
        body.split { $0 == 10 || $0 == 13 }.compactMap { line in
            let content = line.prefix { $0 != UInt8(ascii: "#") }
            guard let colon = content.firstIndex(of: UInt8(ascii: ":")) else { return nil }
            var key = content[..<colon]
            if key.starts(with: [0xef, 0xbb, 0xbf]) { key = key.dropFirst(3) }
            return (text(key).lowercased(), text(content[content.index(after: colon)...]))
        }
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        var bytes = bytes
        while let first = bytes.first, first <= 32 { bytes.removeFirst() }
        while let last = bytes.last, last <= 32 { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The product token of a line: what is not of a token's letters ends it (§2.2.1).
    private static func product(_ value: String) -> String {
        if value.hasPrefix("*") { return "*" }
        return value.lowercased().prefix { $0.isASCII && ($0.isLetter || $0 == "-" || $0 == "_") }
            .description
    }
}
