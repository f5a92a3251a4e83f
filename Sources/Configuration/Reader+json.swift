import Foundation
import Yams

extension Reader {
    /// The members of a mapping, each value as JSON text.
    func json(_ key: String) -> [String: String] {
        guard let node = value(of: key), node.null == nil else { return [:] }
        guard let mapping = node.mapping else {
            complain(key, "expected keys and values")
            return [:]
        }
        var members: [String: String] = [:]
        for (name, value) in mapping {
            members[name.string ?? ""] = Self.json(value)
        }
        return members
    }

    private static func json(_ node: Node) -> String {
        let value = Self.value(node)
        let data = try? JSONSerialization.data(
            withJSONObject: value,
            options: [.fragmentsAllowed, .sortedKeys, .withoutEscapingSlashes])
        // What `value` makes is always JSON.
        return String(decoding: data ?? Data("null".utf8), as: UTF8.self)
    }

    private static func value(_ node: Node) -> Any {
        if let sequence = node.sequence { return sequence.map(value) }
        if let mapping = node.mapping {
            return Dictionary(
                mapping.map { ($0.key.string ?? "", value($0.value)) }, uniquingKeysWith: { $1 })
        }
        guard let scalar = node.scalar, scalar.style == .plain else { return node.string ?? "" }
        if node.null != nil { return NSNull() }
        if let number = node.int { return number }
        if let number = node.float, number.isFinite { return number }
        return node.bool ?? scalar.string
    }
}
