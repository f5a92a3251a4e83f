import CCurl
import Domain

/// One request on its way: a curl handle and what it has brought so far.
///
/// Made and touched by the queue's thread alone.
@safe final class Transfer {
    enum Verdict {
        case again
        case done(Result<Response, FetchError>)
    }

    let id: Int
    let handle: UnsafeMutableRawPointer
    private let request: Request
    private let settings: ClientSettings
    private let started = ContinuousClock.now
    private let finish: (Result<Response, FetchError>) -> Void
    private var url: String
    private var destination: Destination
    private var origin: Request.Origin
    private var method: Request.Method
    private var list: UnsafeMutablePointer<curl_slist>?
    private var status = 0
    private var headers = Headers()
    private var headerBytes = 0
    private var body: [UInt8] = []
    private var bodyBytes = 0
    private var redirects: [Redirect] = []
    /// Why a callback ended the transfer: libcurl only knows that one did.
    private var failure: FetchError?
    private var hasEnough = false

    init(
        id: Int, _ request: Request, settings: ClientSettings,
        finish: @escaping (Result<Response, FetchError>) -> Void
    ) throws(FetchError) {
        guard let handle = unsafe curl_easy_init() else {
            throw .reset(host: request.url, reason: "libcurl has no memory")
        }
        self.id = id
        unsafe self.handle = unsafe handle
        self.request = request
        self.settings = settings
        self.finish = finish
        url = request.url
        destination = try Destination(request.url)
        origin = request.origin
        method = request.method
    }

    deinit {
        unsafe curl_easy_cleanup(handle)
        unsafe curl_slist_free_all(list)
    }

    /// The transfer that a handle belongs to.
    static func owning(_ handle: UnsafeMutableRawPointer?) -> Transfer? {
        var context: UnsafeMutableRawPointer?
        unsafe shim_get_private(handle, &context)
        return unsafe transfer(context)
    }

    func complete(_ result: Result<Response, FetchError>) {
        finish(result)
    }

    // MARK: - Options

    /// Sets the handle up for the next hop.
    func prepare() {
        unsafe curl_easy_reset(handle)
        let me = unsafe Unmanaged.passUnretained(self).toOpaque()
        for option in [
            CURLOPT_PRIVATE, CURLOPT_WRITEDATA, CURLOPT_HEADERDATA,
            CURLOPT_OPENSOCKETDATA, CURLOPT_PREREQDATA,
        ] {
            unsafe check(shim_set_pointer(handle, option, me))
        }
        unsafe check(shim_set_bytes(handle, CURLOPT_WRITEFUNCTION, receiveBody))
        unsafe check(shim_set_bytes(handle, CURLOPT_HEADERFUNCTION, receiveHeader))
        unsafe check(shim_set_opener(handle, openSocket))
        unsafe check(shim_set_prerequest(handle, approveConnection))
        set(CURLOPT_URL, url)
        set(CURLOPT_PROTOCOLS_STR, "http,https")
        set(CURLOPT_REDIR_PROTOCOLS_STR, "http,https")
        set(CURLOPT_PROXY, settings.proxy)
        set(CURLOPT_USERAGENT, settings.userAgent)
        set(CURLOPT_ACCEPT_ENCODING, "gzip, deflate, br")
        set(CURLOPT_NOSIGNAL, 1)
        set(CURLOPT_FOLLOWLOCATION, 0)
        set(CURLOPT_NETRC, Int(CURL_NETRC_IGNORED.rawValue))
        set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        // The system's directory of authorities stays: this is the file beside it.
        if !settings.ca.isEmpty { set(CURLOPT_CAINFO, settings.ca) }
        set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_2TLS))
        set(CURLOPT_CONNECTTIMEOUT_MS, request.limits.connect.milliseconds)
        set(CURLOPT_TIMEOUT_MS, max(1, remaining.milliseconds))
        set(CURLOPT_LOW_SPEED_LIMIT, request.limits.slowRate)
        set(CURLOPT_LOW_SPEED_TIME, max(1, request.limits.stall.milliseconds / 1000))
        setFields()
    }

    private func setFields() {
        unsafe curl_slist_free_all(list)
        unsafe list = nil
        // Nothing of the request's own goes to another host than the one it was meant for.
        let isHome = redirects.isEmpty || Destination.same(url, request.url)
        for (name, value) in request.headers where isHome || Headers.isAnonymous(name) {
            unsafe list = curl_slist_append(list, "\(name): \(value)")
        }
        if method == .post {
            // libcurl would wait a second for "100 Continue".
            unsafe list = curl_slist_append(list, "Expect:")
            set(CURLOPT_POST, 1)
            set(CURLOPT_POSTFIELDSIZE, request.body.count)
            unsafe request.body.withUnsafeBytes { bytes in
                let start = unsafe UnsafeMutableRawPointer(mutating: bytes.baseAddress)
                unsafe check(shim_set_pointer(handle, CURLOPT_COPYPOSTFIELDS, start))
            }
        }
        unsafe check(shim_set_list(handle, CURLOPT_HTTPHEADER, list))
    }

    private func set(_ option: CURLoption, _ value: Int) {
        unsafe check(shim_set_long(handle, option, value))
    }

    private func set(_ option: CURLoption, _ value: String) {
        unsafe check(shim_set_text(handle, option, value))
    }

    /// An option that this libcurl does not know would quietly leave a wall down.
    private func check(_ code: CURLcode) {
        precondition(code == CURLE_OK, "libcurl lacks an option that caibian needs")
    }

    private var remaining: Duration { request.limits.total - started.duration(to: .now) }

    // MARK: - Callbacks

    func accept(header line: UnsafeRawBufferPointer) -> Bool {
        headerBytes += line.count
        guard headerBytes <= 100_000 else {
            failure = .tooLarge(host: destination.host, limit: 100_000)
            return false
        }
        let text = unsafe String(decoding: line, as: UTF8.self)
        if text.hasPrefix("HTTP/") {
            headers = Headers()
        } else if let colon = text.firstIndex(of: ":") {
            headers.fields.append(
                (
                    name: String(text[..<colon]),
                    value: text[text.index(after: colon)...].trimmed
                ))
        }
        return true
    }

    func accept(body piece: UnsafeRawBufferPointer) -> Bool {
        bodyBytes += piece.count
        guard bodyBytes <= request.limits.body else {
            failure = .tooLarge(host: destination.host, limit: request.limits.body)
            return false
        }
        if let receive = request.receive, (200..<300).contains(currentStatus) {
            let wantsMore = unsafe receive(ArraySlice(piece))
            hasEnough = !wantsMore
            return !hasEnough
        }
        unsafe body.append(contentsOf: piece)
        return true
    }

    /// Whether a socket may be opened to the address, or a connection to it used again.
    func accept(address: String) -> Bool {
        guard origin != .settings, settings.proxy.isEmpty,
            !settings.addresses.allows(host: destination.host),
            !settings.addresses.names(address: address)
        else { return true }
        if !settings.addresses.allows(address: address) {
            failure = .blockedAddress(host: destination.host, address: address)
        } else if origin == .network, ![80, 443].contains(destination.port) {
            // A link may point at a mail server or a database as well as at a page.
            failure = .blockedPort(host: destination.host, port: destination.port)
        } else {
            return true
        }
        return false
    }

    // MARK: - The end of a hop

    func conclude(_ code: CURLcode) -> Verdict {
        status = currentStatus
        // A private address may have been refused while a public one of the same name answered.
        if let failure, code != CURLE_OK { return .done(.failure(failure)) }
        failure = nil
        guard code == CURLE_OK || hasEnough else { return .done(.failure(error(for: code))) }
        guard [301, 302, 303, 307, 308].contains(status), let location = location else {
            return .done(.success(response))
        }
        do throws(FetchError) {
            try follow(location)
            return .again
        } catch {
            return .done(.failure(error))
        }
    }

    private func follow(_ location: String) throws(FetchError) {
        guard redirects.count < request.limits.redirects else {
            throw .tooManyRedirects(from: request.url)
        }
        guard let next = try? Destination(location) else { throw .blockedScheme(location) }
        guard next.isEncrypted || !destination.isEncrypted else { throw .downgraded(location) }
        redirects.append(Redirect(status: status, location: location))
        if status == 303 || (method == .post && status < 303) { method = .get }
        // Only the first hop was named by the operator.
        if next != destination { origin = .network }
        (url, destination, headers, body, bodyBytes, headerBytes) =
            (location, next, Headers(), [], 0, 0)
    }

    private var response: Response {
        var wire: curl_off_t = 0
        unsafe check(shim_get_offset(handle, CURLINFO_SIZE_DOWNLOAD_T, &wire))
        return Response(
            status: status, headers: headers, body: body, url: url, redirects: redirects,
            duration: started.duration(to: .now), wireBytes: Int(wire))
    }

    private var currentStatus: Int {
        var status = 0
        unsafe check(shim_get_long(handle, CURLINFO_RESPONSE_CODE, &status))
        return status
    }

    /// Where a redirect points, made absolute by libcurl.
    private var location: String? {
        var text: UnsafeMutablePointer<CChar>?
        unsafe check(shim_get_text(handle, CURLINFO_REDIRECT_URL, &text))
        return unsafe text.map { unsafe String(cString: $0) }
    }

    private func error(for code: CURLcode) -> FetchError {
        let host = destination.host
        let reason = unsafe String(cString: curl_easy_strerror(code))
        return switch code {
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY: .unresolved(host: host)
        case CURLE_COULDNT_CONNECT: .refused(host: host)
        case CURLE_OPERATION_TIMEDOUT:
            remaining > .milliseconds(50)
                ? .stalled(host: host) : .timedOut(host: host, after: request.limits.total)
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CERTPROBLEM,
            CURLE_SSL_CACERT_BADFILE, CURLE_SSL_INVALIDCERTSTATUS:
            .untrusted(host: host, reason: reason)
        case CURLE_BAD_CONTENT_ENCODING: .undecodable(host: host, reason: reason)
        case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL: .badURL(url)
        default: .reset(host: host, reason: reason)
        }
    }
}

extension Substring {
    fileprivate var trimmed: String {
        var rest = self
        while let first = rest.first, first.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return String(rest)
    }
}
