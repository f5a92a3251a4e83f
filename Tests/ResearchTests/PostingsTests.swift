import Research
import Testing

struct PostingsTests {
    @Test(arguments: [
        [], [0], [7, 7], [0, 1, 127, 128, 129, 16_384, 2_097_152, Int32.max],
        Array(stride(from: Int32(3), to: 100_000, by: 77)),
    ])
    func `gives back what was added, the last first`(numbers: [Int32]) {
        var postings = Postings()
        for number in numbers { postings.append(number) }
        #expect(Array(postings) == numbers.reversed())
        #expect(Int(postings.count) == numbers.count)
    }

    @Test func `only counts what it has let go of`() {
        var postings = Postings()
        for number in 0..<Int32(9) { postings.append(number) }
        postings.forget()
        postings.append(9)
        #expect(Array(postings) == [] && postings.count == 10 && postings.isForgotten)
    }
}
