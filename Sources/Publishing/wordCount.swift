/// Words by Hugo's rule for Chinese: a field between spaces counts one if it is ASCII, else its
/// characters.
package func wordCount(_ text: String) -> Int {
    text.split(whereSeparator: \.isWhitespace).reduce(0) { count, field in
        count + (field.utf8.allSatisfy { $0 < 128 } ? 1 : field.unicodeScalars.count)
    }
}

/// Minutes, as Hugo reckons for Chinese.
package func readingTime(words: Int) -> Int {
    (words + 500) / 501
}
