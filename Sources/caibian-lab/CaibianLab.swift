import ArgumentParser

@main
struct CaibianLab: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "caibian-lab",
        abstract: "Answers for corpora, one JSON object a line, and measurements.",
        subcommands: [
            FeedsAnswers.self, PagesAnswers.self, StoriesAnswers.self, ClaimsAnswers.self,
            Read.self, Rules.self, Drafts.self, Judge.self, Mutations.self,
            Generate.self, Parse.self,
            Refresh.self, Place.self, Backlog.self, Spoilt.self, Around.self, Compile.self,
            KillCommand.self,
            SoakCommand.self,
        ])
}
