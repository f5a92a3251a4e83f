package import Domain
import Foundation

/// The stories of the last days, by what identifies their reports, so that a new report finds the
/// story it belongs to.
package struct StoryIndex: Sendable {
    private var byURL: [String: String] = [:]
    private var byTitle: [String: String] = [:]

    package init() {}

    /// Makes a report that is in a story known.
    package mutating func add(_ report: Report, to story: String) {
        if let url = report.canonicalURL { byURL[url] = story }
        if let title = Self.key(report.title) { byTitle[title] = story }
    }

    /// The story that the report belongs to, nil when it opens one.
    package func story(of report: Report) -> String? {
        report.canonicalURL.flatMap { byURL[$0] } ?? Self.key(report.title).flatMap { byTitle[$0] }
    }

    /// Letters and digits of a title without case and width; nil for one too short to identify.
    private static func key(_ title: String) -> String? {
        let key = title.precomposedStringWithCompatibilityMapping.lowercased()
            .unicodeScalars.filter {
                $0.properties.isAlphabetic || $0.properties.numericType != nil
            }
        return key.count < 6 ? nil : String(String.UnicodeScalarView(key))
    }
}
