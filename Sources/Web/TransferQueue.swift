import CCurl
import Failpoints
import Foundation

/// Runs transfers over one multi handle on a thread of its own.
///
/// Tasks leave their requests in an inbox and wake the thread; the thread alone touches libcurl, but
/// for `curl_multi_wakeup`, which any thread may call.
final class TransferQueue: Sendable {
    private let settings: ClientSettings
    private let loop = TransferLoop()

    init(settings: ClientSettings) {
        self.settings = settings
        let loop = loop
        let thread = Thread { loop.run() }
        thread.name = "caibian-web"
        thread.start()
    }

    deinit {
        loop.close()
    }

    func transfer(_ request: Request) async throws(FetchError) -> Response {
        let id = loop.admit()
        Failpoint.reach("web send \(request.url)")
        let result: Result<Response, FetchError> = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                do throws(FetchError) {
                    loop.submit(
                        try Transfer(id: id, request, settings: settings) {
                            continuation.resume(returning: $0)
                        })
                } catch {
                    loop.dismiss(id)
                    continuation.resume(returning: .failure(error))
                }
            }
        } onCancel: {
            loop.cancel(id)
        }
        Failpoint.reach("web received \(request.url)")
        return try result.get()
    }
}

/// The thread's side: the handles are the thread's own, the rest is guarded by the lock.
@safe private final class TransferLoop: @unchecked Sendable {
    // A pthread mutex underneath: thread sanitizers understand it.
    private let lock = NSLock()
    private var inbox: [Transfer] = []
    private var admitted: Set<Int> = []
    private var cancelled: Set<Int> = []
    private var lastID = 0
    private var isClosed = false

    private let multi: UnsafeMutableRawPointer
    private var transfers: [Int: Transfer] = [:]

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

    // MARK: - From any task

    func admit() -> Int {
        lock.withLock {
            lastID += 1
            admitted.insert(lastID)
            return lastID
        }
    }

    func submit(_ transfer: Transfer) {
        lock.withLock { inbox.append(transfer) }
        wake()
    }

    /// Forgets an id whose transfer never was.
    func dismiss(_ id: Int) {
        lock.withLock {
            _ = admitted.remove(id)
            _ = cancelled.remove(id)
        }
    }

    /// May come before the transfer is submitted, or after it ended.
    func cancel(_ id: Int) {
        lock.withLock {
            if admitted.contains(id) { cancelled.insert(id) }
        }
        wake()
    }

    func close() {
        lock.withLock { isClosed = true }
        wake()
    }

    private func wake() {
        _ = unsafe curl_multi_wakeup(multi)
    }

    // MARK: - The thread

    /// Returns when the queue is gone; a transfer keeps its queue alive, so none is left then.
    func run() {
        while true {
            let (started, stopped, isClosed) = lock.withLock {
                defer {
                    inbox.removeAll()
                    cancelled.removeAll()
                }
                return (inbox, cancelled, self.isClosed)
            }
            if isClosed { return }
            for transfer in started { start(transfer) }
            for id in stopped { stop(id) }
            var running: Int32 = 0
            unsafe curl_multi_perform(multi, &running)
            while let (transfer, code) = nextFinished() { conclude(transfer, code) }
            // A wake-up ends it at once; so does libcurl's own clock while transfers run.
            unsafe curl_multi_poll(multi, nil, 0, transfers.isEmpty ? 600_000 : 1000, nil)
        }
    }

    private func start(_ transfer: Transfer) {
        transfers[transfer.id] = transfer
        transfer.prepare()
        unsafe curl_multi_add_handle(multi, transfer.handle)
    }

    private func stop(_ id: Int) {
        guard let transfer = transfers[id] else {
            // Not submitted yet: keep it in mind for when it is.
            lock.withLock {
                if admitted.contains(id) { cancelled.insert(id) }
            }
            return
        }
        unsafe curl_multi_remove_handle(multi, transfer.handle)
        end(transfer, with: .failure(.cancelled))
    }

    private func nextFinished() -> (Transfer, CURLcode)? {
        var left: Int32 = 0
        while let message = unsafe curl_multi_info_read(multi, &left) {
            guard unsafe message.pointee.msg == CURLMSG_DONE else { continue }
            let code = unsafe shim_result(message)
            if let transfer = unsafe Transfer.owning(message.pointee.easy_handle) {
                return (transfer, code)
            }
        }
        return nil
    }

    private func conclude(_ transfer: Transfer, _ code: CURLcode) {
        unsafe curl_multi_remove_handle(multi, transfer.handle)
        switch transfer.conclude(code) {
        case .again: start(transfer)
        case .done(let result): end(transfer, with: result)
        }
    }

    private func end(_ transfer: Transfer, with result: Result<Response, FetchError>) {
        transfers[transfer.id] = nil
        dismiss(transfer.id)
        transfer.complete(result)
    }
}
