import ArgumentParser

@main
struct Caibian: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "caibian",
        abstract: "A newsroom daemon: feeds in, proven Chinese articles out.",
        discussion: """
            Polls feeds, groups their entries into stories, gathers sources, has a model draft an \
            article from them, verifies every sentence against its evidence, and publishes Hugo \
            Markdown beside a ledger that an operator can read with plain SQL.
            """,
        version: caibianVersion,
        subcommands: [
            OnceCommand.self, RunCommand.self, QueueCommand.self, FeedsCommand.self,
            CheckCommand.self, ExplainCommand.self, ReplayCommand.self, DoctorCommand.self,
            LedgerCommand.self, NamesCommand.self, StatusCommand.self,
        ])
}

let caibianVersion = "0.1.0"
