import ArgumentParser
import Domain
import Foundation
import Publishing

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check Markdown files of articles: footnotes, front matter, form.",
        discussion: "Exits 65 when there is a finding. Needs no settings and no ledger.")

    @Argument(help: "The files.")
    var files: [String]

    @Flag(help: "JSON instead of lines.")
    var json = false

    private struct Line: Encodable {
        var file: String
        var place: String
        var rule: String
        var severity: String
        var message: String
    }

    func run() throws {
        var lines: [Line] = []
        for file in files {
            guard let data = FileManager.default.contents(atPath: file) else {
                Output.error("cannot read \(file)")
                throw ExitCode(66)
            }
            lines += checkFile(String(decoding: data, as: UTF8.self)).map { finding in
                Line(
                    file: file, place: finding.place.description, rule: finding.rule,
                    severity: finding.severity.rawValue, message: finding.message)
            }
        }
        if json {
            try Output.json(lines)
        } else {
            for line in lines {
                print(
                    Output.plain(
                        "\(line.file):\(line.place): \(line.severity): \(line.rule): \(line.message)"
                    ))
            }
        }
        if !lines.isEmpty { throw ExitCode.findings }
    }
}
