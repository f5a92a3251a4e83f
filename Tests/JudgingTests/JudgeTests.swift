import Domain
import Foundation
import Judging
import Testing
import Verification

struct JudgeTests {
    private static let text = """
        北岭市水务局 2026 年 6 月 9 日宣布，引水工程正式通水，每年供水 1.8 亿立方米。隧洞全长 42 公里，穿越 3 条断裂带。

        居民用水价格两年内不作调整，工业用水价格另行公布。沿线设置了 16 个监测点，水量和水质数据公开。
        """
    private static let source = Source(
        number: 1, kind: .page, url: "http://a.example/1", title: "t", retrieved: .now, text: text)

    private static func evidence(_ words: String) -> Evidence {
        let head = text[..<(text.range(of: words)?.lowerBound ?? text.startIndex)]
        let start = head.utf8.count
        return Evidence(source: 1, range: start..<start + words.utf8.count)
    }

    private static let claims = [
        Claim(
            place: .sentence(paragraph: 0, sentence: 0), text: "隧洞长 42 公里，穿过 3 条断裂带。",
            evidence: [evidence("隧洞全长 42 公里，穿越 3 条断裂带。")]),
        Claim(
            place: .title, text: "居民水价两年不变",
            evidence: [evidence("居民用水价格两年内不作调整")]),
    ]

    private func request(seed: String = "story 1") throws -> JudgeRequest {
        try #require(
            JudgeRequest(
                Self.claims, sources: SourceReadings([Self.source]), seed: seed,
                secret: String(repeating: "7", count: 64)))
    }

    /// The claims of a request with their ids, as the prompt shows them.
    private func asked(_ request: JudgeRequest) -> [(id: String, text: String)] {
        let lines = (request.facts["claims"] ?? "").split(separator: "\n")
        return zip(lines, lines.dropFirst()).compactMap { head, line in
            guard head.hasPrefix("[[CLAIM "), line.hasPrefix("Claim: ") else { return nil }
            return (String(head.split(separator: " ")[1]), String(line.dropFirst(7)))
        }
    }

    private struct Verdict: Encodable {
        var claim: String
        var verdict = "supported"
        var source = "s1"
        var span: String
        var error = "none"
        var note = ""
    }

    /// What a judge says that looks up canaries and finds these spans for the claims.
    private func honest(_ request: JudgeRequest) -> [Verdict] {
        asked(request).map { id, text in
            if let claim = Self.claims.first(where: { $0.text == text }) {
                let span = Array(Self.text.utf8)[claim.evidence[0].range]
                return Verdict(claim: id, span: String(decoding: span, as: UTF8.self))
            }
            return Self.text.contains(text)
                ? Verdict(claim: id, span: text)
                : Verdict(claim: id, verdict: "not_found", span: "", error: "extrinsic")
        }
    }

    private func answer(_ verdicts: [Verdict]) throws -> String {
        String(decoding: try JSONEncoder().encode(["verdicts": verdicts]), as: UTF8.self)
    }

    @Test func `asks claims with their passages, and two canaries, the same each time`() throws {
        let request = try request()
        #expect(asked(request).count == 4)
        #expect(request.facts == (try self.request()).facts)
        #expect(request.facts != (try self.request(seed: "story 2")).facts)
        let canaries = asked(request).map(\.text).filter { text in
            !Self.claims.contains { $0.text == text }
        }
        #expect(canaries.count { Self.text.contains($0) } == 1)
        #expect(request.facts["claims"]?.contains("Source s1:") == true)
    }

    @Test func `makes a canary in the language of its source`() throws {
        let english = Source(
            number: 1, kind: .page, url: "http://a.example/1", title: "t", retrieved: .now,
            text: "The tunnel is 42 kilometres long. It crosses three faults on its way to town.")
        let request = try #require(
            JudgeRequest([], sources: SourceReadings([english]), seed: "s", secret: "k"))
        #expect(asked(request).allSatisfy { $0.text.utf8.allSatisfy { $0 < 128 } })
    }

    @Test func `believes a judge whose quotations stand there`() throws {
        let request = try request()
        let judgments = try request.judgments(from: try answer(honest(request)))
        #expect(judgments.count == 2)
        #expect(judgments.values.allSatisfy { $0.word == .supported && $0.evidence != nil })
        let fenced = "<think>{x}</think>\n```json\n" + (try answer(honest(request))) + "\n```"
        #expect(try request.judgments(from: fenced) == judgments)
    }

    @Test func `takes a claim with an invented or numberless quotation as not found`() throws {
        let request = try request()
        for span in ["隧洞是世界上最长的隧洞，无人能及。", "居民用水价格两年内不作调整", ""] {
            var verdicts = honest(request)
            let index = try #require(
                verdicts.firstIndex { $0.span.contains("隧洞全长") && $0.span.count < 30 })
            verdicts[index].span = span
            let judgments = try request.judgments(from: try answer(verdicts))
            #expect(judgments[Self.claims[0].place]?.word == .notFound, "\(span)")
        }
    }

    @Test func `voids a judge that calls everything supported`() throws {
        let request = try request()
        var verdicts = honest(request)
        for index in verdicts.indices where verdicts[index].verdict == "not_found" {
            verdicts[index] = Verdict(
                claim: verdicts[index].claim, span: "隧洞全长 42 公里，穿越 3 条断裂带。")
        }
        #expect(throws: JudgeError.self) {
            _ = try request.judgments(from: try answer(verdicts))
        }
    }

    @Test func `voids a judge that finds nothing`() throws {
        let request = try request()
        let verdicts = honest(request).map {
            Verdict(claim: $0.claim, verdict: "not_found", span: "", error: "extrinsic")
        }
        #expect(throws: JudgeError.canary(isTrue: true, verdict: "not_found")) {
            _ = try request.judgments(from: try answer(verdicts))
        }
    }

    @Test func `voids what is prose, of another form, or of other claims`() throws {
        let request = try request()
        let good = honest(request)
        let texts = [
            "都没有问题。", "{}", #"{"verdicts":[]}"#, try answer(Array(good.dropLast())),
            try answer(good + [good[0]]),
            try answer(good).replacing("\"supported\"", with: "\"true\""),
            String(repeating: "x", count: 300_000),
        ]
        for text in texts {
            #expect(throws: JudgeError.self) { _ = try request.judgments(from: text) }
        }
    }

    @Test func `makes no request without a sentence for a canary`() {
        let short = Source(
            number: 1, kind: .snippet, url: "http://a.example/1", title: "t", retrieved: .now,
            text: "通水")
        #expect(JudgeRequest([], sources: SourceReadings([short]), seed: "s", secret: "k") == nil)
    }

    @Test func `reads rewrites, and none from another form`() {
        let request = RewriteRequest(
            [(Self.claims[0], "wrong"), (Self.claims[1], "wrong")], sources: [Self.source],
            seed: "s", secret: "k")
        let text =
            #"{"rewrites":[{"sentence":"r01","text":"隧洞全长 42 公里。"},{"sentence":"r02","text":""}]}"#
        #expect(request.rewrites(from: text) == [Self.claims[0].place: "隧洞全长 42 公里。"])
        #expect(request.rewrites(from: "不行。").isEmpty)
        #expect(request.facts["sentences"]?.contains("Evidence s1: 隧洞全长") == true)
    }
}
