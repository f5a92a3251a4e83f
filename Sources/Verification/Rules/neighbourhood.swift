/// A span with the sentence on either side of it, as UTF-8 bytes; never past an empty line.
func neighbourhood(of span: Range<Int>, in text: String) -> Range<Int> {
    let bytes = Array(text.utf8)
    let ends = sentenceEnds(bytes)
    // The span's own sentences, whole, and one more on either side.
    let before = ends.filter { $0 <= span.lowerBound }.suffix(2)
    let start = before.count == 2 ? before.first ?? 0 : 0
    let after = ends.filter { $0 >= span.upperBound }.prefix(2)
    let end = after.count == 2 ? after.last ?? bytes.count : bytes.count
    // A neighbour longer than any sentence is none.
    let first = span.lowerBound - start > neighbourLimit ? span.lowerBound : start
    let last = end - span.upperBound > neighbourLimit ? span.upperBound : end
    return first..<last
}

private let neighbourLimit = 4000

/// The sentences of a text as ranges of its UTF-8 bytes, in order, without gaps.
package func sentenceRanges(of text: String) -> [Range<Int>] {
    let bytes = Array(text.utf8)
    var start = 0
    return (sentenceEnds(bytes) + [bytes.count]).compactMap { end in
        guard end > start else { return nil }
        defer { start = end }
        return start..<end
    }
}

/// The places behind each sentence: 。！？ and closers, a full stop before a space and a capital, a
/// line break.
private func sentenceEnds(_ bytes: [UInt8]) -> [Int] {
    var ends: [Int] = []
    var index = 0
    while index < bytes.count {
        let byte = bytes[index]
        if byte == 0x0a {
            ends.append(index + 1)
        } else if byte == 0xe3, index + 2 < bytes.count, bytes[index + 1] == 0x80,
            bytes[index + 2] == 0x82
        {
            ends.append(closers(bytes, index + 3))
        } else if byte == 0xef, index + 2 < bytes.count, bytes[index + 1] == 0xbc,
            bytes[index + 2] == 0x81 || bytes[index + 2] == 0x9f
        {
            ends.append(closers(bytes, index + 3))
        } else if [0x2e, 0x21, 0x3f].contains(byte), isEnd(bytes, index) {
            ends.append(closers(bytes, index + 1))
        }
        index += 1
    }
    return ends
}

private func closers(_ bytes: [UInt8], _ index: Int) -> Int {
    var index = index
    while index < bytes.count {
        if bytes[index] == 0x22 || bytes[index] == 0x29 {
            index += 1
        } else if index + 2 < bytes.count, bytes[index] == 0xe2, bytes[index + 1] == 0x80,
            bytes[index + 2] == 0x9d
        {
            index += 3
        } else {
            break
        }
    }
    return index
}

private func isEnd(_ bytes: [UInt8], _ index: Int) -> Bool {
    let next = closers(bytes, index + 1)
    guard next < bytes.count else { return true }
    guard bytes[next] == 0x20, next + 1 < bytes.count else { return false }
    let follows = bytes[next + 1]
    let isCapital =
        (0x41...0x5a).contains(follows) || follows > 0x7f || (0x30...0x39).contains(follows)
        || follows == 0x22
    // Nov. 18, U.S. Senate, Dr. Smith: a short word before the stop ends nothing.
    var start = index
    while start > 0, (0x61...0x7a).contains(bytes[start - 1] | 0x20) { start -= 1 }
    let isShort =
        bytes[index] == 0x2e && index - start <= 3 && start < index
        && (0x41...0x5a).contains(bytes[start])
    return isCapital && !isShort
}
