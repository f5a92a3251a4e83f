import Configuration
import Domain
import Foundation
import Pipeline
import TestSupport
import Testing
import Web

struct MessengerTests {
    @Test(arguments: [
        ("webhook", #"{"text": "甲\n\"乙\""}"#), ("slack", #"{"text":"甲\n\"乙\""}"#),
        ("feishu", #"{"msg_type":"text","content":{"text":"甲\n\"乙\""}}"#),
        ("dingtalk", #"{"msgtype":"text","text":{"content":"甲\n\"乙\""}}"#),
        ("wecom", #"{"msgtype":"text","text":{"content":"甲\n\"乙\""}}"#),
        ("telegram", #"{"chat_id":"7","text":"甲\n\"乙\""}"#),
    ])
    func `speaks the language of each service`(kind: String, body: String) async throws {
        let sent = Sent()
        let messenger = Messenger(
            try channels("{kind: \(kind), url: {env: URL}, chat: \"7\"}"),
            http: client(sent, answer: "{\"ok\":true}"), environment: ["URL": "http://a.example/x"])
        #expect(await messenger.send("甲\n\"乙\"") == [])
        #expect(sent.bodies == [body])
        #expect(try JSONSerialization.jsonObject(with: Data(body.utf8)) is [String: Any])
    }

    @Test(arguments: [
        ("dingtalk", #"{"errcode":310000}"#), ("feishu", #"{"code":19001}"#),
        ("telegram", #"{"ok":false}"#),
    ])
    func `reads a refusal in an answer of 200, and tells no address`(
        kind: String, answer: String
    ) async throws {
        let messenger = Messenger(
            try channels("{kind: \(kind), url: {env: URL}, chat: \"7\"}"),
            http: client(Sent(), answer: answer),
            environment: ["URL": "http://a.example/secret"])
        let troubles = await messenger.send("甲")
        #expect(troubles.count == 1)
        #expect(troubles.allSatisfy { $0.contains("refused") && !$0.contains("secret") })
    }

    @Test func `hands mail to sendmail`() async throws {
        let directory = try TemporaryDirectory()
        let script = try directory.write(
            "#!/bin/sh\ncat >\(directory.path)/mail\n", to: "sendmail")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script)
        let messenger = Messenger(
            try channels("{kind: mail, to: ops@example.org, sendmail: \(script)}"),
            http: client(Sent(), answer: ""), environment: [:])
        #expect(await messenger.send("甲") == [])
        let mail = try String(contentsOf: directory.appending("mail"), encoding: .utf8)
        #expect(mail.hasPrefix("To: ops@example.org\n") && mail.contains("\n\n甲\n"))
    }

    private func channels(_ channel: String) throws -> [Settings.Notify.Channel] {
        let directory = try TemporaryDirectory()
        return try Settings(
            path: try directory.write(
                """
                site: {content: content}
                network: {contact: "mailto:a@b.example"}
                models: [{url: "https://a.example/v1/", model: m}]
                notify: {to: [\(channel)]}
                """, to: "caibian.yaml")
        ).notify.channels
    }

    private func client(_ sent: Sent, answer: String) -> HTTPClient {
        HTTPClient { request throws(FetchError) in
            sent.note(String(decoding: request.body, as: UTF8.self))
            return Response(
                status: 200, body: Array(answer.utf8), url: request.url)
        }
    }
}

/// The bodies of requests.
private final class Sent: Sendable {
    private let lock = NSLock()
    nonisolated(unsafe) private var all: [String] = []

    var bodies: [String] { lock.withLock { unsafe all } }

    func note(_ body: String) {
        lock.withLock { unsafe all.append(body) }
    }
}
