import Foundation
import Yams

/// Reads a mapping of YAML key by key, remembers every problem with its place, and in the end knows
/// which keys nobody asked for.
final class Reader {
    /// What is wrong, for a whole file.
    final class Problems {
        let file: String
        private(set) var all: [(mark: Mark?, text: String)] = []

        init(file: String) {
            self.file = file
        }

        func add(_ mark: Mark?, _ text: String) {
            all.append((mark, text))
        }

        /// In the order of the file.
        var lines: [String] {
            all.sorted {
                ($0.mark?.line ?? 0, $0.mark?.column ?? 0) < (
                    $1.mark?.line ?? 0, $1.mark?.column ?? 0
                )
            }
            .map { mark, text in
                "\(file):\(mark?.line ?? 1):\(mark?.column ?? 1): \(text)"
            }
        }
    }

    let problems: Problems
    private let path: String
    private let mark: Mark?
    private let pairs: [(key: String, mark: Mark?, value: Node)]
    private var asked: [String] = []

    /// Reads the node as a mapping; a missing one has only defaults.
    init(_ node: Node?, path: String, problems: Problems) {
        self.problems = problems
        self.path = path
        mark = node?.mark
        var pairs: [(key: String, mark: Mark?, value: Node)] = []
        if let mapping = node?.mapping {
            for (key, value) in mapping {
                pairs.append((key.string ?? "", key.mark, value))
            }
        } else if let node, node.null == nil {
            problems.add(node.mark, "\(path.dropLast()): expected keys and values")
        }
        self.pairs = pairs
    }

    // MARK: - Values

    func text(_ key: String, _ fallback: String?) -> String {
        guard let node = node(key) else { return fallback ?? missing(key, "") }
        guard let scalar = node.scalar, !scalar.string.isEmpty || fallback == "" else {
            return wrong(key, node, "a text", fallback ?? "")
        }
        return scalar.string
    }

    func optionalText(_ key: String) -> String? {
        node(key) == nil ? nil : text(key, "")
    }

    func has(_ key: String) -> Bool { node(key) != nil }

    func texts(_ key: String, _ fallback: [String]) -> [String] {
        guard let node = node(key) else { return fallback }
        guard let sequence = node.sequence, sequence.allSatisfy({ $0.scalar != nil }) else {
            return wrong(key, node, "a list of texts", fallback)
        }
        return sequence.compactMap(\.scalar?.string)
    }

    func number(_ key: String, _ fallback: Int?, in range: ClosedRange<Int>) -> Int {
        guard let node = node(key) else { return fallback ?? missing(key, range.lowerBound) }
        guard let number = node.scalar.flatMap({ Int($0.string.replacing("_", with: "")) }) else {
            return wrong(key, node, "a whole number", range.lowerBound)
        }
        guard range.contains(number) else {
            return wrong(
                key, node, "a number from \(range.lowerBound) to \(range.upperBound)",
                range.lowerBound)
        }
        return number
    }

    /// Nil when the key is not there.
    func optionalNumber(_ key: String, in range: ClosedRange<Int>) -> Int? {
        node(key) == nil ? nil : number(key, nil, in: range)
    }

    func flag(_ key: String, _ fallback: Bool) -> Bool {
        guard let node = node(key) else { return fallback }
        switch node.scalar?.string {
        case "true": return true
        case "false": return false
        default: return wrong(key, node, "true or false", fallback)
        }
    }

    /// `90s`, `15m`, `6h`, `2d`.
    func duration(_ key: String, _ fallback: Duration, in range: ClosedRange<Duration>) -> Duration
    {
        guard let node = node(key) else { return fallback }
        let text = node.scalar?.string ?? ""
        let units: [Character: Int] = ["s": 1, "m": 60, "h": 3600, "d": 86_400]
        guard let unit = text.last.flatMap({ units[$0] }), let count = Int(text.dropLast()),
            count >= 0, count < 1_000_000
        else { return wrong(key, node, "a duration such as 90s, 15m, 6h or 2d", fallback) }
        let duration = Duration.seconds(count * unit)
        guard range.contains(duration) else {
            return wrong(
                key, node, "from \(Self.text(range.lowerBound)) to \(Self.text(range.upperBound))",
                fallback)
        }
        return duration
    }

    /// A decimal number as micro-units; nil when the key is not there.
    func money(_ key: String) -> Int? {
        guard let node = node(key) else { return nil }
        guard let amount = node.scalar.flatMap({ Decimal(string: $0.string) }), amount >= 0,
            amount < 1_000_000_000
        else { return wrong(key, node, "an amount of money such as 2.50", nil) }
        return NSDecimalNumber(decimal: amount * 1_000_000).intValue
    }

    func choice<Choice: RawRepresentable & CaseIterable>(
        _ key: String, _ fallback: Choice
    ) -> Choice where Choice.RawValue == String {
        guard let node = node(key) else { return fallback }
        if let choice = node.scalar.flatMap({ Choice(rawValue: $0.string) }) { return choice }
        let words = Choice.allCases.map(\.rawValue).joined(separator: ", ")
        return wrong(key, node, "one of \(words)", fallback)
    }

    func choices<Choice: RawRepresentable & CaseIterable>(
        _ key: String, _ fallback: [Choice]
    ) -> [Choice] where Choice.RawValue == String {
        guard let node = node(key) else { return fallback }
        let choices = texts(key, []).map(Choice.init)
        let known = choices.compactMap { $0 }
        if !known.isEmpty, known.count == choices.count { return known }
        let words = Choice.allCases.map(\.rawValue).joined(separator: ", ")
        return wrong(key, node, "a list of \(words)", fallback)
    }

    func url(_ key: String, _ fallback: String?) -> String {
        let text = text(key, fallback)
        let address = text.replacing("{query}", with: "query")
        if !text.isEmpty, !Self.isURL(address) {
            problems.add(node(key)?.mark, "\(path)\(key): not an http(s) URL: \"\(text)\"")
        }
        return text
    }

    static func isURL(_ text: String) -> Bool {
        guard let parts = URLComponents(string: text), let host = parts.host, !host.isEmpty,
            let scheme = parts.scheme?.lowercased()
        else { return false }
        return scheme == "http" || scheme == "https"
    }

    // MARK: - Structure

    func section(_ key: String) -> Reader {
        Reader(node(key), path: "\(path)\(key).", problems: problems)
    }

    /// A reader for each item of a list.
    func sections(_ key: String) -> [Reader] {
        guard let node = node(key), node.null == nil else { return [] }
        guard let sequence = node.sequence else { return wrong(key, node, "a list", []) }
        return sequence.enumerated().map { index, item in
            Reader(item, path: "\(path)\(key)[\(index)].", problems: problems)
        }
    }

    func secret(_ key: String) -> SecretReference? {
        guard let node = node(key), node.null == nil else { return nil }
        guard let pair = node.mapping?.first, node.mapping?.count == 1,
            let name = pair.value.string,
            let place = Self.place(pair.key.string, name)
        else {
            // Not repeated in the message: it may be the secret.
            problems.add(
                node.mark,
                "\(path)\(key): a secret does not stand in this file; write {env: NAME}, "
                    + "{file: PATH} or {credential: NAME}")
            return nil
        }
        let mark = node.mark
        return SecretReference(
            place: place,
            mark: "\(problems.file):\(mark?.line ?? 1):\(mark?.column ?? 1): \(path)\(key)")
    }

    private static func place(_ kind: String?, _ name: String) -> SecretReference.Place? {
        switch kind {
        case "env": .environment(name)
        case "file": .file(name)
        case "credential": .credential(name)
        default: nil
        }
    }

    /// Complains of the keys that nobody asked for.
    func finish() {
        for pair in pairs where !asked.contains(pair.key) {
            let near = asked.min { Self.distance($0, pair.key) < Self.distance($1, pair.key) }
            let hint = near.map { Self.distance($0, pair.key) <= 2 ? "; did you mean \($0)?" : "" }
            problems.add(pair.mark, "\(path)\(pair.key): unknown key" + (hint ?? ""))
        }
    }

    func complain(_ key: String, _ text: String) {
        problems.add(node(key)?.mark ?? mark, "\(path)\(key): \(text)")
    }

    /// The node itself, for readings that stand in files of their own.
    func value(of key: String) -> Node? { node(key) }

    private func node(_ key: String) -> Node? {
        if !asked.contains(key) { asked.append(key) }
        return pairs.first { $0.key == key }?.value
    }

    private func missing<Value>(_ key: String, _ value: Value) -> Value {
        problems.add(mark, "\(path)\(key): missing")
        return value
    }

    private func wrong<Value>(_ key: String, _ node: Node, _ expected: String, _ value: Value)
        -> Value
    {
        let given = node.scalar.map { ": \"\($0.string.prefix(60))\"" } ?? ""
        problems.add(node.mark, "\(path)\(key): expected \(expected)\(given)")
        return value
    }

    private static func text(_ duration: Duration) -> String {
        let seconds = Int(duration.components.seconds)
        for (unit, length) in [("d", 86_400), ("h", 3600), ("m", 60)]
        where seconds > 0 && seconds % length == 0 {
            return "\(seconds / length)\(unit)"
        }
        return "\(seconds)s"
    }

    /// Levenshtein's.
    private static func distance(_ a: String, _ b: String) -> Int {
        var row = Array(0...b.count)
        for (i, x) in a.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, y) in b.enumerated() {
                let above = row[j + 1]
                row[j + 1] = min(diagonal + (x == y ? 0 : 1), above + 1, row[j] + 1)
                diagonal = above
            }
        }
        return row[b.count]
    }
}
