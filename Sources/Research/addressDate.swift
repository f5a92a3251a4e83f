import Domain
package import Foundation

/// The day that an address is filed under: `/2026/06/09/`, `/20260609/`, `/2026-06/09/`. Nil when
/// there is none; what stands in the query says nothing.
package func addressDate(_ url: String) -> Date? {
    let path = url.prefix { $0 != "?" && $0 != "#" }
    let form =
        #/[\/_\-.](20\d\d)[\/\-]?(0[1-9]|1[0-2])[\/\-]?(0[1-9]|[12]\d|3[01])(?=[\/_\-.]|$)/#
    guard let day = path.firstMatch(of: form)?.output else { return nil }
    return writtenDate("\(day.1)-\(day.2)-\(day.3)")
}
