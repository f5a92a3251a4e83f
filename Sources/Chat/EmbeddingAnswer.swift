import Domain

/// The members of an answer of `/embeddings` that matter here, each nil where it is something else
/// than it should be.
struct EmbeddingAnswer: Decodable {
    struct Item: Decodable {
        var index: Int
        var embedding: [Float]
    }

    struct Tokens: Decodable {
        var prompt_tokens: Int?
        var total_tokens: Int?
    }

    private enum CodingKeys: CodingKey {
        case data, usage, error
    }

    private let items: [Item]?
    private let tokens: Tokens?
    let trouble: Piece.Trouble?

    init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: CodingKeys.self)
        // What cannot be read is as good as absent: what follows from that is said of the whole.
        items = try? members.decode([Item].self, forKey: .data)
        tokens = try? members.decode(Tokens.self, forKey: .usage)
        trouble = try? members.decode(Piece.Trouble.self, forKey: .error)
    }

    /// What the service says that it used: the larger of its figures, where it gives any.
    var usage: Usage? {
        [tokens?.prompt_tokens, tokens?.total_tokens].compactMap { $0 }.max()
            .map { Usage(promptTokens: $0, completionTokens: 0) }
    }

    /// One vector a text, in the order of the texts. Throws in words why these are none.
    func vectors(of texts: Int) throws(Defect) -> [Vector] {
        guard let items else { throw Defect("it holds no list of vectors") }
        guard items.count == texts else {
            throw Defect("it holds \(items.count) vectors for \(texts) texts")
        }
        var vectors = [Vector?](repeating: nil, count: texts)
        let length = items.first?.embedding.count ?? 0
        for item in items {
            guard vectors.indices.contains(item.index), vectors[item.index] == nil else {
                throw Defect("its vector \(item.index) is one too many")
            }
            guard item.embedding.count == length, length <= Self.longest else {
                throw Defect(
                    "its vectors have \(length) and \(item.embedding.count) numbers, where all "
                        + "should have as many, \(Self.longest) at most")
            }
            guard let vector = Vector(item.embedding) else {
                throw Defect("its vector \(item.index) has no direction")
            }
            vectors[item.index] = vector
        }
        return vectors.compactMap { $0 }
    }

    /// Numbers of a vector; no model in use makes more.
    private static let longest = 16_384

    struct Defect: Error {
        let reason: String

        init(_ reason: String) {
            self.reason = reason
        }
    }
}
