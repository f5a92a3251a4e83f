import Domain
import Foundation
import Parsing

/// What a report's title and lead speak of.
struct ReportTerms {
    private(set) var all: Set<String> = []

    init(_ report: Report) {
        take(report.title)
        take(String(plainText(ofHTML: report.summary ?? "").prefix(300)))
    }

    private mutating func take(_ text: String) {
        var last: Character?
        var word = ""
        for character in text.precomposedStringWithCompatibilityMapping.lowercased() + " " {
            let scalar = character.unicodeScalars.first?.value ?? 0
            let isHan = (0x3400...0x9fff).contains(scalar)
            if isHan, let last { all.insert("\(last)\(character)") }
            last = isHan ? character : nil
            if !isHan,
                character.isLetter || character.isNumber || (character == "." && !word.isEmpty)
            {
                word.append(character)
            } else {
                finish(&word)
            }
        }
    }

    private mutating func finish(_ word: inout String) {
        while word.last == "." { word.removeLast() }
        if word.count > 2 || word.first?.isNumber == true { all.insert(word) }
        word = ""
    }
}
