import ArgumentParser
import Domain
import Foundation
import Ledger
import Pipeline
import Publishing

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check Markdown files of articles: footnotes, front matter, form.",
        discussion: """
            Prints FILE:LINE:COLUMN: SEVERITY: RULE: MESSAGE for each finding, and exits 65 when \
            one is hard, as it stops an article from being published; findings of form cost it \
            points. Needs no settings; with the ledger that an article came from, its claims are \
            checked too.
            """)

    @Argument(help: "The files.")
    var files: [String]

    @Option(help: "A ledger: every sentence must be proven by it.")
    var ledger: String?

    @Flag(help: "Exit 65 for findings of form too.")
    var strict = false

    @Flag(help: "JSON instead of lines.")
    var json = false

    private struct Line: Encodable {
        var file: String
        var line: Int
        var column: Int
        var rule: String
        var severity: String
        var message: String

        init(_ finding: Finding, in file: String) {
            (line, column) = (1, 1)
            if case .line(let number, let place) = finding.place {
                (line, column) = (number, place)
            }
            self.file = file
            rule = finding.rule
            severity = finding.severity.rawValue
            message = finding.message
        }
    }

    func run() async throws {
        var lines: [Line] = []
        var fails = false
        let ledger = try ledger.map { try Workplace.open($0, for: .read) }
        for file in files {
            guard let data = FileManager.default.contents(atPath: file) else {
                Output.error("cannot read \(file)")
                throw ExitCode(66)
            }
            let text = String(decoding: data, as: UTF8.self)
            var findings = checkFile(text, now: Date())
            if let ledger { findings += try await claimFindings(in: text, ledger: ledger) }
            fails = fails || findings.contains { strict || $0.severity == .hard }
            lines += findings.map { Line($0, in: file) }
        }
        if json {
            try Output.json(lines)
        } else {
            for line in lines {
                print(
                    Output.plain(
                        "\(line.file):\(line.line):\(line.column): \(line.severity): \(line.rule): "
                            + line.message))
            }
        }
        if fails { throw ExitCode.findings }
    }
}
