import Foundation
import Ledger
import Newsroom
import TestSupport
import Testing

// The program itself is run and killed: one world at a time.
@Suite(.serialized)
struct BudgetCrashTests {
    /// Micro-units of a day: what two to five calls may cost.
    private static let cap = 500_000

    /// From the reservation of a call to the row that settles it.
    @Test(arguments: [
        "web send */completions",
        "web received */completions", "ledger settle(call:as:now:) begin",
        "ledger settle(call:as:now:) commit",
    ])
    func `keeps what a killed call may have cost, and passes no cap`(place: String) async throws {
        let desk = try await BudgetDesk(cap: Self.cap)
        var kills = 0
        var taken = 0
        // Each run kills itself in its first call, until the budget allows none.
        while kills < 10 {
            let outcome = try await desk.trial.run(
                ["once", "--now"], environment: ["CAIBIAN_FAILPOINT": "\(place)=kill@1"])
            let now = try await desk.spending()
            #expect(now.cost + now.reserved <= Self.cap)
            guard outcome.signal == SIGKILL else {
                #expect(outcome.status == 0, "\(outcome)")
                break
            }
            kills += 1
            #expect(now.cost + now.reserved > taken)
            #expect(now.reserved > 0)
            taken = now.cost + now.reserved
        }
        #expect((1..<10).contains(kills))
        let queue = try await desk.trial.run(["queue", "list"])
        #expect(queue.output.contains("the budget of the day is used up"), "\(queue)")
        await desk.newsroom.stop()
    }

    @Test func `keeps what calls may have cost that a kill -9 found at any moment`() async throws {
        let desk = try await BudgetDesk(cap: Self.cap)
        desk.newsroom.faults.set(.delay(.seconds(3)), for: "model")
        for _ in 0..<3 {
            let running = try desk.trial.start(["once", "--now"])
            let before = desk.newsroom.faults.count(of: "model")
            while running.isRunning, desk.newsroom.faults.count(of: "model") == before {
                try await Task.sleep(for: .milliseconds(20))
            }
            running.send(SIGKILL)
            _ = await running.end()
            let now = try await desk.spending()
            #expect(now.reserved > 0 && now.cost + now.reserved <= Self.cap)
        }
        desk.newsroom.faults.clear()
        let last = try await desk.trial.run(["once", "--now"])
        #expect(last.status == 0, "\(last)")
        let end = try await desk.spending()
        #expect(end.reserved > 0 && end.cost + end.reserved <= Self.cap)
        await desk.newsroom.stop()
    }
}

/// A newsroom, and a program with a small budget.
private struct BudgetDesk {
    let directory: TemporaryDirectory
    let newsroom: Newsroom
    let trial: Trial

    init(cap: Int) async throws {
        directory = try TemporaryDirectory()
        newsroom = try await Newsroom.start(now: Trial.moment)
        let money = String(format: "%.6f", Double(cap) / 1_000_000)
        trial = try Trial(
            newsroom, in: directory.appending("trial"), program: Trial.builtProgram,
            settings: "budget: {day: {money: \(money)}}")
    }

    /// What calls cost, and what those without an end may have cost, in micro-units.
    func spending() async throws -> (cost: Int, reserved: Int) {
        let ledger = try Ledger(
            at: trial.ledger.path, for: .read, now: Trial.moment, secret: "")
        let rows = try await ledger.spending()
        return (rows.reduce(0) { $0 + $1.cost }, rows.reduce(0) { $0 + $1.reserved })
    }
}
