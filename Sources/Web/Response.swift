/// What a server answered at the end of its redirects. Any status is an answer, not an error.
package struct Response: Sendable {
    package var status: Int
    package var headers: Headers
    /// Decoded; empty when the request took it in pieces.
    package var body: [UInt8]
    /// The URL that answered.
    package var url: String
    /// The hops before it, in order.
    package var redirects: [Redirect]
    /// From the start of the request to the end of the body.
    package var duration: Duration
    /// Bytes on the wire, before decoding.
    package var wireBytes: Int

    package init(
        status: Int, headers: Headers = Headers(), body: [UInt8] = [], url: String,
        redirects: [Redirect] = [], duration: Duration = .zero, wireBytes: Int = 0
    ) {
        self.status = status
        self.headers = headers
        self.body = body
        self.url = url
        self.redirects = redirects
        self.duration = duration
        self.wireBytes = wireBytes
    }
}

package struct Redirect: Sendable, Equatable {
    package var status: Int
    /// The absolute URL it pointed to.
    package var location: String

    package init(status: Int, location: String) {
        self.status = status
        self.location = location
    }
}

/// Header fields in the order of the answer; names compare without case (RFC 9110 §5.1).
package struct Headers: Sendable {
    package var fields: [(name: String, value: String)]

    package init(_ fields: [(name: String, value: String)] = []) {
        self.fields = fields
    }

    /// The last field of that name, white space around it removed.
    package subscript(name: String) -> String? {
        fields.last { $0.name.lowercased() == name.lowercased() }?.value
    }
}
