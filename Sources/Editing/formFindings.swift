package import Domain

/// What is wrong with the form of a text of an article, whatever it says.
package func formFindings(in text: String, place: Place) -> [Finding] {
    flaws(in: text).map { $0.finding(place) }
}
