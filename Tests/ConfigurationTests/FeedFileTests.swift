import Configuration
import Foundation
import TestSupport
import Testing

struct FeedFileTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    private func file(_ text: String) throws -> FeedFile {
        FeedFile(path: try directory.write(text, to: "feeds.yaml"))
    }

    @Test func `adds and removes by lines and keeps comments`() throws {
        let file = try file(
            """
            # ours
            - url: http://a.example/   # the first
              name: 甲报

            # second
            - url: http://b.example/

            """)
        #expect(
            try file.add([
                FeedSetting(url: "http://c.example/", name: "丙: \"报\""),
                FeedSetting(url: "http://a.example/"),
            ]) == 1)
        #expect(try FeedSetting.read(path: file.path).map(\.name) == ["甲报", nil, "丙: \"报\""])
        #expect(try file.remove("http://a.example/"))
        let text = try String(contentsOfFile: file.path, encoding: .utf8)
        #expect(text.contains("# ours") && text.contains("# second") && !text.contains("甲报"))
        #expect(try FeedSetting.read(path: file.path).count == 2)
        #expect(try !file.remove("http://z.example/"))
    }

    @Test func `leaves a list that can be read when the last feed goes`() throws {
        let file = try file("- url: http://a.example/\n")
        #expect(try file.remove("http://a.example/"))
        #expect(try FeedSetting.read(path: file.path).isEmpty)
        #expect(try file.add([FeedSetting(url: "http://b.example/")]) == 1)
        #expect(try FeedSetting.read(path: file.path).map(\.url) == ["http://b.example/"])
    }

    @Test func `names mistakes in the list`() throws {
        let file = try file("- url: exmaple\n- ulr: http://a.example/\n")
        #expect {
            try FeedSetting.read(path: file.path)
        } throws: { error in
            let text = "\(error)"
            return text.contains(":1:8: feeds[0].url: not an http(s) URL")
                && text.contains(":2:3: feeds[1].ulr: unknown key; did you mean url?")
        }
    }
}
