import ArgumentParser
import Foundation
import Verification

/// Writes the pages that explain the rules.
struct Rules: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write a page for each rule, from the cases of its tests.")

    @Argument(help: "The folder, docs/rules.")
    var folder: String

    func run() throws {
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        for page in rulePages {
            try page.markdown.write(
                toFile: "\(folder)/\(page.rule).md", atomically: true, encoding: .utf8)
        }
    }
}
