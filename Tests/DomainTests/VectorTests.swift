import Domain
import Testing

struct VectorTests {
    @Test func `is written as little endian floats and read again`() throws {
        let vector = try #require(Vector([1, -2.5, 0]))
        #expect(vector.bytes == [0, 0, 128, 63, 0, 0, 32, 192, 0, 0, 0, 0])
        #expect(Vector(bytes: vector.bytes) == vector)
    }

    @Test(arguments: [[], [0, 0], [1, .nan], [.infinity, 1]])
    func `has a direction`(numbers: [Float]) {
        #expect(Vector(numbers) == nil)
    }

    @Test(arguments: [[], [1, 2, 3], [0, 0, 0, 0], [0, 0, 192, 127]])
    func `is not made of other bytes`(bytes: [UInt8]) {
        #expect(Vector(bytes: bytes) == nil)
    }

    @Test(
        arguments: [
            ([1, 0], [5, 0], 1), ([1, 0], [0, 2], 0), ([1, 1], [-3, -3], -1),
            ([3, 4], [4, 3], 0.96),
            ([.greatestFiniteMagnitude, 1], [.greatestFiniteMagnitude, 1], 1),
        ] as [([Float], [Float], Double)])
    func `is compared by its direction alone`(one: [Float], other: [Float], cosine: Double) throws {
        let (one, other) = (try #require(Vector(one)), try #require(Vector(other)))
        #expect(abs(try #require(one.similarity(to: other)) - cosine) < 1e-9)
    }

    @Test func `is not compared with one of another length`() throws {
        #expect(try #require(Vector([1])).similarity(to: #require(Vector([1, 1]))) == nil)
    }
}
