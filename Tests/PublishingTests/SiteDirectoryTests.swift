import Domain
import Foundation
import Publishing
import TestSupport
import Testing

struct SiteDirectoryTests {
    private let directory: TemporaryDirectory
    private var root: URL { directory.appending("site") }
    private let bytes = Array("正文\n".utf8)
    private var sha256: String { SHA256.hexDigest(bytes) }
    private var site: SiteDirectory { SiteDirectory(root: root.path) }

    init() throws {
        directory = try TemporaryDirectory()
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    }

    @Test func `writes a file whole, readable by a web server, and nothing beside it`() throws {
        try site.publish(bytes, at: "2026/a.md", sha256: sha256)
        let path = root.appending(path: "2026/a.md").path
        #expect(FileManager.default.contents(atPath: path) == Data(bytes))
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o644)
        #expect(try FileManager.default.contentsOfDirectory(atPath: root.path) == ["2026"])
    }

    @Test func `is done when the same bytes are there already`() throws {
        try site.publish(bytes, at: "a.md", sha256: sha256)
        try site.publish(bytes, at: "a.md", sha256: sha256)
    }

    @Test func `leaves another's file alone`() throws {
        try Data("mine".utf8).write(to: root.appending(path: "a.md"))
        #expect(throws: PublishError.pathTaken(path: "a.md")) {
            try site.publish(bytes, at: "a.md", sha256: sha256)
        }
        #expect(FileManager.default.contents(atPath: root.path + "/a.md") == Data("mine".utf8))
    }

    @Test func `does not take a link for the site, and removes nothing behind it`() throws {
        let link = directory.appending("link")
        try FileManager.default.createSymbolicLink(at: link, withDestinationURL: root)
        try Data().write(to: root.appending(path: ".caibian-1-1"))
        let linked = SiteDirectory(root: link.path)
        #expect {
            try linked.publish(bytes, at: "a.md", sha256: sha256)
        } throws: { error in
            "\(error)".contains("it is a link")
        }
        linked.removeHalfWritten()
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: root.path) == [".caibian-1-1"])
    }

    @Test func `follows no link out of the site`() throws {
        let outside = root.appendingPathExtension("outside")
        try FileManager.default.createDirectory(at: outside, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            at: root.appending(path: "dir"), withDestinationURL: outside)
        try FileManager.default.createSymbolicLink(
            at: root.appending(path: "a.md"), withDestinationURL: outside.appending(path: "x"))
        #expect(throws: PublishError.self) {
            try site.publish(bytes, at: "dir/b.md", sha256: sha256)
        }
        #expect(throws: PublishError.pathTaken(path: "a.md")) {
            try site.publish(bytes, at: "a.md", sha256: sha256)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: outside.path).isEmpty)
    }

    @Test(arguments: ["../a.md", "a/../../b.md", ".hidden"])
    func `writes nowhere else`(path: String) {
        #expect(throws: PublishError.self) {
            try site.publish(bytes, at: path, sha256: sha256)
        }
    }

    @Test func `says which directory is missing`() {
        let gone = SiteDirectory(root: root.path + "/gone")
        #expect {
            try gone.publish(bytes, at: "a.md", sha256: sha256)
        } throws: { error in
            if case PublishError.noDirectory = error { true } else { false }
        }
    }

    @Test func `lets one of many publishers win and the others agree`() async {
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<20 {
                group.addTask { (try? site.publish(bytes, at: "a.md", sha256: sha256)) != nil }
            }
            for await done in group { #expect(done) }
        }
    }
}
