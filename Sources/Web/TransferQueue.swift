import CCurl
import Failpoints
import Foundation
import Synchronization

/// Runs transfers over one multi handle on a thread of its own.
///
/// Tasks leave their requests in an inbox and wake the thread; the thread alone touches libcurl, but
/// for `curl_multi_wakeup`, which any thread may call.
final class TransferQueue: Sendable {
    private let inbox = TransferInbox()

    init(settings: ClientSettings) {
        let inbox = inbox
        let thread = Thread {
            var loop = TransferLoop(inbox, settings)
            loop.run()
        }
        thread.name = "caibian-web"
        thread.start()
    }

    deinit {
        inbox.close()
    }

    func transfer(_ request: Request) async throws(FetchError) -> Response {
        let id = inbox.admit()
        Failpoint.reach("web send \(request.url)")
        let result: Result<Response, FetchError> = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                inbox.submit(
                    .init(id: id, request: request) { continuation.resume(returning: $0) })
            }
        } onCancel: {
            inbox.cancel(id)
        }
        Failpoint.reach("web received \(request.url)")
        return try result.get()
    }
}

/// What tasks leave for the thread, and the handle by which they wake it.
@safe private final class TransferInbox: Sendable {
    /// A request on its way to the thread, which makes the transfer.
    struct Order: Sendable {
        var id: Int
        var request: Request
        var finish: @Sendable (Result<Response, FetchError>) -> Void
    }

    private struct Content {
        var submitted: [Order] = []
        var admitted: Set<Int> = []
        var cancelled: Set<Int> = []
        var lastID = 0
        var isClosed = false
    }

    private let content = Mutex(Content())
    /// The thread's own, but for `curl_multi_wakeup`.
    nonisolated(unsafe) let multi: UnsafeMutableRawPointer

    init() {
        _ = curl_global_init(Int(CURL_GLOBAL_DEFAULT))
        guard let multi = unsafe curl_multi_init() else {
            preconditionFailure("libcurl has no memory for a multi handle")
        }
        unsafe self.multi = unsafe multi
        unsafe shim_multi_set_long(multi, CURLMOPT_PIPELINING, Int(CURLPIPE_MULTIPLEX))
        unsafe shim_multi_set_long(multi, CURLMOPT_MAXCONNECTS, 64)
    }

    deinit {
        unsafe curl_multi_cleanup(multi)
    }

    func admit() -> Int {
        content.withLock {
            $0.lastID += 1
            $0.admitted.insert($0.lastID)
            return $0.lastID
        }
    }

    func submit(_ order: Order) {
        content.withLock { $0.submitted.append(order) }
        wake()
    }

    /// Forgets the id of a transfer that ended.
    func dismiss(_ id: Int) {
        content.withLock {
            _ = $0.admitted.remove(id)
            _ = $0.cancelled.remove(id)
        }
    }

    /// May come before the transfer is submitted, or after it ended.
    func cancel(_ id: Int) {
        remember(cancelled: id)
        wake()
    }

    /// Keeps in mind that a transfer is not wanted any more.
    func remember(cancelled id: Int) {
        content.withLock {
            if $0.admitted.contains(id) { $0.cancelled.insert(id) }
        }
    }

    func close() {
        content.withLock { $0.isClosed = true }
        wake()
    }

    /// What came since the last time; nil when the queue is gone.
    func take() -> (submitted: [Order], cancelled: Set<Int>)? {
        content.withLock { content in
            defer { (content.submitted, content.cancelled) = ([], []) }
            return content.isClosed ? nil : (content.submitted, content.cancelled)
        }
    }

    private func wake() {
        _ = unsafe curl_multi_wakeup(multi)
    }
}

/// The thread's side, made and used there alone.
private struct TransferLoop {
    private let inbox: TransferInbox
    private let settings: ClientSettings
    private var transfers: [Int: Transfer] = [:]

    init(_ inbox: TransferInbox, _ settings: ClientSettings) {
        self.inbox = inbox
        self.settings = settings
    }

    /// Returns when the queue is gone; a transfer keeps its queue alive, so none is left then.
    mutating func run() {
        while let (submitted, cancelled) = inbox.take() {
            for order in submitted { begin(order) }
            for id in cancelled { stop(id) }
            var running: Int32 = 0
            unsafe curl_multi_perform(inbox.multi, &running)
            while let (transfer, code) = nextFinished() { conclude(transfer, code) }
            // A wake-up ends it at once; so does libcurl's own clock while transfers run.
            unsafe curl_multi_poll(inbox.multi, nil, 0, transfers.isEmpty ? 600_000 : 1000, nil)
        }
    }

    private mutating func begin(_ order: TransferInbox.Order) {
        do throws(FetchError) {
            start(
                try Transfer(
                    id: order.id, order.request, settings: settings, finish: order.finish))
        } catch {
            inbox.dismiss(order.id)
            order.finish(.failure(error))
        }
    }

    private mutating func start(_ transfer: Transfer) {
        transfers[transfer.id] = transfer
        transfer.prepare()
        unsafe curl_multi_add_handle(inbox.multi, transfer.handle)
    }

    private mutating func stop(_ id: Int) {
        guard let transfer = transfers[id] else {
            // Not submitted yet: keep it in mind for when it is.
            return inbox.remember(cancelled: id)
        }
        unsafe curl_multi_remove_handle(inbox.multi, transfer.handle)
        end(transfer, with: .failure(.cancelled))
    }

    private func nextFinished() -> (Transfer, CURLcode)? {
        var left: Int32 = 0
        while let message = unsafe curl_multi_info_read(inbox.multi, &left) {
            guard unsafe message.pointee.msg == CURLMSG_DONE else { continue }
            let code = unsafe shim_result(message)
            if let transfer = unsafe Transfer.owning(message.pointee.easy_handle) {
                return (transfer, code)
            }
        }
        return nil
    }

    private mutating func conclude(_ transfer: Transfer, _ code: CURLcode) {
        unsafe curl_multi_remove_handle(inbox.multi, transfer.handle)
        switch transfer.conclude(code) {
        case .again: start(transfer)
        case .done(let result): end(transfer, with: result)
        }
    }

    private mutating func end(_ transfer: Transfer, with result: Result<Response, FetchError>) {
        transfers[transfer.id] = nil
        inbox.dismiss(transfer.id)
        transfer.complete(result)
    }
}
