import Configuration
import Domain
import Foundation
import TestSupport
import Testing

struct SettingsTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    private func settings(_ text: String) throws -> Settings {
        let path = try directory.write(text, to: "caibian.yaml")
        do throws(SettingsError) {
            return try Settings(path: path)
        } catch {
            throw SettingsError(
                problems: error.problems.map { $0.replacing(path, with: "caibian.yaml") })
        }
    }

    private let least = """
        site: {content: /srv/site}
        network: {contact: "mailto:a@b.example"}
        models: [{url: "https://a.example/v1/", model: m}]
        """

    @Test func `fills in defaults`() throws {
        let settings = try settings(least)
        #expect(settings.polling.interval == .seconds(3600))
        #expect(settings.models.map(\.url) == ["https://a.example/v1"])
        #expect(settings.models[0].name == "m")
        #expect(settings.models[0].roles == [.draft, .judge, .repair, .group])
        #expect(settings.site.zone.identifier == "Asia/Shanghai")
        #expect(settings.budget.day.money == nil)
    }

    @Test func `passes a model's own members on as JSON`() throws {
        let settings = try settings(
            least.replacing(
                "model: m}",
                with:
                    "model: m, members: {enable_thinking: false, n: 1, x: \"1\", y: {a: [b, 1.5]}}}"
            ))
        #expect(
            settings.models[0].members == [
                "enable_thinking": "false", "n": "1", "x": "\"1\"", "y": "{\"a\":[\"b\",1.5]}",
            ])
    }

    @Test func `gives no model the role embed that does not ask for it`() throws {
        let settings = try settings(
            least.replacing(
                "model: m}]",
                with: "model: m}, {url: \"http://b\", model: n, roles: [embed], similarity: 60}]"))
        #expect(settings.models.map { $0.roles.contains(.embed) } == [false, true])
        #expect(settings.models.map(\.similarity) == [75, 60])
        #expect(settings.models.map(\.texts) == [32, 32])
    }

    @Test(arguments: [
        ("models: []", "name at least one model"),
        ("models: [{url: \"http://a\", model: m, roles: [judge]}]", "none has the role draft"),
        ("models: [{url: \"http://a\", model: m, roles: [embed]}]", "none has the role draft"),
        (
            "models: [{url: \"http://a\", model: m}, {url: \"http://b\", model: m}]",
            "two are called m"
        ),
        ("model: {url: \"http://a\", model: m}", "unknown key; did you mean models?"),
    ])
    func `refuses a set of models that cannot work`(models: String, words: String) {
        let text = least.split(separator: "\n").dropLast().joined(separator: "\n") + "\n" + models
        #expect {
            try settings(text)
        } throws: { "\($0)".contains(words) }
    }

    @Test func `reads the settings that come with the program`() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        _ = try Settings(path: root.appending(path: "config/caibian.yaml").path)
        #expect(try FeedSetting.read(path: root.appending(path: "config/feeds.yaml").path) == [])
    }

    @Test func `names every mistake at once with line and column`() {
        let text = """
            site: {content: /srv/site, time_zone: Mars/Olympus}
            network:
              contact: a
              conections: 5
            polling:
              interval: soon
              least: 10s
            models:
              - {url: exmaple, model: m, key: sk-123, context: many, roles: [write]}
            search:
              - kind: altavista
                url: http://a.example/
            budget: {day: {money: -1}}
            """
        #expect {
            try settings(text)
        } throws: { error in
            let problems = (error as? SettingsError)?.problems ?? []
            let expected = [
                "caibian.yaml:1:39: site.time_zone: no time zone",
                "caibian.yaml:4:3: network.conections: unknown key; did you mean connections?",
                "caibian.yaml:6:13: polling.interval: expected a duration",
                "caibian.yaml:7:10: polling.least: expected from 1m to 1d",
                "caibian.yaml:9:11: models[0].url: not an http(s) URL: \"exmaple\"",
                "caibian.yaml:9:35: models[0].key: a secret does not stand in this file",
                "caibian.yaml:9:52: models[0].context: expected a whole number: \"many\"",
                "caibian.yaml:9:65: models[0].roles: expected a list of draft, judge, repair, group, ",
                "caibian.yaml:11:11: search[0].kind: expected one of searxng, rss, bing",
                "caibian.yaml:13:23: budget.day.money: expected an amount",
            ]
            for line in expected where !problems.contains(where: { $0.hasPrefix(line) }) {
                Issue.record("missing: \(line)\n\(problems.joined(separator: "\n"))")
            }
            return !problems.joined().contains("sk-123")
        }
    }

    @Test(arguments: [
        ("site: [", "no YAML"), ("a: &x 1\nb: *x", "anchors or aliases"),
        ("site: {content: /a}\nsite: {content: /b}", "twice"), ("- a", "expected keys and values"),
    ])
    func `refuses what is no mapping of settings`(text: String, words: String) {
        #expect {
            try settings(text)
        } throws: { error in
            "\(error)".contains(words)
        }
    }

    @Test func `says which file cannot be read`() {
        #expect {
            try Settings(path: "/nonexistent/caibian.yaml")
        } throws: { "\($0)".hasPrefix("/nonexistent/caibian.yaml:1:1: there is no such file") }
    }

    @Test func `reads a secret from where it is named and never shows it`() throws {
        let reference = SecretReference(place: .environment("KEY"), mark: "f:1:2")
        let secret = try reference.read(environment: ["KEY": " abc \n"])
        #expect(secret.revealed == "abc")
        #expect("\(secret) \(String(reflecting: secret))" == "*** ***")
        #expect(throws: SettingsError.self) { try reference.read(environment: [:]) }
    }
}
