import Domain
import Foundation

/// The dispatches of the world, found by site, address and words, also when there are thousands.
struct Library: Sendable {
    private let dispatches: [Dispatch]
    private let places: [String: Int]
    private let sites: [String: [Int]]
    /// Where each term stands.
    private let postings: [String: [Int]]

    init(_ dispatches: [Dispatch]) {
        self.dispatches = dispatches
        var places: [String: Int] = [:]
        var sites: [String: [Int]] = [:]
        var postings: [String: [Int]] = [:]
        for (index, item) in dispatches.enumerated() {
            places[item.site.key + item.path] = index
            sites[item.site.key, default: []].append(index)
            for term in Terms.of(item.title + item.summary) {
                postings[term, default: []].append(index)
            }
        }
        (self.places, self.sites, self.postings) = (places, sites, postings)
    }

    func dispatches(of site: Site) -> [Dispatch] {
        (sites[site.key] ?? []).map { dispatches[$0] }
    }

    /// A dispatch of the site with six others, nil when none has that path.
    func dispatch(_ path: String, of site: Site) -> (dispatch: Dispatch, others: [Dispatch])? {
        guard let place = places[site.key + path] else { return nil }
        let others = (sites[site.key] ?? []).lazy.filter { $0 != place }.prefix(6)
        return (dispatches[place], others.map { dispatches[$0] })
    }

    /// The ten that share most words with the query, a quarter of them or more.
    func found(by query: String) -> [Dispatch] {
        let wanted = Terms.of(query)
        var counts: [Int: Int] = [:]
        for term in wanted {
            for index in postings[term] ?? [] { counts[index, default: 0] += 1 }
        }
        return counts.filter { $0.value * 4 >= wanted.count }
            .map { (dispatches[$0.key], $0.value) }
            .sorted { ($0.1, $0.0.slug) > ($1.1, $1.0.slug) }
            .prefix(10).map(\.0)
    }
}
