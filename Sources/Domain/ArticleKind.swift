/// How long an article its sources carry.
package enum ArticleKind: String, Sendable, CaseIterable, Codable {
    /// Lead, two to four sections with headings, a closing section: 600–1,800 words.
    case full
    /// 快讯: one section of 150–400 words, no headings.
    case brief
}
