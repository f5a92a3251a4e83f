import Domain
import Foundation
import Research
import Testing

struct SourceCollectionTests {
    private let text = "海港三期码头昨日开工，总投资四十二亿元，工期三年，建成后年吞吐量将增加一千万吨，港口公司说。"

    private func source(
        _ url: String, _ text: String, title: String = "海港三期码头开工", publisher: String? = "甲报"
    ) -> Source {
        Source(
            number: 0, kind: .page, url: url, title: title, publisher: publisher,
            retrieved: Date(timeIntervalSince1970: 0), text: text)
    }

    @Test func `numbers sources as they come, and no more than the limit`() {
        var collection = SourceCollection(limit: 2)
        #expect(collection.add(source("https://a.example/1", text)) == true)
        let other = "图书馆新馆下月试运行，藏书三百万册，设有儿童阅览室和自习区，每日开放十二小时，市民凭证入馆。"
        #expect(collection.add(source("https://b.example/2", other)) == true)
        #expect(collection.isFull)
        #expect(collection.add(source("https://c.example/3", "另一篇全然不同的报道，说的是天气。")) == false)
        #expect(collection.sources.map(\.number) == [1, 2])
    }

    @Test func `takes neither a page twice nor a copy for a second source`() {
        var collection = SourceCollection(limit: 5)
        #expect(collection.add(source("https://a.example/1", text)) == true)
        #expect(collection.add(source("https://www.a.example/1/?utm_source=x", "别的文字。")) == false)
        #expect(collection.add(source("https://b.example/2", "（转载自甲报）" + text + "记者某某")) == false)
        #expect(collection.add(source("https://c.example/3", "")) == false)
        #expect(collection.sources.count == 1)
    }

    @Test(arguments: [
        ("https://www.transport.gov.cn/1", "交通部公告", true),
        ("https://ec.europa.eu/1", "Commission fines a company", true),
        ("https://news.halden.com/1", "Halden opens a new port", true),
        ("https://a.example/1", "Halden opens a new port", false),
        ("https://halden.com/1", "海港开工", false),
    ])
    func `marks the source of who acts`(url: String, title: String, isPrimary: Bool) {
        var collection = SourceCollection(limit: 5)
        #expect(collection.add(source(url, text, title: title)) == true)
        #expect(collection.sources[0].isPrimary == isPrimary)
    }

    @Test func `marks one source at most`() {
        var collection = SourceCollection(limit: 5)
        #expect(collection.add(source("https://a.gov.cn/1", text)) == true)
        #expect(collection.add(source("https://b.gov.cn/2", "图书馆新馆下月试运行，藏书三百万册，设有阅览室。")) == true)
        #expect(collection.sources.map(\.isPrimary) == [true, false])
    }
}
