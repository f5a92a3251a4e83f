/// A publisher of the newsroom's world, with an address and a feed of its own.
package struct Site: Sendable {
    package enum Form: Sendable {
        case rss, rdf, atom, json
    }

    package let key: String
    package let name: String
    package let language: String
    package let form: Form
    package let charset: String
    /// Its feed has a bare ampersand, an entity without a DTD, and a tag that is never closed.
    package let isBroken: Bool
    /// The last byte of its address.
    let number: UInt8

    package static let all: [Site] = [
        Site("haixi", "海西日报", .rss, 1),
        Site("chengnan", "城南新闻网", .rss, 2, charset: "GB18030"),
        Site("keji", "远山科技", .atom, 3),
        Site("jingji", "九州经济观察", .rdf, 4),
        Site("gongbao", "北岭公报", .json, 5),
        Site("kuaixun", "滨江快讯", .rss, 6, isBroken: true),
        Site("wire", "Harrow Wire", .atom, 7, language: "en"),
    ]

    private init(
        _ key: String, _ name: String, _ form: Form, _ number: UInt8, language: String = "zh-CN",
        charset: String = "UTF-8", isBroken: Bool = false
    ) {
        self.key = key
        self.name = name
        self.form = form
        self.number = number
        self.language = language
        self.charset = charset
        self.isBroken = isBroken
    }

    /// Where the site's feed stands.
    package var feedPath: String {
        switch form {
        case .rss: "/rss.xml"
        case .rdf: "/index.rdf"
        case .atom: "/atom.xml"
        case .json: "/feed.json"
        }
    }
}
