import Domain

extension FeedAttributes {
    /// How a link relates to what names it, in lower case; one that does not say is the page itself. A
    /// relation may be written as the URI it stands for (RFC 4287 §4.2.7.2).
    var relation: String {
        guard let written = self["rel"], written != "alternate" else { return "alternate" }
        return written.lowercased().split(separator: "/").last.map(String.init) ?? ""
    }

    var mediaType: String? { self["type"]?.lowercased() }

    /// A link that may be a page to read.
    var namesPage: Bool { Self.pageTypes.contains(mediaType) }

    private static let pageTypes: Set<String?> = [
        nil, "text/html", "application/xhtml+xml", "html", "text/xhtml", "",
    ]

    var namesPicture: Bool {
        self["medium"] == "image" || mediaType?.hasPrefix("image/") == true
    }

    func enclosure(_ url: String) -> Enclosure {
        Enclosure(url: url, mediaType: mediaType, length: self["length"].flatMap { Int($0) })
    }
}
