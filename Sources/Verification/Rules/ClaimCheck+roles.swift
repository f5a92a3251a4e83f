import Domain

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
            if !keys.isDisjoint(with: known) || grounds.cited.contains(where: { $0.holds(words) }) {
                continue
            }
            // An office in the stead of another, or one that nobody gave.
            let other = grounds.near.items.first { item in
                let theirs = item.meanings.filter { $0.kind == .role }.map(\.key)
                return !theirs.isEmpty && own.isDisjoint(with: theirs)
            }
            let isOffice = keys.contains { Self.offices.contains(lexicon.names[$0]) }
            find(
                "role.absent", other != nil && isOffice && !near.isEmpty ? .hard : .soft,
                "the source calls nobody \"\(words)\""
                    + (other.map { "; it says \"\(grounds.near.text($0.range))\"" } ?? ""))
        }
    }

    /// Offices that one person holds: being wrong about them is no matter of words.
    private static let offices: Set<String> = [
        "ceo", "chair", "execchair", "cfo", "coo", "cto", "chiefscientist", "ciso", "cmo",
        "president",
        "vicepresident", "premier", "deputypremier", "minister", "deputyminister", "governor",
        "deputygovernor", "mayor", "deputymayor", "founder", "cofounder", "deputydirector",
        "professor", "associateprofessor", "leadauthor", "seniorauthor", "judge", "senator",
        "ambassador", "coach", "captain", "secretary", "treasurer", "foreign", "defence", "speaker",
    ]
}
