package import Domain

/// The names that an article explains as 中文（Original）, for the operator to approve: once it has,
/// verification knows them in other articles too.
///
/// Only those whose Chinese form is certain: it sounds like the original, or nothing else stands
/// before the bracket since the last mark. A name of several words is taken for a person's, another
/// for a company's; the operator may know better.
package func explainedNames(in draft: ProvenDraft, knowing known: [Name]) -> [Name] {
    var originals = Set(known.flatMap(\.aliases).map { $0.lowercased() })
    var names: [Name] = []
    for sentence in draft.paragraphs.flatMap(\.sentences) {
        for name in explained(in: Passage(sentence.text))
        where originals.insert(name.aliases[0].lowercased()).inserted {
            names.append(name)
        }
    }
    return names
}

private func explained(in passage: Passage) -> [Name] {
    let open: UInt32 = 0x28
    return passage.scalars.indices.compactMap { index in
        guard passage.scalars[index] == open, let original = original(in: passage, behind: index),
            let chinese = chinese(in: passage, before: index, of: original)
        else { return nil }
        let words = original.split(separator: " ")
        let isPerson = words.count > 1 && chinese.contains("·")
        var name = Name(
            kind: isPerson ? .person : .company, chinese: [chinese], aliases: [original])
        if isPerson, let surname = chinese.split(separator: "·").last, let last = words.last {
            name.chinese.append(String(surname))
            name.aliases.append(String(last))
        }
        return name
    }
}

/// Latin words that begin with a capital, up to the bracket that closes: 2 to 60 letters.
private func original(in passage: Passage, behind open: Int) -> String? {
    let joints: [UInt32] = [0x20, 0x2d, 0x27, 0x2e, 0x26]
    var end = open + 1
    while passage.isLatin(end) || passage.isDigit(end)
        || end < passage.count && joints.contains(passage.scalars[end])
    {
        end += 1
    }
    guard end < passage.count, passage.scalars[end] == 0x29, (3...61).contains(end - open),
        passage.isUpper(open + 1)
    else { return nil }
    return passage.text(open + 1..<end)
}

/// What stands before the bracket and is the name: of the run of Han the end that sounds most like
/// the original, else all of it.
private func chinese(in passage: Passage, before open: Int, of original: String) -> String? {
    let longest = 12
    var start = open
    while start > 0, open - start <= longest,
        Passage.isHan(passage.scalars[start - 1]) || passage.scalars[start - 1] == 0xb7
    {
        start -= 1
    }
    let sound = Sound(latin: Passage(original).lower)
    let spoken = (start..<max(start, open - 1)).compactMap {
        first -> (start: Int, likeness: Double)? in
        guard passage.scalars[first] != 0xb7, let own = Sound(han: passage.scalars[first..<open])
        else { return nil }
        return (first, own.likeness(to: sound))
    }
    // Of two that are as like, the longer: vowels have no sound of their own here.
    if let best = spoken.max(by: { ($0.likeness, $1.start) < ($1.likeness, $0.start) }),
        best.likeness >= 0.7, sound.consonants.count >= 2
    {
        return passage.text(best.start..<open)
    }
    let isWhole = (2...longest).contains(open - start)
    let isCapitals = original.allSatisfy { $0.isUppercase || $0.isNumber }
    return isWhole && isCapitals ? passage.text(start..<open) : nil
}
