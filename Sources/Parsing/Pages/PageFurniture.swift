/// Lines that stand in an article's own element but are not the article: invitations to read, share,
/// comment or subscribe.
enum PageFurniture {
    /// Whether a short line, or the heading of a list, is one of these.
    static func isFurniture(_ block: PageTree.Block) -> Bool {
        guard block.weight < 90 else { return false }
        let line = block.text.lowercased().drop { !$0.isLetter && !$0.isNumber }
        guard let first = line.first else { return block.weight == 0 }
        guard openings[first]?.contains(where: { line.hasPrefix($0) }) == true else { return false }
        // A sentence that happens to begin so goes on and ends.
        return block.marks < 2 || block.weight < 45
    }

    private static let openings: [Character: [String]] = Dictionary(
        grouping: """
            related|read more|read also|read next|read the full|more from|more on|more in|more:|see also:|\
            recommended|you may also|you might also|don't miss|don’t miss|trending|most read|\
            most popular|latest news|comment|leave a comment|leave a reply|post a comment|share|\
            sign up|if you enjoyed|subscribe|newsletter|tags:|filed under|about the author|like this story|\
            follow us|advertisement|caption|close|photo:|photo by|photograph by|image copyright|\
            image caption|media playback|credit:|click here|watch:|listen:|story continues|\
            tell us what|support |next auto|previous|print this|email this|copyright|all rights|\
            media caption|view comments|join the conversation|something to consider|scroll down|\
            mehr zum thema|mehr dazu|mehr lesen|auch interessant|lesen sie auch|lesen sie jetzt|\
            lesen sie mehr|weitere artikel|weitere themen|das könnte|schon gelesen|weiterlesen|\
            zum thema|kommentar|verwandte|anzeige|quelle:|foto:|bild:|teilen|newsletter|\
            lire aussi|à lire|articles liés|sur le même sujet|publicité|partager|crédit|\
            leggi anche|potrebbe interess|condividi|pubblicità|lee también|lea también|te puede|\
            noticias relacionadas|le puede|compartir|publicidad|leia também|veja também|leia mais|\
            compartilhe|czytaj |zobacz |udostępnij|baca juga|iklan|simak |ilgili haber|ilginizi|\
            reklam|相关阅读|相关新闻|相关文章|相关推荐|延伸阅读|推荐阅读|更多精彩|更多内容|查看更多|责任编辑|责编|编辑：|\
            来源：|版权声明|版权所有|免责声明|关键词|标签|分享到|分享至|上一篇|下一篇|评论|热门|打开app|扫码|扫一扫|点击|\
            関連記事|続きを読む|あわせて読みたい|もっと見る|отправить|читайте также|подписывайтесь
            """.split(separator: "|").map(String.init),
        by: { $0.first ?? " " })
}
