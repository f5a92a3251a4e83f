package import Configuration
import Domain
import Foundation
package import Web

/// Tells the operator, over every channel of the settings.
package struct Messenger: Sendable {
    private let channels: [Settings.Notify.Channel]
    private let http: HTTPClient
    private let environment: [String: String]

    package init(
        _ channels: [Settings.Notify.Channel], http: HTTPClient, environment: [String: String]
    ) {
        self.channels = channels
        self.http = http
        self.environment = environment
    }

    /// Sends a text and answers why it did not reach a channel, in words without its address: that
    /// may be a secret.
    package func send(_ text: String) async -> [String] {
        var troubles: [String] = []
        for channel in channels {
            do {
                try await send(text, over: channel)
            } catch {
                troubles.append("cannot notify by \(channel.kind.rawValue): \(error)")
            }
        }
        return troubles
    }

    /// Asks for a URL; that it was asked is the message.
    package func ping(_ address: SecretReference) async -> String? {
        do {
            let url = try address.read(environment: environment).revealed
            let response = try await http.fetch(
                Request(url, origin: .settings, limits: Self.limits))
            return response.status < 300 ? nil : "the ping was answered with \(response.status)"
        } catch let error as SettingsError {
            return error.description
        } catch {
            return "the ping was not answered"
        }
    }

    private func send(_ text: String, over channel: Settings.Notify.Channel) async throws {
        guard channel.kind != .mail else {
            return try await Mail(to: channel.to, sendmail: channel.sendmail).send(text)
        }
        guard let reference = channel.url else { return }
        let url = try reference.read(environment: environment).revealed
        let response: Response
        do {
            response = try await http.fetch(
                Request(
                    url, method: .post, origin: .settings,
                    headers: [(name: "Content-Type", value: "application/json; charset=utf-8")],
                    body: Array(channel.body(for: text).utf8), limits: Self.limits))
        } catch {
            throw MessageError("its service did not answer")
        }
        guard (200..<300).contains(response.status) else {
            throw MessageError("its service answered \(response.status)")
        }
        if let refusal = channel.kind.refusal(response.body) { throw MessageError(refusal) }
    }

    private static let limits = Limits(
        body: 100_000, total: .seconds(20), stall: .seconds(20), redirects: 0)
}

/// Why a message did not arrive.
struct MessageError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}

extension Settings.Notify.Channel {
    /// The request's body as the service wants it.
    func body(for text: String) -> String {
        let quoted = Self.quoted(text)
        return switch kind {
        case .webhook: (template ?? "{\"text\": {text}}").replacing("{text}", with: quoted)
        case .slack: "{\"text\":\(quoted)}"
        case .feishu: "{\"msg_type\":\"text\",\"content\":{\"text\":\(quoted)}}"
        case .dingtalk, .wecom: "{\"msgtype\":\"text\",\"text\":{\"content\":\(quoted)}}"
        case .telegram: "{\"chat_id\":\(Self.quoted(chat ?? "")),\"text\":\(quoted)}"
        case .mail: text
        }
    }

    /// A JSON string.
    private static func quoted(_ text: String) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        // A string always has a JSON form.
        return (try? encoder.encode(text)).map { String(decoding: $0, as: UTF8.self) } ?? "\"\""
    }
}

extension Settings.Notify.Kind {
    private struct Answer: Decodable {
        var errcode: Int?
        var code: Int?
        var ok: Bool?
    }

    /// Services that answer 200 and say no in the body.
    func refusal(_ body: [UInt8]) -> String? {
        guard let answer = try? JSONDecoder().decode(Answer.self, from: Data(body)) else {
            return nil
        }
        switch self {
        case .dingtalk, .wecom:
            return (answer.errcode ?? 0) == 0 ? nil : "its service refused: \(answer.errcode ?? 0)"
        case .feishu:
            return (answer.code ?? 0) == 0 ? nil : "its service refused: \(answer.code ?? 0)"
        case .telegram: return answer.ok == false ? "its service refused" : nil
        case .webhook, .slack, .mail: return nil
        }
    }
}

/// A message by the system's sendmail(8).
struct Mail {
    let to: String?
    let sendmail: String

    func send(_ text: String) async throws {
        guard let to else { return }
        let process = Process()
        process.executableURL = URL(filePath: sendmail)
        process.arguments = ["-i", "-t"]
        let pipe = Pipe()
        process.standardInput = pipe
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let (ended, continuation) = AsyncStream.makeStream(of: Void.self)
        process.terminationHandler = { _ in continuation.finish() }
        do {
            try process.run()
        } catch {
            throw MessageError("\(sendmail) cannot be run")
        }
        let message = """
            To: \(to)
            Subject: caibian
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: 8bit

            \(text)

            """
        // A sendmail that does not read its input says so by its exit code.
        try? pipe.fileHandleForWriting.write(contentsOf: Data(message.utf8))
        try? pipe.fileHandleForWriting.close()
        for await _ in ended {}
        guard process.terminationStatus == 0 else {
            throw MessageError("\(sendmail) ended with \(process.terminationStatus)")
        }
    }
}
