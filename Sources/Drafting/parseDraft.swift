import Chat
package import Domain
import Foundation

/// Reads a draft out of a model's answer: bare, in a code fence, or behind reasoning and
/// pleasantries; a comma before a closing bracket is forgiven. Members that the form does not know
/// are dropped.
package func parseDraft(_ text: String) throws(DraftError) -> Draft {
    let draft = try parseAnswer(text, as: Draft.self)
    guard draft.paragraphs.contains(where: { !$0.sentences.isEmpty }) else {
        throw .missing(path: "paragraphs with sentences")
    }
    return draft
}

/// The same for any form of answer.
package func parseAnswer<Form: Decodable>(
    _ text: String, as form: Form.Type
) throws(DraftError) -> Form {
    let object = try answeredObject(text)
    do {
        return try JSONDecoder().decode(form, from: object)
    } catch let error as DecodingError {
        throw DraftError(error)
    } catch {
        throw .malformed(reason: "\(error)")
    }
}

/// The JSON object of a model's answer: bare, in a code fence, or behind reasoning and pleasantries; a
/// comma before a closing bracket is forgiven.
func answeredObject(_ text: String) throws(DraftError) -> Data {
    guard text.utf8.count <= 1_000_000 else { throw .tooLarge(bytes: text.utf8.count) }
    return Data(withoutStrayCommas(try outermostObject(withoutReasoning(text))).utf8)
}

/// From the first `{` to the bracket that closes it.
private func outermostObject(_ text: Substring) throws(DraftError) -> String {
    guard let start = text.firstIndex(of: "{") else {
        let head = String(text.drop(while: \.isWhitespace).prefix(60))
        throw .noObject(beginning: head.replacing("\n", with: " "))
    }
    var depth = 0
    var isInString = false
    var isEscaped = false
    for index in text.utf8.indices[start...] {
        let byte = text.utf8[index]
        if isInString {
            if isEscaped {
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else if byte == UInt8(ascii: "\"") {
                isInString = false
            }
            continue
        }
        switch byte {
        case UInt8(ascii: "\""): isInString = true
        case UInt8(ascii: "{"): depth += 1
        case UInt8(ascii: "}"):
            depth -= 1
            if depth == 0 { return String(text[start...index]) }
        default: break
        }
    }
    throw .malformed(reason: "it ends within the object")
}

private func withoutStrayCommas(_ json: String) -> String {
    var output: [UInt8] = []
    var isInString = false
    var isEscaped = false
    for byte in json.utf8 {
        if isInString {
            isInString = isEscaped || byte != UInt8(ascii: "\"")
            isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
        } else if byte == UInt8(ascii: "\"") {
            isInString = true
        } else if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]"),
            let last = output.lastIndex(where: { $0 > 32 }), output[last] == UInt8(ascii: ",")
        {
            output.remove(at: last)
        }
        output.append(byte)
    }
    return String(decoding: output, as: UTF8.self)
}

extension DraftError {
    fileprivate init(_ error: DecodingError) {
        switch error {
        case .typeMismatch(let type, let context), .valueNotFound(let type, let context):
            self = .wrongType(path: Self.path(context.codingPath), expected: Self.word(type))
        case .keyNotFound(let key, let context):
            self = .missing(path: Self.path(context.codingPath + [key]))
        case .dataCorrupted(let context):
            self = .malformed(reason: context.debugDescription)
        @unknown default: self = .malformed(reason: "\(error)")
        }
    }

    private static func path(_ keys: [any CodingKey]) -> String {
        var path = ""
        for key in keys {
            if let index = key.intValue {
                path += "[\(index)]"
            } else {
                path += (path.isEmpty ? "" : ".") + key.stringValue
            }
        }
        return path.isEmpty ? "outermost value" : path
    }

    private static func word(_ type: any Any.Type) -> String {
        type == String.self ? "a text" : "\(type)".hasPrefix("Array") ? "a list" : "an object"
    }
}
