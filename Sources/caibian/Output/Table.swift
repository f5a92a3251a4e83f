import Foundation

/// Rows under headings, columns aligned by the cells that a terminal shows.
struct Table {
    private let headings: [String]
    private var rows: [[String]] = []

    init(_ headings: String...) {
        self.headings = headings
    }

    init(headings: [String]) {
        self.headings = headings
    }

    mutating func add(_ cells: String?...) { add(row: cells) }

    mutating func add(row cells: [String?]) {
        rows.append(
            cells.map { cell in
                (cell ?? "").split(whereSeparator: \.isNewline).joined(separator: " ")
            })
    }

    /// Nothing for an empty table.
    var text: String {
        guard !rows.isEmpty else { return "" }
        let all = [headings] + rows
        let widths = headings.indices.map { column in
            all.map { Self.width($0[column]) }.max() ?? 0
        }
        return all.map { row in
            var line = ""
            for (column, cell) in row.enumerated() {
                line += cell
                if column < row.count - 1 {
                    line += String(repeating: " ", count: widths[column] - Self.width(cell) + 2)
                }
            }
            return line
        }.joined(separator: "\n")
    }

    /// Cells of a terminal: two for wide characters (Unicode Standard Annex 11).
    static func width(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { width, scalar in
            switch scalar.value {
            case 0x1100...0x115f, 0x2e80...0xa4cf, 0xac00...0xd7a3, 0xf900...0xfaff,
                0xfe30...0xfe6f, 0xff00...0xff60, 0xffe0...0xffe6, 0x1f300...0x1faff,
                0x20000...0x3fffd:
                width + 2
            case 0x300...0x36f, 0x200b...0x200f: width
            default: width + 1
            }
        }
    }
}
