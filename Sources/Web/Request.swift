/// One HTTP request and the limits within which it is answered.
package struct Request: Sendable {
    package enum Method: String, Sendable {
        case get = "GET"
        case post = "POST"
    }

    /// Who chose the URL, which decides whether a private address and an odd port may be reached.
    package enum Origin: Sendable {
        /// The operator, in the settings: its exact host and port may be private.
        case settings
        /// The operator, in the list of feeds: any port, no private address.
        case feeds
        /// A feed, a page or a search: private addresses, and ports but those of the web, are refused,
        /// unless the client allows the address.
        case network
    }

    package var url: String
    package var method: Method
    package var origin: Origin
    /// Sent as given, after the client's own; a name or value with control characters is refused.
    package var headers: [(name: String, value: String)]
    package var body: [UInt8]
    package var limits: Limits
    /// The least time since the last request to the same host and port ended; not for `.settings`.
    package var spacing: Duration
    /// Called on the client's own thread with each piece of the decoded body of a 2xx answer, as it
    /// arrives; false ends the transfer, which then counts as complete. The pieces are then not kept:
    /// the response's `body` is empty. It must not block.
    package var receive: (@Sendable (ArraySlice<UInt8>) -> Bool)?

    package init(
        _ url: String, method: Method = .get, origin: Origin = .network,
        headers: [(name: String, value: String)] = [], body: [UInt8] = [],
        limits: Limits = Limits(), spacing: Duration = .seconds(1),
        receive: (@Sendable (ArraySlice<UInt8>) -> Bool)? = nil
    ) {
        self.url = url
        self.method = method
        self.origin = origin
        self.headers = headers
        self.body = body
        self.limits = limits
        self.spacing = spacing
        self.receive = receive
    }
}

/// What a transfer may cost.
package struct Limits: Sendable, Equatable {
    /// Bytes of the decoded body.
    package var body: Int
    /// From the start to the last byte, redirects included.
    package var total: Duration
    package var connect: Duration
    /// A transfer that brings less than `slowRate` bytes a second for this long is ended.
    package var stall: Duration
    package var slowRate: Int
    package var redirects: Int

    package init(
        body: Int = 10_000_000, total: Duration = .seconds(30), connect: Duration = .seconds(10),
        stall: Duration = .seconds(15), slowRate: Int = 1000, redirects: Int = 5
    ) {
        self.body = body
        self.total = total
        self.connect = connect
        self.stall = stall
        self.slowRate = slowRate
        self.redirects = redirects
    }
}
