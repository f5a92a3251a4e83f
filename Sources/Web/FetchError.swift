/// Why a request brought no complete answer.
package enum FetchError: Error, Equatable {
    /// Not http(s), no host, or with a user name.
    case badURL(String)
    /// A header that would end its line early.
    case badHeader(String)
    /// The address the socket would connect to, or the redirect's target, is private.
    case blockedAddress(host: String, address: String)
    /// A link to another port than those of the web.
    case blockedPort(host: String, port: Int)
    case unresolved(host: String)
    case refused(host: String)
    case timedOut(host: String, after: Duration)
    case stalled(host: String)
    case untrusted(host: String, reason: String)
    case reset(host: String, reason: String)
    case tooManyRedirects(from: String)
    /// A redirect to another scheme than http(s).
    case blockedScheme(String)
    /// A redirect from https to http.
    case downgraded(String)
    /// The decoded body passed the limit in bytes.
    case tooLarge(host: String, limit: Int)
    /// A body that its `Content-Encoding` does not decode.
    case undecodable(host: String, reason: String)
    case cancelled
}

extension FetchError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .badURL(let url): "not an http(s) URL: \(url)"
        case .badHeader(let name): "the header \(name) holds control characters"
        case .blockedAddress(let host, let address):
            "\(host) is at the private address \(address); name the host under network.allow to permit it"
        case .blockedPort(let host, let port):
            "\(host) is to be asked at port \(port); name the host under network.allow to permit it"
        case .unresolved(let host): "no address found for \(host)"
        case .refused(let host): "\(host) refused the connection"
        case .timedOut(let host, let duration):
            "\(host) did not answer in full within \(duration)"
        case .stalled(let host): "\(host) sent next to nothing for too long"
        case .untrusted(let host, let reason): "cannot trust the certificate of \(host): \(reason)"
        case .reset(let host, let reason): "the connection to \(host) broke off: \(reason)"
        case .tooManyRedirects(let url): "too many redirects from \(url)"
        case .blockedScheme(let url): "redirected to \(url), which is not http(s)"
        case .downgraded(let url): "redirected to \(url), which is not encrypted any more"
        case .tooLarge(let host, let limit): "the answer of \(host) is larger than \(limit) bytes"
        case .undecodable(let host, let reason): "cannot decode the answer of \(host): \(reason)"
        case .cancelled: "stopped"
        }
    }
}
