import Foundation

extension Settings {
    static func notify(_ reader: Reader, _ folder: String) -> Notify {
        defer { reader.finish() }
        let silence = reader.duration(
            "silence", .seconds(0), in: .seconds(0) ... .seconds(86_400 * 365))
        return Notify(
            channels: reader.sections("to").map { channel($0, folder) },
            silence: silence > .zero ? silence : nil, ping: secret(reader, "ping", folder))
    }

    private static func channel(_ reader: Reader, _ folder: String) -> Notify.Channel {
        defer { reader.finish() }
        let channel = Notify.Channel(
            kind: reader.choice("kind", Notify.Kind.webhook), url: secret(reader, "url", folder),
            template: reader.optionalText("body"), chat: reader.optionalText("chat"),
            to: reader.optionalText("to"),
            sendmail: reader.text("sendmail", "/usr/sbin/sendmail"))
        switch channel.kind {
        case .mail:
            let address = channel.to ?? ""
            if !address.contains("@") || address.contains(where: \.isNewline) {
                reader.complain("to", "mail goes to an address such as ops@example.org")
            }
        case .telegram where channel.chat == nil: reader.complain("chat", "missing")
        case .webhook where channel.template.map { !$0.contains("{text}") } ?? false:
            reader.complain("body", "a body holds {text} where the message goes, as a JSON string")
        case .webhook, .feishu, .dingtalk, .wecom, .telegram, .slack: break
        }
        if channel.kind != .mail, channel.url == nil {
            reader.complain("url", "missing; write {env: NAME}, {file: PATH} or {credential: NAME}")
        }
        return channel
    }
}
