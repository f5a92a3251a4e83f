import Domain
import Parsing

/// libFuzzer's entry: any bytes are read as a feed or refused by name, and what was read keeps the
/// promises of `Entry`.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    if let feed = try? parseFeed(bytes, contentType: nil, url: "http://a.example/feed") {
        precondition(feed.entries.allSatisfy { !$0.id.isEmpty }, "an entry has no id")
        precondition(feed.entries.count <= 20_000, "more entries than the limit")
    }
    _ = readOPML(bytes)
    _ = try? readPage(bytes, contentType: nil, url: "http://a.example/page")
    return 0
}
