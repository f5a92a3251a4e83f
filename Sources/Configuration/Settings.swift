package import Foundation

/// Everything that `caibian.yaml` sets. Paths are absolute.
package struct Settings: Sendable {
    /// The file it was read from.
    package var path: String
    package var site: Site
    package var ledger: String
    package var feeds: String
    package var prompts: String
    package var network: Network
    package var polling: Polling
    package var stories: Stories
    package var search: [Search]
    package var models: [Model]
    package var budget: Budget
    package var publish: Publish
    package var notify: Notify

    /// Where every secret stands that the settings name.
    package var secrets: [SecretReference] {
        models.compactMap(\.key) + search.compactMap(\.key) + notify.channels.compactMap(\.url)
            + [notify.ping].compactMap { $0 }
    }

    package struct Site: Sendable {
        package var content: String
        package var zone: TimeZone
        package var author: String
        package var categories: [String]
        package var layout: String
    }

    package struct Network: Sendable {
        package var contact: String
        package var allow: [String]
        package var proxy: String
        /// A PEM file of certificate authorities that are trusted beside the system's; empty for none.
        package var ca: String
        package var connections: Int
        package var timeout: Duration
        package var feedSpacing: Duration
        package var pageSpacing: Duration
        /// Directives for robots that make a page no source.
        package var obey: [String]
    }

    package struct Polling: Sendable {
        package var interval: Duration
        package var least: Duration
    }

    package struct Stories: Sendable {
        package var window: Duration
        package var perDay: Int
        package var sources: Int
    }

    package struct Search: Sendable {
        package enum Kind: String, Sendable, CaseIterable {
            case searxng, rss, bing, google, brave, tavily, serper, bocha, duckduckgo

            var needsURL: Bool { self == .searxng || self == .rss }

            var needsKey: Bool {
                switch self {
                case .brave, .tavily, .serper, .bocha: true
                case .searxng, .rss, .bing, .google, .duckduckgo: false
                }
            }
        }

        package var kind: Kind
        /// In the ledger; each once.
        package var name: String
        /// Nil for the service's own.
        package var url: String?
        package var language: String?
        package var key: SecretReference?
        /// Questions a day.
        package var perDay: Int?
    }

    /// A model endpoint; the first of those that have a role is asked first.
    package struct Model: Sendable {
        package enum Role: String, Sendable, CaseIterable {
            case draft, judge, repair, group
            /// Alone among them answered by `/embeddings`.
            case embed
        }

        package enum Output: String, Sendable, CaseIterable {
            case schema = "json_schema"
            case object = "json_object"
            case text
        }

        package enum LimitMember: String, Sendable, CaseIterable {
            case tokens = "max_tokens"
            case completionTokens = "max_completion_tokens"
        }

        package var name: String
        package var url: String
        package var model: String
        package var key: SecretReference?
        package var roles: [Role]
        package var context: Int
        package var answer: Int
        package var output: Output
        package var streams: Bool
        package var timeout: Duration
        package var stall: Duration
        package var parallel: Int
        package var requestsPerMinute: Int?
        package var tokensPerMinute: Int?
        /// Micro-units for a million tokens.
        package var promptPrice: Int
        package var answerPrice: Int
        package var limitMember: LimitMember
        package var sendsTemperature: Bool
        package var asksForUsage: Bool
        /// Further members of each request, with their values as JSON.
        package var members: [String: String]
        /// Texts in a request for vectors.
        package var texts: Int
        /// The least cosine of two texts on one story, of 100.
        package var similarity: Int
    }

    package struct Budget: Sendable {
        package struct Cap: Sendable, Equatable {
            package var tokens: Int?
            /// Micro-units.
            package var money: Int?
        }

        package var currency: String
        package var article: Cap
        package var day: Cap
        package var month: Cap
        /// Of the stories that one feed opened, a day.
        package var feed: Cap
    }

    package struct Publish: Sendable {
        /// Of which sources an article may show the image that their page names.
        package enum Cover: String, Sendable, CaseIterable {
            case none
            /// Those that may be taken over word for word.
            case verbatim
            case any
        }

        package var cover: Cover
        package var publishers: Int
        package var sensitive: [String]
        /// The least score of an article that is published, and of one that is not rejected.
        package var score: Int
        package var rejectBelow: Int
        /// Characters that the sources must have together.
        package var sourceCharacters: Int
        /// Whether what waits for a person goes to the site as a draft, in place of being held.
        package var drafts: Bool
        /// Whether a model judges what the rules let pass; without it there is no score.
        package var judge: Bool
        /// How long a draft waits for a judge that cannot be reached.
        package var judgeWait: Duration
    }

    /// How an operator is told that something needs a person.
    package struct Notify: Sendable {
        package enum Kind: String, Sendable, CaseIterable {
            case webhook, feishu, dingtalk, wecom, telegram, slack, mail
        }

        package struct Channel: Sendable {
            package var kind: Kind
            /// Nil for mail alone.
            package var url: SecretReference?
            /// The body of a webhook, with `{text}` where a JSON string goes.
            package var template: String?
            /// Of Telegram.
            package var chat: String?
            /// A mail address.
            package var to: String?
            package var sendmail: String
        }

        package var channels: [Channel]
        /// How long nothing may be published; nil for ever.
        package var silence: Duration?
        /// Asked for after each look that found the service alive.
        package var ping: SecretReference?
    }
}
