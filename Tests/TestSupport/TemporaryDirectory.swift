package import Foundation

/// A directory of its own for one test, removed with it.
package final class TemporaryDirectory: Sendable {
    package let url: URL
    package var path: String { url.path }

    package init() throws {
        url = FileManager.default.temporaryDirectory
            .appending(path: "caibian-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }

    package func appending(_ name: String) -> URL {
        url.appending(path: name)
    }

    /// Writes a text under a name, and answers its path.
    @discardableResult
    package func write(_ text: String, to name: String) throws -> String {
        try Data(text.utf8).write(to: appending(name))
        return appending(name).path
    }
}
