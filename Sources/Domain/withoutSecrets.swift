/// A text as it may be shown: in its URLs a user before the host, and the values of parameters that
/// are named after keys, are `…`. Private feeds have theirs in their address.
package func withoutSecrets(_ text: String) -> String {
    guard text.contains("://") else { return text }
    var output: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let start = firstURL(in: rest) {
        output += rest[..<start]
        rest = rest[start...]
        let url = rest.prefix { $0 > 32 && !"\"'<>)]}|\\".utf8.contains($0) }
        output += shown(url)
        rest = rest[url.endIndex...]
    }
    return String(decoding: output + rest, as: UTF8.self)
}

/// Behind the first `://`.
private func firstURL(in text: ArraySlice<UInt8>) -> Int? {
    text.indices.dropLast(2).first { text[$0...].starts(with: "://".utf8) }.map { $0 + 3 }
}

private func shown(_ url: ArraySlice<UInt8>) -> [UInt8] {
    var rest = url
    var output: [UInt8] = []
    let authority = rest.prefix { !"/?#".utf8.contains($0) }
    if let at = authority.lastIndex(of: UInt8(ascii: "@")) {
        output += "…".utf8
        rest = rest[at...]
    }
    guard let query = rest.firstIndex(of: UInt8(ascii: "?")) else { return output + rest }
    output += rest[..<query]
    var mark = rest[query]
    for part in rest[(query + 1)...].split(
        separator: UInt8(ascii: "&"), omittingEmptySubsequences: false)
    {
        output.append(mark)
        mark = UInt8(ascii: "&")
        guard let equals = part.firstIndex(of: UInt8(ascii: "=")),
            isSecret(String(decoding: part[..<equals], as: UTF8.self))
        else {
            output += part
            continue
        }
        output += part[...equals] + Array("…".utf8)
    }
    return output
}

private func isSecret(_ name: String) -> Bool {
    let name = name.lowercased()
    return ["key", "sig", "sid", "auth", "pass", "pwd"].contains(name)
        || ["token", "secret", "password", "apikey", "api_key", "api-key", "signature", "session"]
            .contains(where: name.contains)
}
