import Chat
import Domain
import Drafting
import Foundation
import Parsing
import Research
import Web

/// Finds the story of a report that words leave open by an endpoint's vectors, as the line does.
struct NearestStory {
    let endpoint: Endpoint
    let http: HTTPClient
    /// The least cosine of two texts on one story.
    let similarity: Double
    /// By story, of the report that opened it.
    private(set) var leads: [String: String] = [:]
    private var vectors: [String: Vector] = [:]

    init(url: String, model: String, similarity: Int) {
        endpoint = Endpoint(
            name: model, url: url, model: model, roles: [.embed], context: 0, answer: 0)
        http = HTTPClient.curl(ClientSettings(userAgent: "caibian-lab"))
        self.similarity = Double(similarity) / 100
    }

    mutating func open(_ story: String, by report: Report) {
        if leads[story] == nil { leads[story] = Self.text(of: report) }
    }

    mutating func story(of report: Report, among open: [OpenStory]) async throws -> String? {
        let stories = open.filter { !$0.isContradicted }.map(\.story)
        let texts = [Self.text(of: report)] + stories.compactMap { leads[$0] }
        let missing = Set(texts).filter { vectors[$0] == nil }.sorted()
        if texts.count > 1, !missing.isEmpty {
            let answer = try await embed(
                EmbeddingRequest(texts: missing), at: endpoint, over: http, now: Date())
            for (text, vector) in zip(missing, answer.vectors) { vectors[text] = vector }
        }
        let near = stories.compactMap { story -> (story: String, similarity: Double)? in
            guard let one = vectors[texts[0]], let other = leads[story].flatMap({ vectors[$0] })
            else { return nil }
            return one.similarity(to: other).map { (story, $0) }
        }
        let nearest = near.max { $0.similarity < $1.similarity }
        return nearest.flatMap { $0.similarity >= similarity ? $0.story : nil }
    }

    private static func text(of report: Report) -> String {
        GroupRequest.Item(
            title: report.title, lead: plainText(ofHTML: report.summary ?? ""),
            published: report.published
        ).text
    }
}
