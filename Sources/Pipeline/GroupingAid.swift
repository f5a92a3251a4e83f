import Chat
import Domain
import Research

/// What decides of reports that words alone leave open.
enum GroupingAid: Sendable {
    /// A model reads them beside the stories that they may belong to.
    case reading
    /// The vectors of both are compared, which tells no event from another that looks alike: the
    /// rules keep their word.
    case vectors

    func candidates(for report: Report, at desk: GroupingDesk) -> [String] {
        let open = desk.candidates(for: report)
        return switch self {
        case .reading: open.map(\.story)
        case .vectors: open.filter { !$0.isContradicted }.map(\.story)
        }
    }

    /// Requests in one round: what is left over stays apart.
    var mostRequests: Int {
        switch self {
        case .reading: 10
        case .vectors: 50
        }
    }
}

extension Line {
    /// Who is asked what belongs together; nil where no endpoint has a role for it.
    var groupingAid: GroupingAid? {
        let roles = Set(models.flatMap(\.endpoint.roles))
        return roles.contains(.group) ? .reading : roles.contains(.embed) ? .vectors : nil
    }
}
