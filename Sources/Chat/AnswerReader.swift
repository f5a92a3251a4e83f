import Foundation
import Synchronization

/// Takes the body of an answer as it arrives: one JSON object, or server-sent events (WHATWG HTML
/// §9.2), told apart by how it begins. What the service says of the type is not asked: gateways
/// get it wrong.
final class AnswerReader: Sendable {
    private struct State {
        /// What of the body is not understood yet: the whole object, or the last line.
        var rest: [UInt8] = []
        /// White space before the body.
        var skipped = 0
        /// Events to be decoded together, which is cheaper than one by one.
        var events: [UInt8] = []
        var isStream: Bool?
        var isDone = false
        var gathered = Gathered()
    }

    /// What the pieces so far say together.
    struct Gathered {
        var text: [UInt8] = []
        var refusal = ""
        var finish: String?
        var usage: Piece.Tokens?
        var trouble: String?
        /// Why the text cannot be read on.
        var defect: String?
        var isRunaway = false
    }

    /// Bytes; no draft is longer, and a model that goes on has lost its way.
    private static let longest = 1_000_000
    /// Bytes of an answer in one piece, and of a line of a stream.
    private static let longestPiece = 8_000_000
    private static let batch = 16_384

    private let state = Mutex(State())

    /// False when nothing more is wanted.
    func receive(_ bytes: ArraySlice<UInt8>) -> Bool {
        state.withLock { state in
            var bytes = bytes
            if state.isStream == nil {
                let begun = bytes.drop { $0 <= 32 }
                state.skipped += bytes.count - begun.count
                bytes = begun
                state.isStream = bytes.first.map { $0 != UInt8(ascii: "{") }
            }
            state.rest += bytes
            guard state.rest.count + state.skipped <= Self.longestPiece else {
                state.gathered.defect = "it is longer than \(Self.longestPiece) bytes"
                return false
            }
            guard state.isStream == true else { return true }
            // Only what is new can end a line.
            if bytes.contains(10) { Self.takeLines(&state) }
            if state.events.count > Self.batch || state.isDone { Self.decode(&state) }
            return !state.isDone && state.gathered.defect == nil && !state.gathered.isRunaway
        }
    }

    /// What came in all, and how the body began.
    func finish() -> (gathered: Gathered, isStream: Bool) {
        state.withLock { state in
            // What was stopped here ends wherever it was.
            if state.gathered.isRunaway || state.gathered.defect != nil || state.isDone {
                return (state.gathered, state.isStream == true)
            }
            if state.isStream == true {
                state.rest.append(10)
                Self.takeLines(&state)
            } else {
                state.events = state.rest
            }
            Self.decode(&state)
            return (state.gathered, state.isStream == true)
        }
    }

    private static func takeLines(_ state: inout State) {
        guard let end = state.rest.lastIndex(of: 10) else { return }
        for line in state.rest[...end].split(separator: 10) {
            guard line.starts(with: "data:".utf8) else {
                // A comment, an event's name, an empty line's carriage return; a page is none of these.
                if line.first == UInt8(ascii: "<") {
                    state.gathered.defect = "it begins with \(head(line))"
                }
                continue
            }
            let data = line.dropFirst(5).drop { $0 <= 32 }
            if data.starts(with: "[DONE]".utf8) {
                state.isDone = true
                break
            }
            if !state.events.isEmpty { state.events.append(UInt8(ascii: ",")) }
            state.events += data
        }
        state.rest.removeSubrange(...end)
    }

    private static func decode(_ state: inout State) {
        defer { state.events.removeAll(keepingCapacity: true) }
        guard !state.events.isEmpty else { return }
        let list = [UInt8(ascii: "[")] + state.events + [UInt8(ascii: "]")]
        guard
            let pieces = pieces(of: list)
                ?? (try? JSONDecoder().decode([Piece].self, from: Data(list)))
        else {
            state.gathered.defect =
                state.isStream == true
                ? "an event of the stream is no JSON" : "it begins with \(head(state.events))"
            return
        }
        for piece in pieces { state.gathered.add(piece) }
        let text = state.gathered.text
        state.gathered.isRunaway =
            state.gathered.isRunaway || text.count > longest || repeatsItself(text)
    }

    /// What services send, without the decoder; nil for what only that understands.
    private static func pieces(of list: [UInt8]) -> [Piece]? {
        var walk = JSONWalk(list[...])
        var pieces: [Piece] = []
        let isRead = walk.elements { walk in Piece(&walk).map { pieces.append($0) } != nil }
        return isRead && walk.isAtEnd() ? pieces : nil
    }

    private static func head(_ bytes: some Sequence<UInt8>) -> String {
        quoted(String(decoding: Array(bytes.prefix(80)), as: UTF8.self))
    }
}

extension AnswerReader.Gathered {
    fileprivate mutating func add(_ piece: Piece) {
        trouble = trouble ?? piece.error.map { $0.message ?? "no explanation" }
        usage = piece.usage ?? usage
        guard let choice = piece.choices?.first else { return }
        let message = choice.message ?? choice.delta
        text += Array((message?.content ?? "").utf8)
        refusal += message?.refusal ?? ""
        finish = choice.finish_reason ?? finish
    }
}

/// Whether a text has come to say one short thing over and over, as small models do.
func repeatsItself(_ text: [UInt8]) -> Bool {
    let tail = Array(text.suffix(3000))
    guard tail.count == 3000 else { return false }
    return (1...150).contains { period in
        !(period..<tail.count).contains { tail[$0] != tail[$0 - period] }
    }
}
