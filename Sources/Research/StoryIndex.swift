package import Domain
import Foundation

/// The stories of the last days, so that a new report finds the one it belongs to.
///
/// Reports of one page or of one title are one story. Else two reports are of one event when their
/// rarest words agree: pairs of Han characters, Latin words, numbers, each weighed by how few of
/// the known reports have it. In doubt a report stays apart: a story told twice is a lesser harm
/// than two events told as one.
package struct StoryIndex: Sendable {
    private struct Known: Sendable {
        var story: String
        var terms: Set<String>
        var published: Date
    }

    /// How alike two reports must be, 0 to 1.
    private static let threshold = 0.3
    /// What has fewer terms says too little to be compared.
    private static let leastTerms = 6
    /// Two reports of one event are no further apart.
    private static let span: TimeInterval = 4 * 86_400

    private var byURL: [String: String] = [:]
    private var byTitle: [String: String] = [:]
    private var known: [Known] = []
    private var byTerm: [String: [Int]] = [:]

    package init() {}

    /// Makes a report that is in a story known.
    package mutating func add(_ report: Report, to story: String) {
        if let url = report.canonicalURL { byURL[url] = story }
        if let title = Self.key(report.title) { byTitle[title] = story }
        let terms = ReportTerms(report)
        for term in terms.all { byTerm[term, default: []].append(known.count) }
        known.append(
            Known(
                story: story, terms: terms.all, published: report.published))
    }

    /// The story that the report belongs to, nil when it opens one.
    package func story(of report: Report) -> String? {
        if let url = report.canonicalURL, let story = byURL[url] { return story }
        if let title = Self.key(report.title), let story = byTitle[title] { return story }
        return nearest(to: report)
    }

    private func nearest(to report: Report) -> String? {
        let terms = ReportTerms(report)
        guard terms.all.count >= Self.leastTerms else { return nil }
        var shared: [Int: Double] = [:]
        for term in terms.all {
            guard let places = byTerm[term], places.count * 8 < known.count + 64 else { continue }
            for place in places { shared[place, default: 0] += weight(of: term) }
        }
        let total = terms.all.reduce(0) { $0 + weight(of: $1) }
        var best: (likeness: Double, story: String)?
        for (place, sum) in shared {
            let other = known[place]
            guard other.terms.count >= Self.leastTerms,
                abs(other.published.timeIntervalSince(report.published)) <= Self.span
            else { continue }
            let size = min(total, other.terms.reduce(0) { $0 + weight(of: $1) })
            let likeness = sum / max(size, 1)
            if likeness >= Self.threshold,
                (likeness, other.story) > (best?.likeness ?? 0, best?.story ?? "")
            {
                best = (likeness, other.story)
            }
        }
        return best?.story
    }

    private func weight(of term: String) -> Double {
        log(Double(known.count + 2) / Double((byTerm[term]?.count ?? 0) + 1))
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
