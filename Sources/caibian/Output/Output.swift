import Domain
import Foundation

/// What commands print: tables for people, JSON for programs.
enum Output {
    static func json(_ value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        print(String(decoding: try encoder.encode(value), as: UTF8.self))
    }

    static func error(_ text: String) {
        // An error that nobody can read any more must not be another.
        try? FileHandle.standardError.write(contentsOf: Data("\(text)\n".utf8))
    }

    static var isTerminal: Bool { isatty(1) == 1 }

    /// Text of the world on a terminal or in a log: control characters would be commands to it, and
    /// the keys of private feeds are nobody's business.
    static func plain(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                withoutSecrets(text).unicodeScalars.map { scalar in
                    scalar.value < 32 || (0x7f...0x9f).contains(scalar.value)
                        || (0x202a...0x202e).contains(scalar.value) ? " " : scalar
                }))
    }

    /// `2025-06-09T12:45:18.836Z` without what a table does not need.
    static func minute(_ time: String?) -> String? {
        time.map { String($0.prefix(16)).replacing("T", with: " ") }
    }

    /// Micro-units as money.
    static func money(_ micros: Int) -> String {
        String(format: "%.4f", Double(micros) / 1_000_000)
    }
}
