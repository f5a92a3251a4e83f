import Chat
import Domain
import Drafting
import Foundation
import Ledger
import Parsing

extension Line {
    /// What a model says of the reports that the known stories leave open, by the reports' rows.
    /// Empty where it cannot be asked: they then stay apart, and the operator is told why.
    func groups(
        of open: [OpenReport], at desk: GroupingDesk, by aid: GroupingAid
    ) async throws -> [Int64: GroupVerdict] {
        var verdicts: [Int64: GroupVerdict] = [:]
        var rest = open[...]
        for _ in 0..<aid.mostRequests where !rest.isEmpty {
            do {
                switch aid {
                case .reading:
                    let part = Array(rest.prefix(GroupRequest.most))
                    rest = rest.dropFirst(part.count)
                    try await ask(part, at: desk, into: &verdicts)
                case .vectors:
                    let part = comparable(rest, at: desk)
                    rest = rest.dropFirst(part.count)
                    try await compare(part, at: desk, into: &verdicts)
                }
            } catch let failure as any Failure {
                report(.groupedUnaided(reports: open.count, reason: failure.description))
                break
            }
        }
        return verdicts
    }

    private func ask(
        _ open: [OpenReport], at desk: GroupingDesk, into verdicts: inout [Int64: GroupVerdict]
    ) async throws {
        var stories: [String] = []
        for story in open.flatMap(\.stories) where !stories.contains(story) {
            stories.append(story)
        }
        let request = GroupRequest(
            reports: open.map { Self.item($0.report) },
            stories: stories.map { desk.leads[$0] ?? Self.item(title: $0) }, prompts: prompts)
        let answer = try await answer(to: request.chat, for: nil, purpose: .group)
        for (index, place) in try request.places(in: answer.text) {
            switch place {
            case .new: break
            case .story(let story): verdicts[open[index].report.id] = .story(stories[story])
            case .report(let other):
                verdicts[open[index].report.id] = .beside(open[other].report.id)
            }
        }
    }

    private static func item(title: String) -> GroupRequest.Item {
        GroupRequest.Item(title: title, lead: "", published: Date(timeIntervalSince1970: 0))
    }

    static func item(_ report: Report) -> GroupRequest.Item {
        GroupRequest.Item(
            title: report.title, lead: plainText(ofHTML: report.summary ?? ""),
            published: report.published)
    }
}

/// A report that may belong to one of several stories.
struct OpenReport: Sendable {
    var report: Report
    /// Nearest first.
    var stories: [String]
}

/// Where a model puts a report that was open.
enum GroupVerdict: Sendable, Equatable {
    case story(String)
    /// In the story of another report, by that one's row.
    case beside(Int64)
}
