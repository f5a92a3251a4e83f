import ArgumentParser
import Domain
import Foundation
import Glibc
import Parsing

/// Parses feeds and says how long it took.
struct Parse: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Parse the feeds of a folder and say how fast.")

    @Argument(help: "A folder with *.xml.")
    var folder: String

    func run() throws {
        let files = try files(in: folder, withExtension: "xml").map { $0.path }
        let start = Usage()
        var (bytes, entries, refused) = (0, 0, 0)
        for file in files {
            let data = try contents(of: file)
            bytes += data.count
            do throws(FeedError) {
                entries += try parseFeed(
                    data, contentType: nil, url: "https://site.example/"
                ).entries.count
            } catch {
                refused += 1
            }
        }
        let end = Usage()
        let rate = Double(bytes) / 1e6 / max(0.001, end.cpu - start.cpu)
        print(
            "\(files.count) feeds, \(entries) entries, \(refused) refused: \(end.since(start)), "
                + String(format: "%.0f MB/s", rate))
    }
}

/// The bytes of a file, read once and copied nowhere.
private func contents(of path: String) throws -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY)
    guard descriptor >= 0 else { throw CocoaError(.fileReadNoSuchFile) }
    defer { close(descriptor) }
    let size = Int(lseek(descriptor, 0, SEEK_END))
    lseek(descriptor, 0, SEEK_SET)
    return unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
        count = unsafe max(0, read(descriptor, buffer.baseAddress, size))
    }
}
