import Domain
import Foundation
import Testing
import Verification

struct EvidenceTests {
    private static let words = [
        "水务局", "隧洞", "工程", "供水", "居民", "监测点", "沿线", "公布", "数据", "城市", "全年", "地下水", "价格", "计划",
        "引水", "通车", "材料", "实验室", "港口", "船队",
    ]

    /// So many characters of words at random, without digits or negations.
    private static func text(_ count: Int, seed: UInt64) -> String {
        var state = seed
        var text = ""
        while text.count < count {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            text += words[Int(state >> 33) % words.count]
        }
        return String(text.prefix(count))
    }

    private func source(_ text: String) -> Source {
        Source(
            number: 1, kind: .page, url: "http://a.example/1", title: "t", retrieved: .now,
            text: text)
    }

    private func inspection(of span: String, in text: String) -> Inspection {
        let sentence = Draft.Sentence(
            evidence: [.init(source: "s1", span: span)], text: "工程沿线公布数据。")
        return inspect(
            Draft(
                paragraphs: [.init(heading: "", sentences: [sentence])], title: "t", tldr: [],
                slug: "s", keywords: []), against: SourceReadings([source(text)]))
    }

    private func rules(_ inspection: Inspection) -> [String] {
        inspection.findings.map(\.rule).filter { $0.hasPrefix("evidence.") }
    }

    @Test func `takes spans of 12 to 200 characters`() {
        let text = Self.text(600, seed: 1)
        for (count, rule) in [
            (11, ["evidence.length"]), (12, []), (200, []), (201, ["evidence.length"]),
        ] {
            let span = String(text.dropFirst(100).prefix(count))
            let found = rules(inspection(of: span, in: text)).filter { $0 != "evidence.ambiguous" }
            #expect(found == rule, "\(count) characters")
        }
    }

    /// Lengths on either side of 64 and 128, where the bit vectors get another block.
    @Test(arguments: [20, 63, 64, 65, 100, 127, 128, 129, 200])
    func `snaps to the place that a span was changed from`(count: Int) throws {
        let text = Self.text(900, seed: UInt64(count))
        let start = 300
        var characters = Array(text)[start..<start + count].map { $0 }
        // One character replaced, one left out, one put in: at most a tenth of any of these.
        characters[count / 3] = "某"
        if count > 30 { characters.remove(at: count / 2) }
        if count > 60 { characters.insert("某", at: count * 3 / 4) }
        let inspection = inspection(of: String(characters), in: text)
        #expect(rules(inspection).contains("evidence.snapped"))
        let evidence = try #require(inspection.sentences.first?.evidence.first)
        #expect(evidence.range == start * 3..<(start + count) * 3)
    }

    @Test func `takes no span that is another by more than a tenth`() {
        let text = Self.text(900, seed: 7)
        var characters = Array(text)[300..<400].map { $0 }
        for place in stride(from: 0, to: 99, by: 9) { characters[place] = "某" }
        #expect(rules(inspection(of: String(characters), in: text)) == ["evidence.absent"])
    }

    @Test func `finds bytes behind what folds to something else`() throws {
        let text = "公司（ＡＢＣ）说：“价格是１２３元…不变”，\r\n\t并且é与e\u{301}同是👩‍👩‍👧‍👦一字。尾声在这里。"
        for span in ["公司(ABC)说:\"价格是123元...不变\",", "并且é与é同是👩‍👩‍👧‍👦一字。尾声在这里"] {
            let inspection = inspection(of: span, in: text)
            #expect(rules(inspection) == [], "\(span)")
            let range = try #require(inspection.sentences.first?.evidence.first).range
            let found = String(decoding: Array(text.utf8)[range], as: UTF8.self)
            #expect(
                found.precomposedStringWithCompatibilityMapping.count
                    == span.precomposedStringWithCompatibilityMapping.count, "\(found)")
        }
    }
}
