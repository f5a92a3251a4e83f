import Foundation

/// What a site's robots.txt lets us fetch (RFC 9309).
package struct RobotsRules: Sendable {
    /// Bytes that are read (§2.5).
    package static let limit = 512_000
    /// How long an answer is good for (§2.4).
    package static let lifetime = Duration.seconds(86_400)

    private enum Access: Sendable {
        case all, none
        case rules([Group])
    }

    private struct Group: Sendable {
        var agents: [String] = []
        var rules: [(allows: Bool, pattern: String)] = []
    }

    private let access: Access

    /// A site that answers 4xx has no rules; one that answers 5xx, or not at all, is left alone
    /// (§2.3.1).
    package init(status: Int?, body: [UInt8]) {
        switch status {
        case .some(200..<300): access = .rules(Self.groups(String(decoding: body, as: UTF8.self)))
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
            let named = groups.filter { $0.agents.contains(agent.lowercased()) }
            let chosen = named.isEmpty ? groups.filter { $0.agents.contains("*") } : named
            let path = Self.path(of: url)
            // The longest match decides; allow wins a draw (§2.2.2).
            let matches = chosen.flatMap(\.rules).filter { Self.matches($0.pattern, path) }
            let best = matches.max {
                ($0.pattern.utf8.count, $0.allows ? 1 : 0)
                    < ($1.pattern.utf8.count, $1.allows ? 1 : 0)
            }
            return best?.allows ?? true
        }
    }

    private static func groups(_ text: String) -> [Group] {
        var groups: [Group] = []
        var isInAgents = false
        for line in text.split(whereSeparator: \.isNewline) {
            let content = line.prefix { $0 != "#" }
            guard let colon = content.firstIndex(of: ":") else { continue }
            let key = content[..<colon].trimmingCharacters(in: .whitespaces).lowercased()
            let value = content[content.index(after: colon)...]
                .trimmingCharacters(in: .whitespaces)
            switch key {
            case "user-agent":
                if !isInAgents { groups.append(Group()) }
                groups[groups.count - 1].agents.append(value.lowercased())
                isInAgents = true
            case "allow", "disallow":
                isInAgents = false
                if !groups.isEmpty, !value.isEmpty {
                    groups[groups.count - 1].rules.append((key == "allow", value))
                }
            default: break
            }
        }
        return groups
    }

    private static func path(of url: String) -> String {
        guard let parts = URLComponents(string: url) else { return "/" }
        let path = parts.percentEncodedPath.isEmpty ? "/" : parts.percentEncodedPath
        return path + (parts.percentEncodedQuery.map { "?\($0)" } ?? "")
    }

    /// `*` stands for any run of characters, `$` at the end for the end of the path.
    private static func matches(_ pattern: String, _ path: String) -> Bool {
        let isAnchored = pattern.hasSuffix("$")
        let pieces = (isAnchored ? pattern.dropLast() : Substring(pattern))
            .split(separator: "*", omittingEmptySubsequences: false)
        var rest = Substring(path)
        for (index, piece) in pieces.enumerated() where !piece.isEmpty {
            if index == 0 {
                guard rest.hasPrefix(piece) else { return false }
                rest = rest.dropFirst(piece.count)
            } else if isAnchored, index == pieces.count - 1 {
                guard rest.hasSuffix(piece) else { return false }
                rest = ""
            } else {
                guard let found = rest.range(of: piece) else { return false }
                rest = rest[found.upperBound...]
            }
        }
        return !isAnchored || rest.isEmpty || pattern.hasSuffix("*$")
    }
}
