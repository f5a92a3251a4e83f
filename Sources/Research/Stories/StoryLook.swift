/// What a look at the known stories says of a report.
package struct StoryLook: Sendable, Equatable {
    /// The story that it belongs to; nil when it opens one.
    package var match: StoryMatch?
    /// Without a match: the stories, nearest first, that it may belong to, which words alone do not
    /// decide.
    package var open: [OpenStory]

    package init(match: StoryMatch? = nil, open: [OpenStory] = []) {
        self.match = match
        self.open = open
    }
}

/// A story that a report may belong to.
package struct OpenStory: Sendable, Equatable {
    package var story: String
    /// Whether the report says otherwise than the story of who, where or how much: as events do that
    /// only look alike. Who has read both may still find them one.
    package var isContradicted: Bool

    package init(story: String, isContradicted: Bool = false) {
        self.story = story
        self.isContradicted = isContradicted
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
