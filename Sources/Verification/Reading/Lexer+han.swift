import Foundation

extension Lexer {
    /// A number in Han numerals: 三万九千九百, 二〇二五, 百分之十二, 数十, 半.
    func hanNumber(at start: Int) -> Item? {
        let value = passage.scalars[start]
        guard Self.beginning.contains(value) else { return nil }
        // 零下 is below zero.
        if value == 0x96f6, start + 1 < passage.count, passage.scalars[start + 1] == 0x4e0b {
            return nil
        }
        // 三元电池 has three components.
        if ["三元锂", "三元电", "三元材", "三元正", "三元前"].contains(passage.text(start..<start + 3)) {
            return nil
        }
        if value == Self.half { return halfItem(at: start) }
        if passage.text(start..<start + 2) == "一半" {
            return Item(
                kind: .number(Number(value: 50, step: 0.5, form: .han, isShare: true)),
                range: start..<start + 2)
        }
        if Self.vaguePrefixes.contains(value) { return vague(at: start) }
        // 千瓦, 万科, 百度: a scale with no number before it means something else, 十 apart.
        if let scale = Self.scaleValues[value], scale != 10 {
            guard let (share, end) = parts(of: scale, at: start + 1) else { return nil }
            return Item(kind: .number(share), range: start..<end)
        }
        guard let (number, end) = hanValue(at: start) else { return nil }
        // 零件 and 登陆: by itself it is a digit in another numeral only.
        if end == start + 1, Self.formal.contains(value), scale(at: end) == nil { return nil }
        // 四分之一决赛 is no part of anything.
        if let (share, after) = parts(of: number.value, at: end),
            passage.text(after..<after + 2) != "决赛"
        {
            return Item(kind: .number(share), range: start..<after)
        }
        if let (scaled, after) = hanScale(number, at: end) {
            return Item(kind: .number(scaled), range: start..<after)
        }
        return Item(kind: .number(number), range: start..<end)
    }

    /// Reads the scales behind digits, and what follows them: 1亿2000万, 20多万, 3.6万亿.
    func hanScale(_ number: Number, at start: Int) -> (Number, Int)? {
        var result = number
        var index = start
        skipSpace(&index)
        if index + 1 < passage.count, Self.more.contains(passage.scalars[index]),
            scale(at: index + 1) != nil
        {
            result.isOver = true
            index += 1
        }
        guard let first = scale(at: index) else { return nil }
        var total = 0.0
        var part = number.value
        var (step, factor) = (number.step, 1.0)
        var last = first
        var end = index
        while let scale = scale(at: index) {
            factor *= scale
            if scale >= 1e8, total > 0, part == 0 {
                total *= scale
                step *= scale
            } else if scale < 1e4, let next = self.scale(at: index + 1), next >= 1e4 {
                // 3千万, 5百亿: the small scale belongs to the large one.
                part *= scale
                step *= scale
                index += 1
                continue
            } else {
                total += part * scale
                step *= scale
                part = 0
            }
            last = scale
            index += 1
            end = index
            // 1亿2000万: a further part, smaller than the last.
            var next = index
            skipSpace(&next)
            guard scale >= 1e4, passage.isDigit(next) else { continue }
            var digits = next
            var text = ""
            while passage.isDigit(digits)
                || (passage.scalars.indices.contains(digits)
                    && passage.scalars[digits] == 0x2e && passage.isDigit(digits + 1)),
                text.count < 9
            {
                text.unicodeScalars.append(Unicode.Scalar(UInt8(passage.scalars[digits])))
                digits += 1
            }
            var behind = digits
            skipSpace(&behind)
            guard let value = Double(text) else { continue }
            guard let further = self.scale(at: behind), further < last else {
                // 8万4216
                if next == index, text.count == 4, !text.contains(".") {
                    (total, step, end) = (total + value, 1, digits)
                    break
                }
                continue
            }
            part = value
            (step, factor) = (1, 1)
            index = behind
        }
        guard end > start else { return nil }
        result.value = total + (part == number.value ? 0 : part)
        result.step = step
        result.scale = factor
        return (result, end)
    }

    /// 分之 and a number behind a whole: its share in percent.
    private func parts(of whole: Double, at index: Int) -> (Number, Int)? {
        guard whole > 0, passage.text(index..<index + 2) == "分之" else { return nil }
        var start = index + 2
        skipSpace(&start)
        guard start < passage.count else { return nil }
        let isDigit = passage.isDigit(start)
        guard
            isDigit || Self.digitValues[passage.scalars[start]] != nil
                || passage.scalars[start] == 0x5341,
            let part = isDigit ? digits(at: start).number : hanValue(at: start)?.0
        else { return nil }
        var end = isDigit ? digits(at: start).range.upperBound : hanValue(at: start)?.1 ?? start
        let scale = 100 / whole
        // 千分之二点六
        var tenths = 0.0
        if !isDigit, passage.text(end..<end + 1) == "点", end + 1 < passage.count,
            let digit = Self.digitValues[passage.scalars[end + 1]]
        {
            tenths = Double(digit) / 10
            end += 2
        }
        return (
            Number(
                value: (part.value + tenths) * scale, step: whole < 100 ? 0.5 : part.step * scale,
                form: .han,
                isShare: true), end
        )
    }

    /// A number of Han digits and scales up to 万亿, its end; nil for what is no number.
    private func hanValue(at start: Int) -> (Number, Int)? {
        var (total, section, digit) = (0.0, 0.0, Double?.none)
        var (run, index, lastScale) = (0, start, 1.0)
        var plain = 0.0
        var sawScale = false
        var vague = false
        var (step, factor) = (1.0, 1.0)
        while index < passage.count {
            let value = passage.scalars[index]
            if let figure = Self.digitValues[value] {
                if digit != nil, sawScale, figure != 0, digit != 0 { vague = true }
                run += 1
                plain = plain * 10 + figure
                digit = figure
            } else if let scale = scale(at: index), index > start || scale == 10 {
                if run == 2, !sawScale { vague = true }
                factor = sawScale && digit == nil ? factor * scale : scale
                sawScale = true
                if scale < 1e4 {
                    section += (digit ?? 1) * scale
                } else if total > 0, section == 0, digit == nil {
                    total *= scale
                } else {
                    total += (section + (digit ?? 0)) * scale
                    section = 0
                }
                if scale >= 1e8, total < scale, total > 0 { total *= scale }
                (digit, run, lastScale, step) = (nil, 0, scale, scale)
            } else {
                break
            }
            index += 1
        }
        guard index > start else { return nil }
        if !sawScale {
            // 三四 (about three or four) is vague, 二〇二五 a year.
            let isAbout =
                run == 2 && passage.scalars[start] != passage.scalars[index - 1]
                && abs(plain.truncatingRemainder(dividingBy: 10) - (plain / 10).rounded(.down)) == 1
            return (
                Number(
                    value: plain, step: 1, form: .han, digits: run,
                    isVague: isAbout && !isYear(index)), index
            )
        }
        if let digit {
            // 三万九: the last digit counts in the next scale, unless a zero stands before it.
            let hasZero = index >= 2 && [0x96f6, 0x3007].contains(passage.scalars[index - 2])
            let scale = lastScale > 10 && !hasZero ? lastScale / 10 : 1
            section += digit * scale
            step = scale
        }
        return (
            Number(
                value: total + section, step: min(step, 1e4), form: .han, isVague: vague,
                scale: factor), index
        )
    }

    private func isYear(_ index: Int) -> Bool {
        index < passage.count && passage.scalars[index] == 0x5e74
    }

    /// 数十, 几百万, 上千, 近万: a magnitude.
    private func vague(at start: Int) -> Item? {
        var index = start + 1
        var value = 1.0
        while let scale = scale(at: index) {
            value *= scale
            index += 1
        }
        guard value > 1 else { return nil }
        return Item(
            kind: .number(Number(value: value, step: value, form: .han, isVague: true)),
            range: start..<index)
    }

    /// 一半 and 半数 are half of a whole; 半年 and 半小时 half of a unit.
    private func halfItem(at start: Int) -> Item? {
        let next = passage.text(start + 1..<start + 2)
        if next == "数" {
            return Item(
                kind: .number(Number(value: 50, step: 0.5, form: .han, isShare: true)),
                range: start..<start + 2)
        }
        guard ["年", "天", "小", "个"].contains(next), passage.text(start..<start + 3) != "半年报"
        else { return nil }
        return Item(
            kind: .number(Number(value: 0.5, step: 0.5, form: .han)), range: start..<start + 1)
    }

    /// The scale that a Han character is, unless it begins a unit: 千瓦, 百分点.
    private func scale(at index: Int) -> Double? {
        guard index < passage.count, let scale = Self.scaleValues[passage.scalars[index]] else {
            return nil
        }
        guard [100, 1000, 1e12].contains(scale), index + 1 < passage.count else { return scale }
        let next = passage.scalars[index + 1]
        if scale == 1e12 { return Self.mega.contains(next) ? nil : scale }
        return scale == 1000
            ? (Self.kilo.contains(next) ? nil : scale)
            : (Self.hecto.contains(next) ? nil : scale)
    }

    private func skipSpace(_ index: inout Int) {
        while index < passage.count, passage.scalars[index] == 0x20 { index += 1 }
    }

    private static func values(_ pairs: [(String, Double)]) -> [UInt32: Double] {
        var values: [UInt32: Double] = [:]
        for (letters, value) in pairs {
            for scalar in letters.unicodeScalars { values[scalar.value] = value }
        }
        return values
    }

    static let digitValues = values([
        ("〇零", 0), ("一壹", 1), ("二两贰", 2), ("三叁", 3), ("四肆", 4), ("五伍", 5), ("六陆", 6),
        ("七柒", 7), ("八捌", 8), ("九玖", 9),
    ])
    static let scaleValues = values([
        ("十拾", 10), ("百佰", 100), ("千仟", 1000), ("万", 1e4), ("亿", 1e8), ("兆", 1e12),
    ])
    private static let formal = Set("零壹贰叁伍陆柒捌玖".unicodeScalars.map(\.value))
    private static let half: UInt32 = 0x534a
    private static let vaguePrefixes = Set("数几上".unicodeScalars.map(\.value))
    private static let beginning = ScalarSet(
        Array(digitValues.keys) + Array(scaleValues.keys) + Array(vaguePrefixes) + [half])
    private static let more = Set("多余几".unicodeScalars.map(\.value))
    /// 兆瓦, 兆赫, 兆字节, 兆比特, 兆帕, 兆焦: units.
    private static let mega = Set("瓦赫字比帕焦".unicodeScalars.map(\.value))
    private static let kilo = Set("瓦克米卡赫焦帕伏字牛".unicodeScalars.map(\.value))
    private static let hecto = Set("分升帕".unicodeScalars.map(\.value))
}
