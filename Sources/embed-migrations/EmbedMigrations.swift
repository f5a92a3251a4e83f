import Foundation

/// `embed-migrations OUTPUT.swift FILE.sql…`: writes the files, in the order given, as one array.
@main
enum EmbedMigrations {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard let output = arguments.first else {
            throw CocoaError(.fileNoSuchFile)
        }
        var lines = ["let migrations: [(name: String, sql: String)] = ["]
        for path in arguments.dropFirst() {
            let file = URL(filePath: path)
            let sql = try String(contentsOf: file, encoding: .utf8)
            let name = file.deletingPathExtension().lastPathComponent
            lines.append("    (\"\(name)\", ####\"\"\"\n\(sql)\n\"\"\"####),")
        }
        lines.append("]\n")
        try Data(lines.joined(separator: "\n").utf8).write(to: URL(filePath: output))
    }
}
