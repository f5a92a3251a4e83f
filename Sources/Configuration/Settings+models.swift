import Foundation

extension Settings {
    /// Reads the endpoints in their order of preference.
    static func models(_ reader: Reader, _ folder: String) -> [Model] {
        let models = reader.sections("models").map { model($0, folder) }
        if models.isEmpty {
            reader.complain("models", "name at least one model, as a list")
        } else if !models.contains(where: { $0.roles.contains(.draft) }) {
            reader.complain("models", "none has the role draft")
        }
        for (index, model) in models.enumerated()
        where models[..<index].contains(where: { $0.name == model.name }) {
            reader.complain("models", "two are called \(model.name); give each a name of its own")
        }
        return models
    }

    private static func model(_ reader: Reader, _ folder: String) -> Model {
        defer { reader.finish() }
        let prices = reader.section("price")
        var url = reader.url("url", nil)
        while url.hasSuffix("/") { url.removeLast() }
        let id = reader.text("model", nil)
        let model = Model(
            name: reader.text("name", id), url: url, model: id, key: secret(reader, "key", folder),
            roles: reader.choices("roles", [.draft, .judge, .repair, .group]),
            context: reader.number("context", 32_768, in: 2048...10_000_000),
            answer: reader.number("answer", 8192, in: 512...1_000_000),
            output: reader.choice("output", .schema), streams: reader.flag("stream", true),
            timeout: reader.duration("timeout", .seconds(600), in: .seconds(5) ... .seconds(3600)),
            stall: reader.duration("stall", .seconds(120), in: .seconds(1) ... .seconds(3600)),
            parallel: reader.number("parallel", 2, in: 1...64),
            requestsPerMinute: reader.optionalNumber("requests_per_minute", in: 1...1_000_000),
            tokensPerMinute: reader.optionalNumber("tokens_per_minute", in: 1...1_000_000_000),
            promptPrice: prices.money("prompt") ?? 0, answerPrice: prices.money("answer") ?? 0,
            limitMember: reader.choice("limit", .tokens),
            sendsTemperature: reader.flag("temperature", true),
            asksForUsage: reader.flag("usage", true), members: reader.json("members"),
            // A report and the three stories that it may be of go together.
            texts: reader.number("texts", 32, in: 4...128),
            similarity: reader.number("similarity", 75, in: 1...100))
        prices.finish()
        if model.answer * 2 > model.context {
            reader.complain(
                "answer", "an answer takes at most half of the context of \(model.context)")
        }
        return model
    }
}
