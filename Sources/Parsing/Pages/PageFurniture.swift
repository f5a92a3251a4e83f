/// Lines that stand in an article's own element but are not the article: invitations to read, share,
/// comment or subscribe.
enum PageFurniture {
    /// Whether a short line, or the heading of a list, is one of these.
    static func isFurniture(_ block: PageTree.Block) -> Bool {
        guard block.weight < 220, !isEnding(block) else { return false }
        // A longer one is furniture only by what a notice begins with, and that is in Chinese.
        guard block.weight < 90 || block.text.utf8.first.map({ $0 >= 0x80 }) == true else {
            return false
        }
        let line = block.text.lowercased().drop { !$0.isLetter && !$0.isNumber }
        guard let first = line.first else { return block.weight == 0 }
        if notices.contains(where: line.hasPrefix) { return true }
        guard block.weight < 90 else { return false }
        if controls.contains(String(line)) || isByline(block) { return true }
        guard openings[first]?.contains(where: { line.hasPrefix($0) }) == true else { return false }
        // A sentence that happens to begin so goes on and ends.
        return block.marks < 2 || block.weight < 45
    }

    /// Whether a block ends the article: what follows such a heading is about it, not of it.
    static func isEnding(_ block: PageTree.Block) -> Bool {
        block.weight < 60 && endings.contains(block.text.lowercased().trimmingSuffix(":：. "))
    }

    /// A line that holds a day and an hour and is no sentence: when and where it was published.
    private static func isByline(_ block: PageTree.Block) -> Bool {
        let ends: [Character] = ["。", "！", "？", ".", "!", "?"]
        guard block.weight < 60, block.marks < 2, let last = block.text.last, !ends.contains(last)
        else { return false }
        // Few lines have both; looking for the form itself is dear.
        guard block.text.utf8.contains(UInt8(ascii: ":")), block.text.contains("20") else {
            return false
        }
        return block.text.contains(/20\d\d[-\/.年]\d{1,2}[-\/.月]\d{1,2}日?[ T]*\d{1,2}:\d{2}/)
    }

    /// Notices of the site, however long.
    private static let notices = [
        "版权声明：", "版权声明:", "免责声明：", "免责声明:", "特别声明：", "郑重声明：", "转载请注明", "转载须注明",
    ]
    /// Words on buttons.
    private static let controls: Set<String> = [
        "播报", "编辑", "收藏", "分享", "点赞", "复制", "展开", "收起", "举报", "打印", "关闭", "返回", "纠错", "字号", "讨论",
        "上传视频", "edit", "copy link", "print", "close", "save", "reply", "follow",
    ]
    private static let endings: Set<String> = [
        "about the author", "about the authors", "editör hakkında", "yazar hakkında",
        "über den autor", "über die autorin", "sobre el autor", "sobre o autor",
        "à propos de l'auteur", "l'autore", "关于作者", "作者简介", "参考资料", "参考文献", "参考来源",
        "references", "footnotes", "external links", "further reading", "sources",
    ]

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
            来源：|版权声明|版权所有|免责声明|关键词|标签|阅读量|阅读数|浏览量|浏览次数|点击量|点赞数|最新推荐文章|同义词|本词条|分享到|分享至|上一篇|下一篇|评论|热门|打开app|扫码|扫一扫|点击|\
            関連記事|続きを読む|あわせて読みたい|もっと見る|отправить|читайте также|подписывайтесь
            """.split(separator: "|").map(String.init),
        by: { $0.first ?? " " })
}
