extension Piece {
    /// Reads a piece as its decoder would, which has the last word where this answers nil.
    init?(_ walk: inout JSONWalk) {
        var piece = Piece()
        let isRead = walk.members { walk, name in
            if walk.null() { return true }
            if name.elementsEqual("choices".utf8) {
                var choices: [Choice] = []
                defer { piece.choices = choices }
                return walk.elements { walk in
                    Choice(&walk).map { choices.append($0) } != nil
                }
            }
            if name.elementsEqual("usage".utf8) {
                piece.usage = Tokens(&walk)
                return piece.usage != nil
            }
            if name.elementsEqual("error".utf8) {
                piece.error = Trouble(&walk)
                return piece.error != nil
            }
            return walk.skip()
        }
        guard isRead else { return nil }
        self = piece
    }
}

extension Piece.Choice {
    fileprivate init?(_ walk: inout JSONWalk) {
        var choice = Self()
        let isRead = walk.members { walk, name in
            if walk.null() { return true }
            if name.elementsEqual("message".utf8) {
                choice.message = Message(&walk)
                return choice.message != nil
            }
            if name.elementsEqual("delta".utf8) {
                choice.delta = Message(&walk)
                return choice.delta != nil
            }
            if name.elementsEqual("finish_reason".utf8) {
                choice.finish_reason = walk.text()
                return choice.finish_reason != nil
            }
            return walk.skip()
        }
        guard isRead else { return nil }
        self = choice
    }
}

extension Piece.Choice.Message {
    fileprivate init?(_ walk: inout JSONWalk) {
        var message = Self()
        let isRead = walk.members { walk, name in
            if walk.null() { return true }
            if name.elementsEqual("content".utf8) {
                message.content = walk.text()
                return message.content != nil
            }
            if name.elementsEqual("refusal".utf8) {
                message.refusal = walk.text()
                return message.refusal != nil
            }
            return walk.skip()
        }
        guard isRead else { return nil }
        self = message
    }
}

extension Piece.Tokens {
    fileprivate init?(_ walk: inout JSONWalk) {
        var tokens = Self()
        let isRead = walk.members { walk, name in
            if walk.null() { return true }
            if name.elementsEqual("prompt_tokens".utf8) {
                tokens.prompt_tokens = walk.count()
                return tokens.prompt_tokens != nil
            }
            if name.elementsEqual("completion_tokens".utf8) {
                tokens.completion_tokens = walk.count()
                return tokens.completion_tokens != nil
            }
            return walk.skip()
        }
        guard isRead else { return nil }
        self = tokens
    }
}

extension Piece.Trouble {
    fileprivate init?(_ walk: inout JSONWalk) {
        var trouble = Self()
        let isRead = walk.members { walk, name in
            if walk.null() { return true }
            guard name.elementsEqual("message".utf8) else { return walk.skip() }
            trouble.message = walk.text()
            return trouble.message != nil
        }
        guard isRead else { return nil }
        self = trouble
    }
}

extension JSONWalk {
    fileprivate mutating func text() -> String? {
        string().map { String(decoding: $0, as: UTF8.self) }
    }
}
