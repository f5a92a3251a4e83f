/// A piece of an answer, whole or of a stream: the members of `chat.completion` and
/// `chat.completion.chunk` that matter here.
struct Piece: Decodable {
    struct Choice: Decodable {
        struct Message: Decodable {
            var content: String?
            var refusal: String?
        }
        var message: Message?
        var delta: Message?
        var finish_reason: String?
    }
    struct Tokens: Decodable {
        var prompt_tokens: Int?
        var completion_tokens: Int?
    }
    struct Trouble: Decodable { var message: String? }
    var choices: [Choice]?
    var usage: Tokens?
    var error: Trouble?
}
