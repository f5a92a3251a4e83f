package import Domain
import GRDB

/// Why the ledger did not do what it was asked.
package enum LedgerError: Error, Equatable {
    case missing(path: String)
    /// The schema was written by a later program.
    case newer(path: String, version: Int)
    /// An SQLite file, but of another program.
    case foreign(path: String)
    /// Not an SQLite file, or a damaged one.
    case damaged(path: String, reason: String)
    case readOnly(path: String)
    case denied(path: String, reason: String)
    case full(path: String)
    case locked(path: String)
    /// Spent plus reserved would pass a cap; the text says how much of it is used.
    case overBudget(Caps.Scope, String)
    /// One call alone may cost more than a cap.
    case beyondBudget(Caps.Scope, String)
    /// The endpoint has had its share of requests or tokens of this minute.
    case overPace(_ endpoint: String, wait: Duration)
    /// The story is no longer in the state that the change starts from.
    case overtaken(story: String, state: String)
    case failed(path: String, reason: String)

    init(_ error: any Error, path: String) {
        if let known = error as? LedgerError {
            self = known
            return
        }
        guard let error = error as? DatabaseError else {
            self = .failed(path: path, reason: "\(error)")
            return
        }
        let reason = error.message ?? "SQLite error \(error.extendedResultCode.rawValue)"
        self =
            switch error.resultCode {
            case .SQLITE_FULL: .full(path: path)
            case .SQLITE_BUSY, .SQLITE_LOCKED: .locked(path: path)
            case .SQLITE_CORRUPT, .SQLITE_NOTADB: .damaged(path: path, reason: reason)
            case .SQLITE_READONLY: .readOnly(path: path)
            case .SQLITE_CANTOPEN, .SQLITE_PERM: .denied(path: path, reason: reason)
            default: .failed(path: path, reason: reason)
            }
    }
}

extension LedgerError: Failure {
    package var description: String {
        switch self {
        case .missing(let path):
            "there is no ledger at \(path); `caibian ledger migrate` makes one"
        case .newer(let path, let version):
            "the ledger \(path) has schema \(version), which is newer than this program; "
                + "install the program that wrote it"
        case .foreign(let path):
            "\(path) is the SQLite file of another program; name another file as ledger.path"
        case .damaged(let path, let reason):
            "the ledger \(path) is damaged (\(reason)); stop, keep the file, and restore a backup"
        case .readOnly(let path): "the ledger \(path) cannot be written: it is read-only"
        case .denied(let path, let reason):
            "cannot open the ledger \(path): \(reason); check that its directory exists and is ours"
        case .full(let path): "no space left for the ledger \(path); free some"
        case .locked(let path):
            "another process keeps the ledger \(path) locked; end its transaction"
        case .overBudget(let scope, let used):
            "the next call would pass the budget of the \(scope.rawValue): \(used); "
                + "raise it under budget"
        case .beyondBudget(let scope, let needed):
            "one call may cost more than the budget of the \(scope.rawValue) is: \(needed); raise "
                + "it under budget, or lower the model's answer and context"
        case .overPace(let endpoint, let wait):
            "the endpoint \(endpoint) has had its requests or tokens of this minute; "
                + "it is asked again in \(wait)"
        case .overtaken(let story, let state):
            "story \(story) is \(state) by now; nothing was changed"
        case .failed(let path, let reason): "the ledger \(path) failed: \(reason)"
        }
    }

    package var remedy: Remedy {
        switch self {
        case .locked: .retry(after: .seconds(5))
        case .overBudget(.article, _): .discard
        case .overBudget: .wait(.seconds(600))
        case .overPace(_, let wait): .wait(wait)
        case .overtaken: .discard
        case .missing, .newer, .foreign, .damaged, .readOnly, .denied, .full, .failed,
            .beyondBudget:
            .mend
        }
    }
}
