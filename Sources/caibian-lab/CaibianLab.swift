import ArgumentParser

@main
struct CaibianLab: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "caibian-lab",
        abstract: "Answers for corpora of feeds, pages and stories, one JSON object a line.",
        subcommands: [FeedsAnswers.self, PagesAnswers.self, StoriesAnswers.self])
}
