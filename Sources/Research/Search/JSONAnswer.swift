import Domain
import Foundation
import Parsing
import Web

/// A value of a JSON answer, read without a fixed form: services leave fields out, set them to null,
/// or give a number where a text was.
struct JSONAnswer {
    private let value: Any?

    private init(_ value: Any?) {
        self.value = value
    }

    /// The answer of a service that is to give an object.
    init(_ response: Response) throws(SearchTrouble) {
        let text = utf8Text(response.body, contentType: response.headers["Content-Type"])
        let value = try? JSONSerialization.jsonObject(with: Data(text))
        guard value is [String: Any] else {
            if let wall = botWall(text) { throw .blocked(wall) }
            throw .broken(
                isWebPage(text)
                    ? "it answered with a web page, not with JSON"
                    : "it did not answer with a JSON object")
        }
        self.value = value
    }

    subscript(key: String) -> JSONAnswer {
        JSONAnswer((value as? [String: Any])?[key])
    }

    var list: [JSONAnswer] { (value as? [Any])?.map(JSONAnswer.init) ?? [] }

    var exists: Bool { value != nil && !(value is NSNull) }

    /// A text, not empty.
    var text: String? {
        guard let text = value as? String, !text.isEmpty else { return nil }
        return text
    }

    /// A time as it is written, or as it is spoken: `3 hours ago`.
    func date(at now: Date) -> Date? { text.flatMap { spokenDate($0, at: now) } }
}
