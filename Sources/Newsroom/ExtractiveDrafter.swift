import Domain
import Editing

/// Drafts an article of sentences that stand in the sources, each its own evidence: a model without
/// imagination. The same prompt gives the same draft.
struct ExtractiveDrafter {
    private struct Sentence {
        var text: String
        var source: String
        /// Position over all sources.
        var order: Int
        /// Position within its source.
        var depth: Int
        var terms: Set<String>
        var score = 0.0
    }

    private let request: PromptSources
    private var sentences: [Sentence] = []

    init(_ request: PromptSources) {
        self.request = request
        for source in request.sources {
            var depth = 0
            for paragraph in source.paragraphs {
                for text in ChineseSentences.split(paragraph) where ChineseSentences.isUsable(text)
                {
                    add(text, of: source.id, depth: depth)
                    depth += 1
                }
            }
        }
        score()
    }

    /// Nil when there is no Chinese sentence to select.
    func draft() -> Draft? {
        guard let lead = lead else { return nil }
        let chosen = chosen(with: lead)
        let sections = request.isBrief ? [chosen] : sections(of: chosen)
        var paragraphs: [Draft.Paragraph] = []
        var headings: Set<String> = []
        for (index, section) in sections.enumerated() {
            let isLead = index == 0
            var heading = isLead || request.isBrief ? "" : self.heading(for: section, not: headings)
            headings.insert(heading)
            for part in inParagraphs(section) {
                paragraphs.append(Draft.Paragraph(heading: heading, sentences: part.map(evident)))
                heading = ""
            }
        }
        return Draft(
            paragraphs: paragraphs, title: title(from: [lead] + chosen), tldr: summary(of: chosen),
            slug: slug(chosen), keywords: keywords(of: chosen))
    }

    // MARK: - Choosing

    private mutating func add(_ text: String, of source: String, depth: Int) {
        let terms = Terms.of(text)
        // Two reports of one thing: the first tells it.
        let isKnown = sentences.contains { known in
            let shared = known.terms.intersection(terms).count
            return shared * 2 > min(known.terms.count, terms.count)
        }
        guard !isKnown else { return }
        sentences.append(
            Sentence(
                text: text, source: source, order: sentences.count, depth: depth, terms: terms))
    }

    /// A sentence counts by the words it shares with the others and the titles; the first ones more.
    private mutating func score() {
        var frequency: [String: Double] = [:]
        for sentence in sentences {
            for term in sentence.terms { frequency[term, default: 0] += 1 }
        }
        let titles = request.sources.reduce(into: Set<String>()) {
            $0.formUnion(Terms.of($1.title))
        }
        for index in sentences.indices {
            let terms = sentences[index].terms
            let shared = terms.reduce(0) { $0 + (frequency[$1] ?? 0) - 1 }
            let inTitles = Double(terms.intersection(titles).count)
            let hasNumber = sentences[index].text.contains(where: \.isNumber) ? 1.0 : 0
            sentences[index].score =
                (shared + 3 * inTitles) / Double(max(terms.count, 12)) + hasNumber
                + 2 / Double(1 + sentences[index].depth)
        }
    }

    private var lead: Sentence? {
        let first = sentences.filter { $0.depth == 0 && !ChineseSentences.leansBack($0.text) }
        let proper = { (lead: Sentence) in leadFindings(.init(lead.text, .article)).isEmpty }
        let choices = [first.filter(proper), sentences.filter(proper), first, sentences]
        return choices.first { !$0.isEmpty }?.max { ($0.score, $1.order) < ($1.score, $0.order) }
    }

    /// The best sentences that fit, in the order of their sources, the lead first.
    private func chosen(with lead: Sentence) -> [Sentence] {
        let usable = request.sources.flatMap(\.paragraphs).reduce(0) { $0 + $1.count }
        let most = min(request.words.upperBound - 60, usable * 7 / 10)
        var chosen = [lead]
        var length = lead.text.count
        for sentence in sentences.sorted(by: { ($0.score, $1.order) > ($1.score, $0.order) })
        where sentence.order != lead.order && length + sentence.text.count <= most {
            chosen.append(sentence)
            length += sentence.text.count
        }
        return [lead] + chosen.dropFirst().sorted { $0.order < $1.order }
    }

    /// The lead, then sections of about the same length, and one that closes without a new number
    /// or name.
    private func sections(of chosen: [Sentence]) -> [[Sentence]] {
        let lead = Array(chosen.prefix(2))
        let closing = closing(of: chosen)
        let closers = Set(closing.map(\.order))
        let rest = chosen.dropFirst(2).filter { !closers.contains($0.order) }
        let length = rest.reduce(0) { $0 + $1.text.count }
        let count = min(3, max(1, length / 300))
        var sections: [[Sentence]] = [[]]
        var filled = 0
        for sentence in rest {
            if filled * count >= length * sections.count, sections.count < count {
                sections.append([])
            }
            sections[sections.count - 1].append(sentence)
            filled += sentence.text.count
        }
        return [lead] + (sections + [closing]).filter { !$0.isEmpty }
    }

    /// The last sentences without a digit or a Latin letter, of those chosen or else of all.
    private func closing(of chosen: [Sentence]) -> [Sentence] {
        func isPlain(_ sentence: Sentence) -> Bool {
            !sentence.text.unicodeScalars.contains { $0.isDigit || $0.isLatin }
        }
        let lead = Set(chosen.prefix(2).map(\.order))
        let own = chosen.dropFirst(2).filter(isPlain)
        let candidates =
            own.isEmpty ? sentences.filter { isPlain($0) && !lead.contains($0.order) } : Array(own)
        var closing: [Sentence] = []
        var length = 0
        for sentence in candidates.reversed() where length + sentence.text.hanCount <= 190 {
            closing.insert(sentence, at: 0)
            length += sentence.text.hanCount
            if closing.count == 3 { break }
        }
        return closing
    }

    private func inParagraphs(_ section: [Sentence]) -> [[Sentence]] {
        var paragraphs: [[Sentence]] = []
        var length = 0
        for sentence in section {
            if paragraphs.isEmpty || length + sentence.text.count > 200 {
                paragraphs.append([])
                length = 0
            }
            paragraphs[paragraphs.count - 1].append(sentence)
            length += sentence.text.count
        }
        return paragraphs
    }

    private func evident(_ sentence: Sentence) -> Draft.Sentence {
        Draft.Sentence(
            evidence: [Draft.Quotation(source: sentence.source, span: sentence.text)],
            text: sentence.text)
    }

    // MARK: - What stands above

    /// A clause of the section that can stand alone.
    private func heading(for section: [Sentence], not taken: Set<String>) -> String {
        let ranked = section.sorted { ($0.score, $1.order) > ($1.score, $0.order) }
        for range in [6...14, 4...18] {
            for sentence in ranked {
                for clause in ChineseSentences.clauses(sentence.text)
                where range.contains(clause.count) && !taken.contains(clause)
                    && ChineseSentences.standsAlone(clause)
                {
                    return clause
                }
            }
        }
        return taken.contains("更多情况") ? "其他进展" : "更多情况"
    }

    private func title(from candidates: [Sentence]) -> String {
        let titles = request.sources.map(\.title)
        for sentence in candidates {
            let clauses = ChineseSentences.clauses(ChineseSentences.undated(sentence.text))
                .filter { !ChineseSentences.attributes($0) }
            for (index, clause) in clauses.enumerated() {
                for text in [clause, clauses[index...].prefix(2).joined(separator: "，")]
                where (12...26).contains(text.hanCount) && text.count <= 36
                    && titleFindings(.init(text, .title), titles).isEmpty
                    && ChineseSentences.standsAlone(clause)
                {
                    return text
                }
            }
        }
        let head = candidates.first?.text.prefix(24) ?? ""
        return head.filter { !"“”。".contains($0) }
    }

    private func summary(of chosen: [Sentence]) -> [String] {
        var summary: [Sentence] = []
        var length = 0
        for sentence in chosen.sorted(by: { ($0.score, $1.order) > ($1.score, $0.order) })
        where length + sentence.text.hanCount <= 150 && !sentence.text.contains("？") {
            summary.append(sentence)
            length += sentence.text.hanCount
            if length >= 70, summary.count >= 2 { break }
        }
        return summary.sorted { $0.order < $1.order }.map(\.text)
    }

    private func slug(_ chosen: [Sentence]) -> String {
        var words: [String] = []
        for term in chosen.flatMap({ $0.terms.sorted() })
        where words.count < 4 && term.count > 2 && term.allSatisfy({ $0.isASCII && $0.isLetter }) {
            if !words.contains(term) { words.append(term) }
        }
        return words.isEmpty ? "news" : words.joined(separator: "-")
    }

    /// Names in quotation marks, and runs of Han that come back among different neighbours: those are
    /// words, where a run that always has the same neighbour is a piece of one.
    private func keywords(of chosen: [Sentence]) -> [String] {
        var keywords: [String] = []
        func take(_ word: String) {
            let overlaps = keywords.contains { $0.contains(word) || word.contains($0) }
            if keywords.count < 6, !overlaps { keywords.append(word) }
        }
        for sentence in chosen { ChineseSentences.quotedNames(sentence.text).forEach(take) }
        var runs: [String: (count: Int, before: Set<Character>, after: Set<Character>)] = [:]
        for sentence in chosen {
            let characters = Array(sentence.text)
            for length in 2...5 where characters.count >= length + 2 {
                for start in 1..<(characters.count - length) {
                    let run = characters[start..<start + length]
                    guard run.allSatisfy({ $0.unicodeScalars.first?.isHan == true }),
                        !run.contains(where: { ChineseSentences.function.contains($0) })
                    else { continue }
                    var entry = runs[String(run)] ?? (0, [], [])
                    entry.count += 1
                    entry.before.insert(characters[start - 1])
                    entry.after.insert(characters[start + length])
                    runs[String(run)] = entry
                }
            }
        }
        let words = runs.filter { $1.count > 1 && $1.before.count > 1 && $1.after.count > 1 }
        let ranked = words.sorted {
            ($0.value.count * $0.key.count, $1.key) > ($1.value.count * $1.key.count, $0.key)
        }
        for (word, _) in ranked { take(word) }
        return keywords
    }
}
