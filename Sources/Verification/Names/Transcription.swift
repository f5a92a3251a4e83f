/// A foreign name in Han characters, and the Latin word of a source that it transcribes.
struct Transcription: Sendable {
    var range: Range<Int>
    /// In lower case; nil where no word of the sources sounds like it.
    var original: String?
    /// Has consonants enough to be compared.
    var isSpoken: Bool
}

extension Reading {
    /// The names that the text transcribes, but for those that the lexicon knows and those whose
    /// original stands behind them in brackets.
    func transcriptions(of sources: [SourceIndex]) -> [Transcription] {
        let scalars = passage.scalars
        var found: [Transcription] = []
        var index = 0
        while index < scalars.count {
            guard transcribing.contains(scalars[index]) else {
                index += 1
                continue
            }
            var end = index
            var strict = 0
            while end < scalars.count {
                if transcribing.contains(scalars[end]) {
                    strict += 1
                } else if scalars[end] != 0xb7, !alsoTranscribing.contains(scalars[end]) {
                    break
                }
                end += 1
            }
            while end > index, scalars[end - 1] == 0xb7 || !transcribing.contains(scalars[end - 1])
            {
                end -= 1
            }
            // 金塞拉: what stands before may belong to the name.
            var start = index
            if start > 0, alsoTranscribing.contains(scalars[start - 1]) { start -= 1 }
            let range = index..<end
            index = end
            guard end - start >= 3, strict * 3 >= range.count * 2, !isKnown(range),
                end >= scalars.count || scalars[end] != 0x28
            else { continue }
            // The last part of a name of several is the one by which a source goes on.
            var parts = scalars[range].split(separator: 0xb7)
            if start < range.lowerBound, let first = parts.first {
                parts.append(scalars[start..<first.endIndex])
            }
            let sounds = parts.compactMap { Sound(han: $0) }
            let matches = sounds.compactMap { nearest(to: $0, among: sources) }
            guard parts.contains(where: { $0.count >= 2 }) else { continue }
            let best = matches.max { $0.likeness < $1.likeness }
            found.append(
                Transcription(
                    range: start..<end, original: best?.word,
                    isSpoken: sounds.contains { $0.consonants.count >= 3 }))
        }
        return found
    }

    /// A name or a word of the lexicon within the range.
    private func isKnown(_ range: Range<Int>) -> Bool {
        items.contains {
            $0.range.overlaps(range) && !$0.meanings.isEmpty
                && ($0.meaning(.name) != nil || $0.range.count > 1)
        }
    }

    private func nearest(
        to sound: Sound, among sources: [SourceIndex]
    ) -> (word: String, likeness: Double)? {
        guard sound.consonants.count >= 2 else { return nil }
        var best: (word: String, likeness: Double)?
        for source in sources {
            for candidate in source.capitals {
                let likeness = sound.likeness(to: candidate.sound)
                if likeness >= 0.66, likeness > best?.likeness ?? 0 {
                    best = (candidate.word, likeness)
                }
            }
        }
        return best
    }
}
