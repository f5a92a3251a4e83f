import Foundation
import Yams

extension Settings {
    /// Bytes; no settings are longer, and expanding aliases takes no memory below it.
    private static let limit = 1_000_000

    /// Reads a file of settings. Throws everything that is wrong with it at once.
    package init(path: String) throws(SettingsError) {
        let (root, problems) = try document(at: path, limit: Self.limit)
        let folder = URL(filePath: path).deletingLastPathComponent().path
        let reader = Reader(root, path: "", problems: problems)
        self.path = path
        let site = reader.section("site")
        self.site = Site(
            content: absolute(site.text("content", nil), in: folder), zone: zone(site),
            author: site.text("author", "采编"), categories: site.texts("categories", ["新闻"]),
            layout: absolute(site.text("layout", "layouts/default.md"), in: folder))
        site.finish()
        ledger = absolute(reader.text("ledger", "../state/caibian.sqlite"), in: folder)
        feeds = absolute(reader.text("feeds", "feeds.yaml"), in: folder)
        prompts = absolute(reader.text("prompts", "prompts"), in: folder)
        network = Self.network(reader.section("network"), folder)
        polling = Self.polling(reader.section("polling"))
        stories = Self.stories(reader.section("stories"))
        search = Self.searches(reader, folder)
        models = Self.models(reader, folder)
        budget = Self.budget(reader.section("budget"))
        publish = Self.publish(reader.section("publish"))
        notify = Self.notify(reader.section("notify"), folder)
        reader.finish()
        if !problems.all.isEmpty { throw SettingsError(problems: problems.lines) }
    }

    private static func network(_ reader: Reader, _ folder: String) -> Network {
        defer { reader.finish() }
        let ca = reader.text("ca", "")
        return Network(
            contact: reader.text("contact", nil), allow: reader.texts("allow", []),
            proxy: reader.text("proxy", ""), ca: ca.isEmpty ? "" : absolute(ca, in: folder),
            connections: reader.number("connections", 32, in: 1...512),
            timeout: reader.duration("timeout", .seconds(30), in: .seconds(1) ... .seconds(600)),
            feedSpacing: reader.duration(
                "feed_spacing", .seconds(1), in: .seconds(0) ... .seconds(600)),
            pageSpacing: reader.duration(
                "page_spacing", .seconds(2), in: .seconds(0) ... .seconds(600)),
            obey: reader.texts("obey", []).map { $0.lowercased() })
    }

    private static func polling(_ reader: Reader) -> Polling {
        defer { reader.finish() }
        let least = reader.duration(
            "least", .seconds(900), in: .seconds(60) ... .seconds(86_400))
        return Polling(
            interval: reader.duration("interval", .seconds(3600), in: least ... .seconds(86_400)),
            least: least)
    }

    private static func stories(_ reader: Reader) -> Stories {
        defer { reader.finish() }
        return Stories(
            window: reader.duration(
                "window", .seconds(172_800), in: .seconds(3600) ... .seconds(86_400 * 3650)),
            perDay: reader.number("per_day", 20, in: 0...10_000),
            sources: reader.number("sources", 8, in: 1...20))
    }

    private static func searches(_ reader: Reader, _ folder: String) -> [Search] {
        var seen: Set<String> = []
        return reader.sections("search").map { item in
            let search = search(item, folder)
            if !seen.insert(search.name).inserted {
                item.complain("name", "two searches are called \(search.name); name one otherwise")
            }
            return search
        }
    }

    private static func search(_ reader: Reader, _ folder: String) -> Search {
        defer { reader.finish() }
        let kind = reader.choice("kind", Search.Kind.searxng)
        let url = kind.needsURL || reader.has("url") ? reader.url("url", nil) : nil
        if kind == .rss, url?.contains("{query}") == false {
            reader.complain("url", "an rss search holds {query} where the query goes")
        }
        let key = secret(reader, "key", folder)
        if kind.needsKey, key == nil, !reader.has("key") {
            reader.complain("key", "missing: \(kind.rawValue) answers only with a key")
        }
        let host = kind.needsURL ? url.flatMap { URL(string: $0)?.host } : nil
        return Search(
            kind: kind, name: reader.text("name", host ?? kind.rawValue), url: url,
            language: reader.optionalText("language"), key: key,
            perDay: reader.optionalNumber("per_day", in: 0...1_000_000))
    }

    /// A reference to a secret, its file absolute.
    static func secret(
        _ reader: Reader, _ key: String, _ folder: String
    ) -> SecretReference? {
        var reference = reader.secret(key)
        if case .file(let path) = reference?.place {
            reference?.place = .file(absolute(path, in: folder))
        }
        return reference
    }

    private static func budget(_ reader: Reader) -> Budget {
        defer { reader.finish() }
        func cap(_ key: String) -> Budget.Cap {
            let section = reader.section(key)
            defer { section.finish() }
            let tokens = section.number("tokens", -1, in: 0...1_000_000_000_000)
            return Budget.Cap(tokens: tokens < 0 ? nil : tokens, money: section.money("money"))
        }
        return Budget(
            currency: reader.text("currency", "CNY"), article: cap("article"), day: cap("day"),
            month: cap("month"), feed: cap("feed"))
    }

    private static func publish(_ reader: Reader) -> Publish {
        defer { reader.finish() }
        let score = reader.number("score", 80, in: 0...100)
        return Publish(
            cover: reader.choice("cover", .none),
            publishers: reader.number("publishers", 1, in: 1...10),
            sensitive: reader.texts("sensitive", sensitiveWords), score: score,
            rejectBelow: reader.number("reject_below", min(60, score), in: 0...score),
            sourceCharacters: reader.number("source_characters", 400, in: 0...1_000_000),
            drafts: reader.flag("drafts", false), judge: reader.flag("judge", true),
            judgeWait: reader.duration(
                "judge_wait", .seconds(86_400), in: .seconds(60) ... .seconds(30 * 86_400)))
    }

    /// Leaders and elections, territories, casualties, minors, cases in court, cures, advice on
    /// shares, accusations.
    private static let sensitiveWords = [
        "国家主席", "总书记", "政治局", "中南海", "总统", "首相", "大选", "选举", "弹劾", "政变",
        "台湾问题", "台独", "港独", "藏独", "疆独", "两岸统一", "主权争议", "领土争端",
        "遇难", "身亡", "丧生", "死亡", "伤亡", "遇害", "自杀", "恐怖袭击",
        "性侵", "猥亵", "虐童", "未成年人犯罪", "未成年受害",
        "庭审", "被告人", "提起公诉", "被起诉", "被判", "犯罪嫌疑人", "羁押",
        "疗效", "治愈率", "根治", "特效药", "目标价", "买入评级", "推荐买入", "荐股",
        "涉嫌", "被指控", "遭指控", "性骚扰",
    ]
}

private func zone(_ site: Reader) -> TimeZone {
    let name = site.text("time_zone", "Asia/Shanghai")
    guard let zone = TimeZone(identifier: name) else {
        site.complain("time_zone", "no time zone of the IANA database: \"\(name)\"")
        return .gmt
    }
    return zone
}

func absolute(_ path: String, in folder: String) -> String {
    URL(filePath: path, relativeTo: URL(filePath: folder, directoryHint: .isDirectory))
        .standardizedFileURL.path
}

/// The root of a YAML file; an empty one has none.
func document(
    at path: String, limit: Int
) throws(SettingsError) -> (root: Node?, problems: Reader.Problems) {
    func fail(_ text: String) -> SettingsError {
        SettingsError(problems: ["\(path):1:1: \(text)"])
    }
    let data: Data
    do {
        data = try Data(contentsOf: URL(filePath: path))
    } catch {
        throw fail(unreadable(error))
    }
    guard data.count <= limit else { throw fail("is longer than \(limit) bytes") }
    guard let text = String(data: data, encoding: .utf8) else { throw fail("is not UTF-8") }
    if hasAlias(text.utf8) {
        throw fail("uses anchors or aliases; write the values out")
    }
    do {
        return (try compose(yaml: text), Reader.Problems(file: path))
    } catch let error as YamlError {
        throw SettingsError(problems: [place(error, path)])
    } catch {
        throw fail("\(error)")
    }
}

/// Whether a value begins with `&name` or `*name`, outside comments and quotes.
private func hasAlias(_ text: String.UTF8View) -> Bool {
    for line in text.split(separator: 10) {
        var last: UInt8 = 32
        var isValueStart = true
        for byte in line {
            let isLetter = byte | 32 >= 97 && byte | 32 <= 122
            if byte == UInt8(ascii: "#"), last == 32 { break }
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { break }
            let isMark = last == UInt8(ascii: "&") || last == UInt8(ascii: "*")
            if isMark, isValueStart, isLetter { return true }
            let isSign = byte == UInt8(ascii: "&") || byte == UInt8(ascii: "*")
            isValueStart =
                isValueStart && (byte == 32 || isSign || byte == UInt8(ascii: "-"))
                || byte == 32 && last == UInt8(ascii: ":")
            last = byte
        }
    }
    return false
}

private func unreadable(_ error: any Error) -> String {
    switch (error as? CocoaError)?.code {
    case .fileReadNoSuchFile: "there is no such file; name another by --config"
    case .fileReadNoPermission: "this user may not read it"
    default: "cannot be read: \(error.localizedDescription)"
    }
}

private func place(_ error: YamlError, _ path: String) -> String {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
        .composer(_, let problem, let mark, _):
        "\(path):\(mark.line):\(mark.column): no YAML: \(problem)"
    case .duplicatedKeysInMapping(let keys, let context):
        "\(path):\(context.mark.line):\(context.mark.column): "
            + "\(keys.sorted().joined(separator: ", ")): stands there twice"
    default: "\(path):1:1: no YAML: \(error)"
    }
}
