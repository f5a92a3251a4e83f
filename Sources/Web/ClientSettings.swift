/// What all requests of a client have in common.
package struct ClientSettings: Sendable {
    /// `name/version (+contact)`.
    package var userAgent: String
    package var addresses: AddressPolicy
    /// `http://host:port` of a proxy; empty for none. The environment is not asked.
    package var proxy: String
    /// A PEM file of certificate authorities that are trusted beside the system's; empty for none.
    package var ca: String
    /// Transfers at a time, over all hosts.
    package var connections: Int

    package init(
        userAgent: String, addresses: AddressPolicy = AddressPolicy(), proxy: String = "",
        ca: String = "", connections: Int = 64
    ) {
        self.userAgent = userAgent
        self.addresses = addresses
        self.proxy = proxy
        self.ca = ca
        self.connections = connections
    }
}

extension HTTPClient {
    /// libcurl on a thread of its own, which ends with the last copy of the client.
    package static func curl(_ settings: ClientSettings) -> HTTPClient {
        let queue = TransferQueue(settings: settings)
        let courtesy = Courtesy(limit: settings.connections)
        return HTTPClient { request throws(FetchError) in
            let destination = try Destination(request.url)
            for (name, value) in request.headers where !Headers.isSafe(name, value) {
                throw .badHeader(name)
            }
            guard request.origin != .settings else { return try await queue.transfer(request) }
            do {
                try await courtesy.wait(for: destination.authority, spacing: request.spacing)
            } catch {
                throw .cancelled
            }
            do throws(FetchError) {
                let response = try await queue.transfer(request)
                await courtesy.done(with: destination.authority)
                return response
            } catch {
                await courtesy.done(with: destination.authority)
                throw error
            }
        }
    }
}

extension Headers {
    /// Whether a field is one line: visible characters, spaces and obs-text (RFC 9110 §5.5).
    static func isSafe(_ name: String, _ value: String) -> Bool {
        let isToken = name.utf8.allSatisfy { $0 > 32 && $0 < 127 && $0 != UInt8(ascii: ":") }
        return !name.isEmpty && isToken
            && value.utf8.allSatisfy { $0 >= 32 && $0 != 127 || $0 == 9 }
    }

    /// Whether a field says nothing of who asks, and may follow a redirect to another host.
    static func isAnonymous(_ name: String) -> Bool {
        ["accept", "accept-language", "if-none-match", "if-modified-since", "content-type"]
            .contains(name.lowercased())
    }
}
