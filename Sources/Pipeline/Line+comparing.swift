import Chat
import Domain
import Drafting
import Ledger

// What vectors say of reports that words leave open.
extension Line {
    /// As many of the reports as one request takes, with the stories that they may belong to.
    func comparable(_ open: ArraySlice<OpenReport>, at desk: GroupingDesk) -> [OpenReport] {
        let most = models(for: .embed).map(\.texts).min() ?? 0
        var texts: Set<String> = []
        return Array(
            open.prefix { report in
                texts.formUnion(Self.texts(of: report, at: desk).map(\.text))
                return texts.count <= most
            })
    }

    /// Puts each report in the story that is nearest to it, if that is near enough.
    func compare(
        _ open: [OpenReport], at desk: GroupingDesk, into verdicts: inout [Int64: GroupVerdict]
    ) async throws {
        let texts = open.map { Self.texts(of: $0, at: desk) }
        let (model, vectors) = try await vectors(of: Set(texts.joined().map(\.text)).sorted())
        for (report, texts) in zip(open, texts) {
            guard let own = texts.first.flatMap({ vectors[$0.text] }) else { continue }
            var nearest: (story: String, similarity: Double)?
            for (story, text) in texts.dropFirst() {
                guard let vector = vectors[text] else { continue }
                guard let similarity = own.similarity(to: vector) else {
                    throw ChatError.notVectors(
                        endpoint: model.endpoint.name,
                        detail: "its vectors have \(own.numbers.count) numbers in one answer and "
                            + "\(vector.numbers.count) in another")
                }
                if similarity > nearest?.similarity ?? -1 { nearest = (story, similarity) }
            }
            if let nearest, nearest.similarity >= model.similarity {
                verdicts[report.report.id] = .story(nearest.story)
            }
        }
    }

    /// What the report says, then what its stories do.
    private static func texts(
        of open: OpenReport, at desk: GroupingDesk
    ) -> [(story: String, text: String)] {
        [(open.report.storyID, item(open.report).text)]
            + open.stories.compactMap { story in desk.leads[story].map { (story, $0.text) } }
    }

    /// The vectors of texts, all by one model: those that are kept, and for the others one request to
    /// the first endpoint with the role that is well.
    private func vectors(
        of texts: [String]
    ) async throws -> (model: Model, vectors: [String: Vector]) {
        let models = models(for: .embed)
        var questions: [Question] = []
        for model in models {
            let kept = try await vectors(of: texts, by: model)
            let missing = texts.filter { kept[$0] == nil }
            if missing.isEmpty { return (model, kept) }
            questions.append(
                Question(
                    story: nil, purpose: .group, model: model,
                    request: .vectors(EmbeddingRequest(texts: missing))))
        }
        let endpoint = try await answer(to: questions).endpoint
        guard let model = models.first(where: { $0.endpoint == endpoint }) else {
            throw ChatError.noEndpoint
        }
        return (model, try await vectors(of: texts, by: model))
    }

    private func vectors(of texts: [String], by model: Model) async throws -> [String: Vector] {
        let hashes = texts.map { EmbeddingRequest.hash(of: $0, at: model.endpoint) }
        let kept = try await ledger.vectors(of: hashes)
        return Dictionary(
            uniqueKeysWithValues: zip(texts, hashes).compactMap { text, hash in
                kept[hash].map { (text, $0) }
            })
    }
}
