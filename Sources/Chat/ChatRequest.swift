import Domain
import Foundation

/// What a model is asked, and the form of the answer.
package struct ChatRequest: Sendable, Equatable {
    package var system: String
    package var user: String
    /// The name of the answer's form, such as `draft`.
    package var schemaName: String
    /// JSON Schema as text.
    package var schema: String
    package var prompt: PromptText

    package init(
        system: String, user: String, schemaName: String, schema: String, prompt: PromptText
    ) {
        self.system = system
        self.user = user
        self.schemaName = schemaName
        self.schema = schema
        self.prompt = prompt
    }

    /// Tokens that the prompt cannot exceed. No tokenizer in use makes more tokens than a text has
    /// UTF-8 bytes; one that knows no Chinese comes near that, so nothing less is safe.
    package var tokenCeiling: Int {
        system.utf8.count + user.utf8.count + schema.utf8.count + 64
    }

    /// The same for requests that an endpoint could only answer alike: how strictly it is held to
    /// the form, and whether it streams, changes nothing.
    package func key(at endpoint: Endpoint) -> String {
        var stable = endpoint
        stable.streams = false
        return SHA256.hexDigest((endpoint.url + "\n" + body(for: stable, output: .schema)).utf8)
    }

    /// The request's JSON, the same bytes for the same request.
    func body(for endpoint: Endpoint, output: Endpoint.Output) -> String {
        let dialect = endpoint.dialect
        var members = [
            "\"model\":\(quoted(endpoint.model))",
            "\"messages\":[{\"role\":\"system\",\"content\":\(quoted(system))},"
                + "{\"role\":\"user\",\"content\":\(quoted(user))}]",
            "\"\(dialect.limitMember.rawValue)\":\(endpoint.answer)",
        ]
        if dialect.sendsTemperature { members.append("\"temperature\":0") }
        switch output {
        case .schema:
            members.append(
                "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":"
                    + "\(quoted(schemaName)),\"strict\":true,\"schema\":\(schema)}}")
        case .object: members.append("\"response_format\":{\"type\":\"json_object\"}")
        case .text: break
        }
        if endpoint.streams {
            members.append("\"stream\":true")
            if dialect.asksForUsage {
                members.append("\"stream_options\":{\"include_usage\":true}")
            }
        }
        return "{" + (members + dialect.furtherMembers).joined(separator: ",") + "}"
    }
}

/// Text as a JSON string (RFC 8259 §7).
package func quoted(_ text: String) -> String {
    var output: [UInt8] = [UInt8(ascii: "\"")]
    output.reserveCapacity(text.utf8.count + 2)
    for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): output += [UInt8(ascii: "\\"), byte]
        case 10: output += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
        case ..<32:
            let digits = String(byte, radix: 16)
            output += Array(("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8)
        default: output.append(byte)
        }
    }
    output.append(UInt8(ascii: "\""))
    return String(decoding: output, as: UTF8.self)
}
