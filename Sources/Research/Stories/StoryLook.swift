/// What a look at the known stories says of a report.
package struct StoryLook: Sendable, Equatable {
    /// The story that it belongs to; nil when it opens one.
    package var match: StoryMatch?
    /// Without a match: the stories, nearest first, that it may belong to, which words alone do not
    /// decide.
    package var open: [String]

    package init(match: StoryMatch? = nil, open: [String] = []) {
        self.match = match
        self.open = open
    }
}

/// A story that a report belongs to, and what it adds to it.
package struct StoryMatch: Sendable, Equatable {
    package var story: String
    /// The same page, or the same text under another address.
    package var isCopy: Bool
    /// It tells what happened since: news of its own, if the story was told.
    package var isDevelopment: Bool

    package init(story: String, isCopy: Bool = false, isDevelopment: Bool = false) {
        self.story = story
        self.isCopy = isCopy
        self.isDevelopment = isDevelopment
    }
}
