extension Lexer {
    /// A number in Latin words: twenty-one, two and a half million, half a billion, two-thirds.
    func wordNumber(at start: Int) -> Item? {
        guard passage.isLatin(start) else { return nil }
        var index = start
        if let skipped = article(at: index) { index = skipped }
        guard let first = lexicon.longest(in: passage, at: index),
            let kind = first.meanings.first(where: { Self.numeric.contains($0.kind) })
        else { return nil }
        let startsWithArticle = index > start
        switch kind.kind {
        case .vague where kind.value > 0:
            let number = Number(value: kind.value, step: kind.value, form: .words, isVague: true)
            return Item(kind: .number(number), range: start..<first.end, meanings: first.meanings)
        case .fraction:
            if let part = fraction(kind.value, start, first.end, startsWithArticle) { return part }
            // A third of them is a part, the third of May and coming third are ranks.
            return first.meanings.first { $0.kind == .ordinal }.map {
                let number = Number(value: $0.value, step: 1, form: .words, isOrdinal: true)
                return Item(
                    kind: .number(number), range: index..<first.end, meanings: first.meanings)
            }
        case .ordinal:
            if startsWithArticle, let share = first.meanings.first(where: { $0.kind == .fraction })
            {
                return fraction(share.value, start, first.end, true)
            }
            guard !startsWithArticle else { return nil }
            return Item(
                kind: .number(
                    Number(value: kind.value, step: 1, form: .words, isOrdinal: true)),
                range: start..<first.end, meanings: first.meanings)
        case .scale where !startsWithArticle: return nil
        default: return cardinal(start, index, startsWithArticle)
        }
    }

    private func cardinal(_ start: Int, _ first: Int, _ hasArticle: Bool) -> Item? {
        var (total, section, seen) = (0.0, hasArticle ? 1.0 : 0.0, 0)
        var (index, end, factor, isScaled) = (first, first, 1.0, false)
        while index < passage.count,
            let (after, meanings) = lexicon.longest(in: passage, at: index),
            seen < 12
        {
            if let number = meanings.first(where: { $0.kind == .number }), !hasArticle || seen > 0 {
                // 'one two' is two numbers; 'twenty-one' and 'hundred five' are one.
                if section > 0, section.truncatingRemainder(dividingBy: 100) != 0,
                    !(section.truncatingRemainder(dividingBy: 10) == 0 && number.value < 10)
                {
                    break
                }
                section += number.value
                isScaled = false
            } else if let scale = meanings.first(where: { $0.kind == .scale }), after - index > 1 {
                guard section > 0 else { break }
                if scale.value >= 1000 {
                    total += section * scale.value
                    section = 0
                } else {
                    section *= scale.value
                }
                factor = isScaled ? factor * scale.value : scale.value
                isScaled = true
            } else if seen == 1, let part = meanings.first(where: { $0.kind == .fraction }),
                total == 0,
                part.value < 0.5 || section == 1, part.value * section <= 1
            {
                // two-thirds, three-quarters, but eleven quarters are spans of time
                return fraction(part.value * section, start, after, true)
            } else if seen == 1, total == 0, passage.scalars[index - 1] == 0x2d,
                let part = meanings.first(where: { $0.kind == .ordinal }), part.value > section
            {
                // one-fifteenth
                return fraction(section / part.value, start, after, true)
            } else {
                break
            }
            seen += 1
            end = after
            index = after
            if index < passage.count, [0x20, 0x2d].contains(passage.scalars[index]) { index += 1 }
            if passage.text(index..<index + 4) == "and " {
                if let half = andHalf(at: index + 4) {
                    section += 0.5
                    end = half
                    index = half + 1
                } else if factor != 1 {
                    index += 4
                }
            }
        }
        guard seen > 0 else { return nil }
        let number = Number(
            value: total + section, step: 1, form: .words, scale: factor)
        if let (share, after) = oneIn(number, at: end) {
            return Item(kind: .number(share), range: start..<after)
        }
        return Item(kind: .number(number), range: start..<end)
    }

    /// Half of a whole, or half a billion, or half an hour.
    private func fraction(_ value: Double, _ start: Int, _ end: Int, _ hasArticle: Bool) -> Item? {
        var index = end
        if passage.text(index..<index + 5) == " of a" { index += 3 }
        if index < passage.count, [0x20, 0x2d].contains(passage.scalars[index]) { index += 1 }
        let isWhole = passage.text(start..<end).lowercased().hasSuffix("half") || hasArticle
        let next = article(at: index) ?? index
        if next < passage.count, let (after, meanings) = lexicon.longest(in: passage, at: next) {
            if let scale = meanings.first(where: { $0.kind == .scale }), after - next > 1 {
                return Item(
                    kind: .number(
                        Number(
                            value: value * scale.value, step: scale.value / 100, form: .words,
                            scale: scale.value)),
                    range: start..<after)
            }
            if isWhole, let unit = meanings.first(where: { $0.kind == .unit }),
                // A third month is a rank; half an hour and a quarter mile are parts.
                value == 0.5 || value == 0.25 || next > index, unit.value > 0,
                meanings.first(where: { $0.kind == .unit })?.key != lexicon.key("percent")
            {
                return Item(
                    kind: .number(Number(value: value, step: 0.01, form: .words)),
                    range: start..<end)
            }
        }
        // two more quarter-point cuts
        if passage.text(end..<end + 6).lowercased() == "-point", value <= 0.5 {
            return Item(
                kind: .number(Number(value: value, step: 0.01, form: .words)), range: start..<end)
        }
        // 'quarter' alone is three months, 'third' alone a rank.
        guard isWhole || passage.text(end..<end + 3) == " of" else { return nil }
        return Item(
            kind: .number(Number(value: value * 100, step: 0.5, form: .words, isShare: true)),
            range: start..<end)
    }

    private func andHalf(at index: Int) -> Int? {
        for text in ["a half", "one half", "half"] {
            let end = index + text.count
            if passage.text(index..<end).lowercased() == text { return end }
        }
        return nil
    }

    /// The place behind `a ` or `an `.
    private func article(at index: Int) -> Int? {
        guard index < passage.count, passage.lower[index] == 0x61,
            index == 0 || !passage.isLatin(index - 1)
        else { return nil }
        if passage.text(index + 1..<index + 2) == " " { return index + 2 }
        if passage.text(index + 1..<index + 3) == "n " { return index + 3 }
        return nil
    }

    private static let numeric: Set<WordKind> = [.number, .scale, .vague, .fraction, .ordinal]
}
