import Configuration
import Domain
import Foundation
import Ledger

extension Line {
    /// Tells the operator of new causes and of those that passed, each once, in one message. What
    /// could not be told is tried again the next time.
    package func tell(over messenger: Messenger) async throws {
        let now = effects.now()
        let notices = try await ledger.note(try await causes(), now: now)
        guard !notices.isEmpty else { return }
        for notice in notices { report(.noticed(notice.text, hasPassed: notice.passedAt != nil)) }
        let troubles = await messenger.send(Self.message(notices))
        for trouble in troubles { report(.untold(trouble)) }
        if troubles.isEmpty || troubles.count < settings.notify.channels.count {
            try await ledger.told(notices, now: now)
        }
    }

    /// At most twenty lines; the ledger has them all.
    private static func message(_ notices: [Notice]) -> String {
        let lines = notices.map { notice in
            (notice.passedAt == nil ? "needs you: " : "has passed: ")
                + String(notice.text.prefix(300))
        }
        let rest = lines.count > 20 ? ["and \(lines.count - 20) more: caibian status"] : []
        return (["caibian"] + lines.prefix(20) + rest).joined(separator: "\n")
    }
}
