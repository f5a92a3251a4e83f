import Domain
import Editing
import Foundation

/// The text with a year before the first day that it names: the year in which that day is nearest
/// to the day of publication, as a reader of that day understands it. Nil where it has one already,
/// names no day, or names it in words that are another's.
func withYear(_ text: String, published: Date) -> String? {
    var characters = Array(text.unicodeScalars)
    guard let named = firstDay(in: characters), !named.hasYear,
        !characters[..<named.offset].contains(where: { "“‘《".unicodeScalars.contains($0) })
    else { return nil }
    let today = Int((published.timeIntervalSince1970 / 86_400).rounded(.down))
    let year = Timestamp.civil(days: today).year
    let nearest = [year, year - 1, year + 1].min { one, other in
        func distance(_ year: Int) -> Int {
            abs(Timestamp.days(year: year, month: named.month, day: named.day) - today)
        }
        return distance(one) < distance(other)
    }
    characters.insert(contentsOf: "\(nearest ?? year) 年 ".unicodeScalars, at: named.offset)
    return String(characters)
}
