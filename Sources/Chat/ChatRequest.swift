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

    package init(system: String, user: String, schemaName: String, schema: String) {
        self.system = system
        self.user = user
        self.schemaName = schemaName
        self.schema = schema
    }

    /// Tokens that the prompt cannot exceed. No tokenizer in use makes more tokens than a text has
    /// UTF-8 bytes; one that knows no Chinese comes near that, so nothing less is safe.
    package var tokenCeiling: Int {
        system.utf8.count + user.utf8.count + schema.utf8.count + 64
    }

    /// The same for requests that an endpoint could only answer alike.
    package func key(at endpoint: Endpoint) -> String {
        SHA256.hexDigest((endpoint.url + "\n" + body(for: endpoint)).utf8)
    }

    /// The request's JSON, the same bytes for the same request.
    func body(for endpoint: Endpoint) -> String {
        var members = [
            "\"model\":\(quoted(endpoint.model))",
            "\"messages\":[{\"role\":\"system\",\"content\":\(quoted(system))},"
                + "{\"role\":\"user\",\"content\":\(quoted(user))}]",
            "\"temperature\":0", "\"max_tokens\":\(endpoint.answer)",
        ]
        switch endpoint.output {
        case .schema:
            members.append(
                "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":"
                    + "\(quoted(schemaName)),\"strict\":true,\"schema\":\(schema)}}")
        case .object: members.append("\"response_format\":{\"type\":\"json_object\"}")
        case .text: break
        }
        if endpoint.streams {
            members.append("\"stream\":true,\"stream_options\":{\"include_usage\":true}")
        }
        return "{" + members.joined(separator: ",") + "}"
    }
}

/// Text as a JSON string (RFC 8259 §7).
package func quoted(_ text: String) -> String {
    var output = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": output += "\\\""
        case "\\": output += "\\\\"
        case "\n": output += "\\n"
        case "\r": output += "\\r"
        case "\t": output += "\\t"
        case _ where scalar.value < 32:
            let digits = String(scalar.value, radix: 16)
            output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        default: output.unicodeScalars.append(scalar)
        }
    }
    return output + "\""
}
