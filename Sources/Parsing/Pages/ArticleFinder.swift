/// Finds the element of a page that holds the article, and its paragraphs.
struct ArticleFinder {
    enum Allowance: CaseIterable {
        /// Nothing with the marks of furniture.
        case strict
        /// Furniture that holds prose.
        case lenient
    }

    private let tree: PageTree
    private let allowance: Allowance
    /// Of each node: whether it or what is around it is left out.
    private var isOut: [Bool]
    private var scores: [Double]
    /// Prose up to each block, to sum over ranges at once; likewise weight and links.
    private var proseBefore: [Int] = [0]
    private var weightBefore: [Int] = [0]
    private var linkedBefore: [Int] = [0]

    init(_ tree: PageTree, _ allowance: Allowance) {
        self.tree = tree
        self.allowance = allowance
        isOut = [Bool](repeating: false, count: tree.nodes.count)
        scores = [Double](repeating: 0, count: tree.nodes.count)
        sum()
        leaveOut()
        leaveTeasersOut()
        sum()
        vote()
    }

    var text: String {
        guard let top else { return "" }
        // A lead is often there twice, for two widths of screen.
        var seen: Set<String> = []
        return trimmed(lead(before: top) + paragraphs(of: top))
            .filter { $0.weight < 40 || seen.insert($0.text).inserted }
            .map(\.text).joined(separator: "\n\n")
    }

    // MARK: - What is left out

    private mutating func leaveOut() {
        let total = max(1, proseBefore.last ?? 1)
        for (index, node) in tree.nodes.enumerated() {
            if node.parent >= 0, isOut[node.parent] {
                isOut[index] = true
                continue
            }
            guard ![.body, .main, .article].contains(node.tag) else { continue }
            let isNamed =
                node.marks.contains(.furniture) && !node.marks.contains(.body) && node.tag != .quote
            guard node.tag == .beside || node.tag == .caption || isNamed else { continue }
            let share = prose(in: node)
            switch allowance {
            // What holds most of the page's prose is the article, whatever it is called.
            case .strict: isOut[index] = share * 2 < total
            case .lenient: isOut[index] = share == 0 || node.tag == .beside && share * 4 < total
            }
        }
    }

    /// Leaves out lists of other articles: three or more parts in a row that are a linked title
    /// with a sentence or two.
    private mutating func leaveTeasersOut() {
        var teasers: [Int: [Int]] = [:]
        for (index, node) in tree.nodes.enumerated() where node.parent >= 0 && !isOut[index] {
            guard !node.tag.isText, isTeaser(node) else { continue }
            teasers[node.parent, default: []].append(index)
        }
        for (_, parts) in teasers where parts.count >= 3 {
            for part in parts { isOut[part] = true }
        }
        for (index, node) in tree.nodes.enumerated() where node.parent >= 0 && isOut[node.parent] {
            isOut[index] = true
        }
    }

    private func isTeaser(_ node: PageTree.Node) -> Bool {
        let blocks = tree.blocks[node.firstBlock..<node.endBlock]
        guard (1...7).contains(blocks.count) else { return false }
        let hasTitle = blocks.contains { $0.weight >= 15 && $0.linked * 5 >= $0.weight * 4 }
        let unlinked = blocks.reduce(0) { $0 + $1.weight - $1.linked }
        return hasTitle && unlinked < 350 && blocks.count { prose($0) > 0 } <= 2
    }

    /// The weight of a block when it is a sentence or more, not a list of links.
    private func prose(_ block: PageTree.Block) -> Int {
        block.weight >= 60 && block.marks > 0 && block.linked * 3 < block.weight
            && block.tag != .heading && block.tag != .topHeading ? block.weight : 0
    }

    private mutating func sum() {
        (proseBefore, weightBefore, linkedBefore) = ([0], [0], [0])
        var (prose, weight, linked) = (0, 0, 0)
        for block in tree.blocks {
            if !isOut[block.node] {
                prose += self.prose(block)
                weight += block.weight
                linked += block.linked
            }
            proseBefore.append(prose)
            weightBefore.append(weight)
            linkedBefore.append(linked)
        }
    }

    private func prose(in node: PageTree.Node) -> Int {
        proseBefore[node.endBlock] - proseBefore[node.firstBlock]
    }

    private func linkDensity(_ node: PageTree.Node) -> Double {
        let weight = weightBefore[node.endBlock] - weightBefore[node.firstBlock]
        let linked = linkedBefore[node.endBlock] - linkedBefore[node.firstBlock]
        return weight == 0 ? 1 : Double(linked) / Double(weight)
    }

    // MARK: - Votes

    private mutating func vote() {
        for block in tree.blocks where !isOut[block.node] {
            guard
                prose(block) > 0 || block.tag == .paragraph && block.weight >= 25
                    || block.weight >= 20 && block.linked == 0
                        && tree.nodes[block.node].marks.contains(.body)
            else { continue }
            var vote =
                (1 + Double(min(block.marks, 10)) + min(Double(block.weight) / 100, 5))
                * (1 - Double(block.linked) / Double(max(1, block.weight)))
            // A paragraph speaks for what is around it; a text with no paragraph for its own.
            var node = block.tag == .paragraph ? tree.nodes[block.node].parent : block.node
            for level in 0..<4 where node >= 0 {
                scores[node] += vote
                node = tree.nodes[node].parent
                vote /= level == 0 ? 2 : 1.5
            }
        }
        for (index, node) in tree.nodes.enumerated() where scores[index] > 0 {
            scores[index] += node.tag.merit
            if node.marks.contains(.body) { scores[index] += 25 }
            if node.marks.contains(.likely) { scores[index] += 10 }
            if node.marks.contains(.unlikely) { scores[index] -= 15 }
            scores[index] *= 1 - linkDensity(node)
        }
    }

    /// The element with the most votes; one around it when the article goes on outside.
    private var top: Int? {
        guard var top = scores.indices.max(by: { scores[$0] < scores[$1] }), scores[top] > 0 else {
            return nil
        }
        // A page built of sections: the whole is clearly more than the part.
        var outer = tree.nodes[top].parent
        while outer >= 0, tree.nodes[outer].tag != .body {
            let (own, around) = (prose(in: tree.nodes[top]), prose(in: tree.nodes[outer]))
            let isOneText = linkDensity(tree.nodes[outer]) < 0.4
            let isClose = scores[outer] > scores[top] * 0.45 && around * 4 > own * 5
            let isPart = !tree.nodes[top].marks.contains(.body) || hasOtherBody(outer, than: top)
            if isOneText, isClose || around * 3 > own * 4 && isPart {
                top = outer
            }
            outer = tree.nodes[outer].parent
        }
        return top
    }

    /// Whether texts that are named so stand below an element, beside another.
    private func hasOtherBody(_ outer: Int, than top: Int) -> Bool {
        tree.nodes.indices.contains { index in
            let node = tree.nodes[index]
            return node.parent == outer && index != top && node.marks.contains(.body)
                && !isOut[index] && prose(in: node) * 4 > prose(in: tree.nodes[top])
        }
    }

    // MARK: - Paragraphs

    /// The lead where it stands apart: what is named so, or stands between title and text.
    private func lead(before top: Int) -> [PageTree.Block] {
        let first = tree.nodes[top].firstBlock
        var outer = top
        for _ in 0..<4 where tree.nodes[outer].parent >= 0 { outer = tree.nodes[outer].parent }
        let title = tree.blocks[..<first].lastIndex { $0.tag == .topHeading } ?? first
        return tree.blocks[min(title, tree.nodes[outer].firstBlock)..<first].filter { block in
            guard !isOut[block.node], block.weight >= 60, block.linked * 4 < block.weight else {
                return false
            }
            let isNear = block.order > title && first - title < 15 && prose(block) > 0
            let marks = marks(of: block, below: outer)
            return marks.contains(.lead) && block.order >= tree.nodes[outer].firstBlock
                || isNear && (!marks.contains(.unlikely) || marks.contains(.body))
        }.suffix(4)
    }

    private func paragraphs(of top: Int) -> [PageTree.Block] {
        let node = tree.nodes[top]
        var chosen = tree.blocks[node.firstBlock..<node.endBlock].filter { isText($0, below: top) }
        guard node.parent >= 0, tree.nodes[node.parent].tag != .body || node.tag == .paragraph
        else { return Array(chosen) }
        // Paragraphs beside the element, as when a text is cut in two by an advertisement.
        let around = tree.nodes[node.parent]
        var (before, after): ([PageTree.Block], [PageTree.Block]) = ([], [])
        for block in tree.blocks[around.firstBlock..<around.endBlock] {
            let isInside =
                node.firstBlock < node.endBlock
                && tree.isBlock(block, below: top)
            guard !isInside, isBeside(block, parent: node.parent, top: top) else { continue }
            if tree.blocks[node.firstBlock].order > block.order {
                before.append(block)
            } else {
                after.append(block)
            }
        }
        chosen = before + chosen + after
        return Array(chosen)
    }

    /// Whether a block is a paragraph of its own next to the top, or in a part that scores as well.
    private func isBeside(_ block: PageTree.Block, parent: Int, top: Int) -> Bool {
        guard !isOut[block.node], isText(block, below: parent) else { return false }
        var child = block.node
        while child >= 0, tree.nodes[child].parent != parent { child = tree.nodes[child].parent }
        guard child >= 0 else { return block.node == parent && prose(block) > 0 }
        if tree.nodes[child].tag == .paragraph { return prose(block) > 0 }
        // What is named the text needs no other part that is not.
        if tree.nodes[top].marks.contains(.body), !tree.nodes[child].marks.contains(.body) {
            return false
        }
        return scores[child] > max(10, scores[top] * 0.2)
    }

    private func isText(_ block: PageTree.Block, below top: Int) -> Bool {
        guard !isOut[block.node], block.tag != .topHeading, !PageFurniture.isFurniture(block) else {
            return false
        }
        if isAside(block, below: top) { return false }
        switch block.tag {
        case .heading: return block.linked * 2 < max(1, block.weight)
        case .listItem, .cell:
            // A list belongs to the text when it is more than links.
            return block.linked * 3 < block.weight * 2
        default:
            return block.linked * 2 < block.weight || block.marks > 0 && block.linked < 40
                || block.weight == 0
        }
    }

    /// Whether a small part that is named after something beside the text holds the block.
    private func isAside(_ block: PageTree.Block, below top: Int) -> Bool {
        let whole = max(1, prose(in: tree.nodes[top]))
        var node = block.node
        while node >= 0, node != top {
            let marks = tree.nodes[node].marks
            if marks.contains(.unlikely), !marks.contains(.body), !marks.contains(.lead),
                tree.nodes[node].tag != .paragraph || block.weight < 100,
                prose(in: tree.nodes[node]) * 8 < whole
            {
                return true
            }
            node = tree.nodes[node].parent
        }
        return false
    }

    private func marks(of block: PageTree.Block, below outer: Int) -> PageMarks {
        var marks: PageMarks = []
        var node = block.node
        while node >= 0, node != outer {
            marks.formUnion(tree.nodes[node].marks)
            node = tree.nodes[node].parent
        }
        return marks
    }

    /// Without headings that nothing follows, and without what stands behind the article.
    private func trimmed(_ blocks: [PageTree.Block]) -> [PageTree.Block] {
        var blocks = blocks[...]
        let total = blocks.reduce(0) { $0 + $1.weight }
        if let ending = blocks.lastIndex(where: PageFurniture.isEnding),
            blocks[ending...].reduce(0, { $0 + $1.weight }) * 2 < total
        {
            blocks = blocks[..<ending]
        }
        guard let last = blocks.lastIndex(where: { $0.tag != .heading }) else { return [] }
        return Array(blocks[...last])
    }
}
