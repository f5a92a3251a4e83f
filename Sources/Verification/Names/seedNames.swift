package import Domain
import Foundation

/// The names that the program knows by itself; the ledger's table is seeded with them.
package let seedNames: [Name] = String(decoding: PackageResources.Names_txt, as: UTF8.self)
    .split(separator: "\n").compactMap(name(of:))

/// A line of the file: `kind 中文,中文 = Original, Alias`.
private func name(of line: Substring) -> Name? {
    guard !line.hasPrefix("#"), let equals = line.range(of: " = "),
        let space = line.firstIndex(of: " "), space < equals.lowerBound,
        let kind = Name.Kind(rawValue: String(line[..<space]))
    else { return nil }
    let chinese = line[line.index(after: space)..<equals.lowerBound]
    return Name(
        kind: kind, chinese: chinese.split(separator: ",").map(String.init),
        aliases: line[equals.upperBound...].split(separator: ",")
            .map { $0.trimmingCharacters(in: .whitespaces) })
}
