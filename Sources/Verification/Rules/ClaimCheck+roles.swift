import Domain
import Foundation

extension ClaimCheck {
    /// An office that the sentence gives somebody is one that the source gives.
    mutating func checkRoles() {
        let known = (grounds.cited + grounds.others).reduce(into: Set()) { $0.formUnion($1.roles) }
        let near = grounds.near.keys(.role)
        let own = claim.keys(.role)
        for item in claim.items {
            let keys = Set(item.meanings.filter { $0.kind == .role }.map(\.key))
            guard !keys.isEmpty, !claim.passage.isLatin(item.range.lowerBound) else { continue }
            let words = claim.text(item.range)
            if let key = keys.first(where: known.contains), isOnlyDeputy(key, item) {
                find(
                    "role.absent", .hard, "\"\(words)\" is a deputy's office in the source")
                continue
            }
            let start = item.range.lowerBound
            if grounds.near.isChinese, !words.hasPrefix("副"),
                !claim.text(max(0, start - 1)..<start).contains("副"), isDeputyOnly(words)
            {
                find("role.absent", .hard, "\"\(words)\" is a deputy's office in the source")
                continue
            }
            if !keys.isDisjoint(with: known) || grounds.cited.contains(where: { $0.holds(words) })
                || words.hasPrefix("副") && tellsOfDeputy
                || words.hasSuffix("创始人") && tellsOfFounding
            {
                continue
            }
            // An office in the stead of another, or one that nobody gave.
            let other = grounds.near.items.first { item in
                let theirs = item.meanings.filter { $0.kind == .role }.map(\.key)
                return !theirs.isEmpty && own.isDisjoint(with: theirs)
            }
            // Acting chief may be any chief.
            let isChief =
                other.map {
                    ["chief", "acting chief", "deputy chief"].contains(
                        grounds.near.text($0.range).lowercased())
                } ?? false
            let isOffice = !isChief && keys.contains { Self.offices.contains(lexicon.names[$0]) }
            find(
                "role.absent", other != nil && isOffice && !near.isEmpty ? .hard : .soft,
                "the source calls nobody \"\(words)\""
                    + (other.map { "; it says \"\(grounds.near.text($0.range))\"" } ?? ""))
        }
    }

    /// A deputy health minister is no health minister.
    private func isOnlyDeputy(_ key: Lexicon.Key, _ item: Item) -> Bool {
        let start = item.range.lowerBound
        guard Self.offices.contains(lexicon.names[key]),
            !claim.text(max(0, start - 6)..<item.range.upperBound).contains("副")
        else { return false }
        let places = places { $0.contains { $0.key == key } }
        return !places.isEmpty
            && places.allSatisfy { reading, range in
                isDeputy(range, reading)
                    || reading.text(max(0, range.lowerBound - 6)..<range.lowerBound).contains("副")
            }
    }

    /// Where the sources name an office.
    private func places(
        _ isWanted: ([Lexicon.Meaning]) -> Bool
    ) -> [(reading: Reading, range: Range<Int>)] {
        (grounds.cited + grounds.others).flatMap { source in
            source.reading.items.filter { isWanted($0.meanings) }
                .map { (source.reading, $0.range) }
        }
    }

    /// Deputy Agriculture Minister: what the office is of may stand between.
    private var tellsOfDeputy: Bool {
        places { $0.contains { [.role, .name].contains($0.kind) } }.contains { reading, range in
            let words = reading.text(range).lowercased()
            return ["minister", "secretary"].contains(where: words.hasSuffix)
                && isDeputy(range, reading)
        }
    }

    /// Founded by two people, who are its founders.
    private var tellsOfFounding: Bool {
        grounds.cited.contains { $0.reading.passage.holdsAnyLower(["founded ", "创办", "创立"]) }
    }

    private func isDeputy(_ range: Range<Int>, _ reading: Reading) -> Bool {
        let before = reading.text(max(0, range.lowerBound - 20)..<range.lowerBound).lowercased()
        return ["deputy ", "vice ", "vice-"].contains(where: before.contains)
    }

    /// 主任 stands in the sources in 副主任 alone.
    private func isDeputyOnly(_ words: String) -> Bool {
        let texts = grounds.cited.map(\.text)
        let all = texts.reduce(0) { $0 + $1.components(separatedBy: words).count - 1 }
        let deputies = texts.reduce(0) { $0 + $1.components(separatedBy: "副" + words).count - 1 }
        return all > 0 && all == deputies
    }

    /// Offices that one person holds: being wrong about them is no matter of words.
    private static let offices: Set<String> = [
        "ceo", "cfo", "coo", "cto", "chiefscientist", "ciso", "cmo",
        "vicepresident", "premier", "deputypremier", "minister", "deputyminister",
        "deputygovernor", "deputymayor", "founder", "cofounder", "deputydirector",
        "professor", "associateprofessor", "leadauthor", "seniorauthor", "judge", "senator",
        "ambassador", "treasurer", "foreign", "defence", "speaker",
    ]
}
