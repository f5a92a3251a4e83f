import ArgumentParser
import Verification

/// Shows what the rules read in a text.
struct Read: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "The figures, dates and names that the rules read in a text.")

    @Argument(help: "The text.")
    var text: String

    func run() { for line in readingLines(text) { print(line) } }
}
