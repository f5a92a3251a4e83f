import Domain
import Foundation

/// Whether a source is of who acts, not of who tells: a page of an authority, or of the company or
/// project that its own title names.
func speaksForItself(_ source: Source) -> Bool {
    guard source.kind == .page, let host = URL(string: source.url)?.host?.lowercased() else {
        return false
    }
    let labels = host.split(separator: ".").map(String.init)
    if labels.suffix(2).contains(where: { ["gov", "mil", "int"].contains($0) })
        || ["europa.eu", "un.org", "gov.uk"].contains(where: {
            host == $0 || host.hasSuffix("." + $0)
        })
    {
        return true
    }
    // Of `news.halden.com.cn` the label that is registered.
    let registered = labels.last { label in
        label.count > 3 && !["info", "news", "name"].contains(label)
    }
    guard let registered, source.publisher?.lowercased() != registered else { return false }
    let words = source.title.lowercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
    return words.contains { $0 == registered }
}
