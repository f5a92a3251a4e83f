package import Foundation

/// What was published of the event that a story follows up.
package struct EarlierArticle: Sendable, Equatable {
    package var title: String
    package var summary: String
    package var published: Date
}
