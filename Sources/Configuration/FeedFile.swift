import Foundation
import Yams

/// `feeds.yaml` edited by lines: comments and order stay.
package struct FeedFile: Sendable {
    package let path: String

    package init(path: String) {
        self.path = path
    }

    /// Appends feeds; those that are listed already are left out. Answers how many were added.
    package func add(_ feeds: [FeedSetting]) throws(SettingsError) -> Int {
        let exists = FileManager.default.fileExists(atPath: path)
        let listed = exists ? Set(try FeedSetting.read(path: path).map(\.url)) : []
        var seen = listed
        let new = feeds.filter { seen.insert($0.url).inserted }
        guard !new.isEmpty else { return 0 }
        var text = exists ? (try? String(contentsOfFile: path, encoding: .utf8)) ?? "" : ""
        if text.split(separator: "\n").contains(where: { $0 == "[]" }) {
            text = text.split(separator: "\n", omittingEmptySubsequences: false)
                .filter { $0 != "[]" }.joined(separator: "\n")
        }
        if !text.isEmpty, !text.hasSuffix("\n") { text += "\n" }
        try write(text + new.map(lines).joined())
        return new.count
    }

    /// Removes the item of a feed with its lines; false when it is not listed.
    package func remove(_ url: String) throws(SettingsError) -> Bool {
        let (root, _) = try document(at: path, limit: 10_000_000)
        let items = root?.sequence.map(Array.init) ?? []
        guard let index = items.firstIndex(where: { $0["url"]?.string == url }),
            let first = items[index].mark?.line,
            var lines = (try? String(contentsOfFile: path, encoding: .utf8))?
                .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        else { return false }
        // An item ends before the next one, or before the comments and empty lines ahead of it.
        var end = index + 1 < items.count ? (items[index + 1].mark?.line ?? 1) - 1 : lines.count
        while end > first, lines[end - 1].isEmpty || lines[end - 1].hasPrefix("#") { end -= 1 }
        lines.removeSubrange((first - 1)..<max(end, first))
        if items.count == 1 { lines.append("[]") }
        try write(lines.joined(separator: "\n"))
        return true
    }

    private func lines(of feed: FeedSetting) -> String {
        var text = "- url: \(scalar(feed.url))\n"
        if let name = feed.name { text += "  name: \(scalar(name))\n" }
        if let folder = feed.folder { text += "  folder: \(scalar(folder))\n" }
        return text
    }

    private func scalar(_ text: String) -> String {
        let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        let quoted = line.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        let isPlain = Reader.isURL(line) && !line.contains(" #") && !line.contains(": ")
        return isPlain ? line : "\"\(quoted)\""
    }

    private func write(_ text: String) throws(SettingsError) {
        do {
            try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw SettingsError(
                problems: ["\(path):1:1: cannot be written: \(error.localizedDescription)"])
        }
    }
}
