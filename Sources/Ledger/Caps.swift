/// The most that model calls may cost; nil leaves a cap out. Money in micro-units.
package struct Caps: Sendable, Equatable {
    package struct Cap: Sendable, Equatable {
        package var tokens: Int?
        package var money: Int?

        package init(tokens: Int? = nil, money: Int? = nil) {
            self.tokens = tokens
            self.money = money
        }
    }

    /// What a cap is over.
    package enum Scope: String, Sendable {
        case article, day, month, feed
    }

    package var article: Cap
    package var day: Cap
    package var month: Cap
    /// Of the stories that one feed opened, a day.
    package var feed: Cap

    package init(article: Cap = Cap(), day: Cap = Cap(), month: Cap = Cap(), feed: Cap = Cap()) {
        self.article = article
        self.day = day
        self.month = month
        self.feed = feed
    }
}

/// The most that may be asked of an endpoint within a minute; nil leaves a limit out.
package struct Pace: Sendable, Equatable {
    package var requests: Int?
    package var tokens: Int?

    package init(requests: Int? = nil, tokens: Int? = nil) {
        self.requests = requests
        self.tokens = tokens
    }
}
