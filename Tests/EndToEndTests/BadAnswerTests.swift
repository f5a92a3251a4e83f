import Domain
import Foundation
import Ledger
import Newsroom
import Pipeline
import Testing

// One world at a time: each has eight servers.
@Suite(.serialized)
struct BadAnswerTests {
    /// What stands in the queue, and in the status where the endpoint rests: at once when a person must
    /// mend it, else after the fifth failure in a row.
    @Test(arguments: [
        (Fault.status(401), "refused the key", true), (.status(402), "no credit", true),
        (.status(403), "refused the key", true), (.status(404), "has no model", true),
        (.status(408), "answered 408", true), (.status(413), "too long for the endpoint", false),
        (.status(429), "asks to wait 60", false),
        (.status(429, retryAfter: 90), "asks to wait 90", false),
        (.status(500), "answered 500", true), (.status(502), "answered 502", true),
        (.status(503), "answered 503", true),
        (.status(503, retryAfter: 120), "asks to wait 120", false),
        (.status(529), "answered 529", true),
        (.stall(.seconds(60)), "sent next to nothing for too long", true),
        (.cut, "broke off", true), (.empty, "holds no answer", true),
        (.endless, "is longer than", true), (.large(1_000_000), "holds no answer", true),
        (.body("{}", contentType: "text/plain"), "holds no answer", true),
        (.body("<html></html>", contentType: "text/html"), "it begins with \"<html>", true),
    ])
    func `says in queue and status what the endpoint did wrong`(
        fault: Fault, words: String, isInStatus: Bool
    ) async throws {
        let stall = if case .stall = fault { "1s" } else { "30s" }
        let desk = try await Desk(sites: ["远山科技"], stall: stall)
        desk.newsroom.faults.set(fault, for: "model")
        try await desk.pass()
        #expect(try desk.files().isEmpty)
        let queue = try await desk.ledger.queue()
        #expect(!queue.isEmpty)
        let reasons = queue.compactMap { $0.reason ?? $0.trouble }
        #expect(reasons.contains { $0.contains(words) }, "\(reasons)")
        let problems = try await desk.ledger.problems().filter { $0.kind == "endpoint" }
        #expect(
            problems.contains { $0.detail?.contains(words) == true } == isInStatus, "\(problems)")
        await desk.close()
    }

    @Test(arguments: [
        (AnswerFault.prose, "text instead of a JSON object"), (.halfJSON, "broken JSON"),
        (.nothing, "text instead of a JSON object: \"\""),
        (.wrongTypes, "the draft's title is not a text"),
        (.noSentences, "no paragraphs with sentences"), (.repeating, "JSON object: \"然后，然后"),
        (.megabyte, "the model answered with 10"), (.limit, "it ends within the object"),
        (.contentFilter, "declined: its content filter"), (.inventedEvidence, "does not say"),
        (.wrongSource, "there is no source s99"),
        (.emptyEvidence, "a span has 12 to 200 characters"), (.noEvidence, "names no evidence"),
        (.otherStory, "the nearest passage is"), (.english, "not in Simplified Chinese"),
        (.traditional, "not in Simplified Chinese"),
        (.chatter, "\"以下是\" is no part of an article"), (.markup, "raw HTML <b>"),
        (.footnotes, "a footnote label stands"), (.links, "a URL stands in the text"),
    ])
    func `says in the queue what was wrong with the answer`(
        fault: AnswerFault, words: String
    ) async throws {
        let desk = try await Desk(sites: ["远山科技"])
        desk.newsroom.faults.set(.answer(fault), for: "model")
        try await desk.pass()
        #expect(try desk.files().isEmpty)
        let queue = try await desk.ledger.queue()
        #expect(!queue.isEmpty)
        let reasons = queue.compactMap { $0.reason ?? $0.trouble }
        #expect(reasons.contains { $0.contains(words) }, "\(reasons)")
        await desk.close()
    }

    @Test(arguments: [AnswerFault.reasoning, .preamble, .strayCommas])
    func `reads a draft through what stands around it`(fault: AnswerFault) async throws {
        let desk = try await Desk(sites: ["远山科技"])
        desk.newsroom.faults.set(.answer(fault), for: "model")
        #expect(try await desk.pass().articles > 0)
        await desk.close()
    }
}
