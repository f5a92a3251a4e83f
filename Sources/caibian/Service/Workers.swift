import Domain
import Ledger
import Pipeline
import ServiceLifecycle

/// Does the steps of stories, each step with so many workers. One lookout asks the ledger for all of
/// them what is due, and rings for those who can do it.
struct Workers: Service {
    let desk: Desk

    func run() async throws {
        try await untilStopped("workers") {
            _ = try await desk.patiently { line in
                try await line.workAlone()
                return true
            }
            desk.beats.rest()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for (state, count) in desk.line.widths {
                    for number in 0..<count {
                        let bell = desk.bell(for: state)
                        group.addTask {
                            try await Beats.$service.withValue("\(state.rawValue) \(number)") {
                                try await work(state, called: bell)
                            }
                        }
                    }
                }
                group.addTask { try await lookOut() }
                try await group.waitForAll()
            }
        }
    }

    private func work(_ state: Story.State, called bell: AsyncStream<Void>) async throws {
        for await _ in bell {
            while try await desk.patiently({ try await $0.workOne(state) }) {
                // The story may be due for its next step, or for this one again.
                desk.ring(desk.line.widths.map(\.state))
            }
            desk.beats.rest()
        }
        try Task.checkCancellation()
    }

    private func lookOut() async throws {
        while true {
            _ = try await desk.patiently { line in
                desk.ring(try await line.ledger.statesDue(at: line.effects.now()))
                return true
            }
            desk.beats.rest()
            try await desk.line.effects.sleep(.seconds(5))
        }
    }
}
