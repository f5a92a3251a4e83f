import Editing
import Testing

struct SpokenSentencesTests {
    @Test(arguments: [
        ("甲公司公布数据[^1]。乙公司没有回应[^2]。", 2, 2), ("营业收入增长到 65。[^1]乙公司没有回应。", 2, 1),
        ("他说：“公司没有计划。”[^1]乙公司没有回应！", 2, 1), ("真的吗？乙公司没有回应[^1]", 1, 1), ("", 0, 0),
        ("[^", 0, 0), ("甲公司公布数据……", 1, 0),
    ])
    func `counts what a reader takes for sentences, and those with a footnote`(
        text: String, all: Int, cited: Int
    ) {
        #expect(spokenSentences(of: text) == (all, cited))
    }
}
