import ArgumentParser
import Domain
import Foundation
import Parsing

/// Reads `NAME.html.gz` from the address that `NAME.json` gives it, and prints its main text.
struct PagesAnswers: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pages", abstract: "The main text of the pages of a folder.")

    @Argument(help: "The folder with NAME.html.gz and NAME.json.")
    var folder: String

    private struct Case: Decodable {
        var name: String
        var url: String?
    }

    private struct Answer: Encodable {
        var name: String
        var text: String
        var error: String?
    }

    func run() throws {
        let encoder = JSONEncoder()
        var (spent, pages) = (0.0, 0)
        for file in try files(in: folder, withExtension: "json") {
            let item = try JSONDecoder().decode(Case.self, from: Data(contentsOf: file))
            let bytes = try unzipped(file.deletingPathExtension().path + ".html.gz")
            var answer = Answer(name: item.name, text: "")
            let start = Usage()
            do throws(PageError) {
                answer.text = try readPage(
                    bytes, contentType: nil, url: item.url ?? "http://page.example/"
                ).text
            } catch {
                answer.error = error.description
            }
            spent += Usage().cpu - start.cpu
            pages += 1
            print(String(decoding: try encoder.encode(answer), as: UTF8.self))
        }
        let each = String(format: "%.2f", spent * 1000 / Double(max(1, pages)))
        FileHandle.standardError.write(Data("\(pages) pages, \(each) ms CPU each\n".utf8))
    }

    private func unzipped(_ path: String) throws -> [UInt8] {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["gzip", "-dc", path]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return Array(data)
    }
}
