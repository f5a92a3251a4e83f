import Foundation
import Yams

/// The head of a file: its keys, in this order, are a public interface.
struct FrontMatter: Codable, Equatable {
    struct SourceEntry: Codable, Equatable {
        var id: Int
        var title: String
        var url: String
        var publisher: String?
        var published: String?
        var retrieved: String
    }

    struct Cover: Codable, Equatable {
        var image: String
        var alt: String
    }

    struct Mark: Codable, Equatable {
        var label: String
        var producer: String
        var contentID: String

        enum CodingKeys: String, CodingKey {
            case label, producer
            case contentID = "content_id"
        }
    }

    var title: String
    var date: String
    var lastmod: String
    var draft: Bool
    var tags: [String]
    var categories: [String]
    var keywords: [String]
    var author: String
    var summary: String
    var description: String
    var cover: Cover?
    var sourceURL: String
    var sources: [SourceEntry]
    var wordCount: Int
    var readingTime: Int
    var aiScore: Int?
    var syncTime: String
    var isCJKLanguage: Bool
    var slug: String
    var aigc: Mark

    enum CodingKeys: String, CodingKey {
        case title, date, lastmod, draft, tags, categories, keywords, author, summary, description
        case cover
        case sourceURL = "source_url"
        case sources
        case wordCount = "word_count"
        case readingTime = "reading_time"
        case aiScore = "ai_score"
        case syncTime = "sync_time"
        case isCJKLanguage, slug, aigc
    }

    /// YAML, read back and found the same.
    func yaml() throws(CompileError) -> String {
        let encoder = YAMLEncoder()
        encoder.options.width = -1
        encoder.options.allowUnicode = true
        encoder.options.sortKeys = false
        do {
            let text = try encoder.encode(self)
            guard try YAMLDecoder().decode(FrontMatter.self, from: text) == self else {
                throw CompileError.frontMatter("it does not read back as it was written")
            }
            return text
        } catch let error as CompileError {
            throw error
        } catch {
            throw .frontMatter("\(error)")
        }
    }
}
