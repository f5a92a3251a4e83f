extension Unicode.Scalar {
    package var isHan: Bool {
        switch value {
        case 0x3400...0x4dbf, 0x4e00...0x9fff, 0xf900...0xfaff, 0x20000...0x323af, 0x3007: true
        default: false
        }
    }

    package var isKana: Bool { (0x3041...0x30ff).contains(value) && value != 0x30fb }
    package var isHangul: Bool { (0xac00...0xd7af).contains(value) }

    package var isLatin: Bool {
        switch value {
        case 0x41...0x5a, 0x61...0x7a, 0xc0...0x24f: value != 0xd7 && value != 0xf7
        default: false
        }
    }

    package var isDigit: Bool { (0x30...0x39).contains(value) }
    /// A Latin letter or a digit: what a space parts from Han.
    package var isNarrow: Bool { isLatin || isDigit }
}

extension StringProtocol {
    package var hanCount: Int { unicodeScalars.reduce(0) { $0 + ($1.isHan ? 1 : 0) } }

    /// Han in Han and Latin letters together; 1 for a text with neither.
    package var hanShare: Double {
        let latin = unicodeScalars.reduce(0) { $0 + ($1.isLatin ? 1 : 0) }
        let han = hanCount
        return han + latin == 0 ? 1 : Double(han) / Double(han + latin)
    }

    /// Characters that only Traditional Chinese writes.
    package var traditional: [Unicode.Scalar] {
        unicodeScalars.filter { simplifiedCharacters[$0] != nil }
    }
}

extension String {
    package init(_ scalars: some Sequence<Unicode.Scalar>) {
        var view = UnicodeScalarView()
        view.append(contentsOf: scalars)
        self.init(view)
    }
}

/// The Simplified form of each character that only Traditional Chinese writes; those that
/// Simplified keeps for some words (著, 乾) are left out. Made by `scripts/traditional.sh`.
let simplifiedCharacters: [Unicode.Scalar: Unicode.Scalar] = {
    let lines = String(decoding: PackageResources.Traditional_txt, as: UTF8.self)
        .split(separator: "\n")
    return Dictionary(
        lines.compactMap { line in
            guard let from = line.unicodeScalars.first, let to = line.unicodeScalars.last else {
                return nil
            }
            return (from, to)
        }, uniquingKeysWith: { first, _ in first })
}()
