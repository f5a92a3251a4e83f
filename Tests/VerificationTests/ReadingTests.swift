import Testing
import Verification

/// How figures are read, one line a figure as `readingLines` prints them.
struct ReadingTests {
    @Test(arguments: [
        ("三万九千九百元", "39900.0", "CNY"), ("1亿2000万吨", "120000000.0", "mass"),
        ("3.6 万亿日元", "3600000000000.0", "JPY"), ("一万两千人", "12000.0", "count"),
        ("5千万元", "50000000.0", "CNY"), ("百分之十二", "12.0", "percent"),
        ("三成五", "3.5", "percent*10.0"), ("五分之一", "20.0", "percent"), ("一半", "50.0", "percent"),
        ("１，０００人", "1000.0", "count"), ("2.5 小时", "2.5", "duration"),
        ("１.５亿", "150000000.0", "count"),
        ("1 billion euros", "1000000000.0", "EUR"), ("$3.2B", "3200000000.0", "USD"),
        ("half a billion dollars", "500000000.0", "USD"),
        ("two and a half million", "2500000.0", "count"),
        ("twenty-one miles", "21.0", "length"), ("two hundred and five people", "205.0", "count"),
        ("a quarter of a percentage point", "0.25", "point"), ("one in five", "20.0", "percent"),
        ("two-thirds of them", "66.66", "percent"),
        ("3 lakh crore rupees", "3000000000000.0", "INR"),
        ("12,34,567", "1234567.0", "count"), ("25 basis points", "25.0", "point*0.01"),
        ("5-inch", "5.0", "length*0.0254"), ("1,24 Milliarden Euro", "1240000000.0", "EUR"),
        ("1.050,5 Millionen", "1050500000.0", "count"), ("1兆2000億円", "1200000000000.0", "JPY"),
        ("95°F", "95.0", "fahrenheit"), ("tripled", "3.0", "multiple"), ("翻一番", "2.0", "multiple"),
    ])
    func `reads a figure with its unit`(text: String, value: String, unit: String) {
        let lines = readingLines(text).filter { $0.hasPrefix("quantity") }
        #expect(lines.contains { $0.contains(" \(value)") && $0.contains(unit) }, "\(lines)")
    }

    @Test(arguments: [
        ("超过 30 人", "over"), ("30 人以上", "atLeast"), ("不到 4%", "under"), ("近 60%", "nearly"),
        ("约 9000 人", "about"), ("至少收治了 17 名患者", "atLeast"), ("最多可获 6500 英镑", "atMost"),
        ("20多万", "over"), ("up to 7%", "atMost"), ("at least 17 people", "atLeast"),
        ("less than 4%", "under"), ("more than 250,000", "over"), ("rund 30 Euro", "about"),
        ("höchstens 180 Stellen", "atMost"), ("不低于 5 万", "atLeast"), ("不超过 5 万", "atMost"),
    ])
    func `reads how a figure is hedged`(text: String, bound: String) {
        let lines = readingLines(text)
        #expect(lines.contains { $0.contains(" \(bound) ") }, "\(lines)")
    }

    @Test(arguments: [
        ("rose 5% to $30", "direction 1 by"), ("fell to $610", "direction -1 to"),
        ("增长 5%", "direction 1 by"), ("降至 30 元", "direction -1 to"),
        ("a 5% increase", "direction 1 by"),
        ("5% lower", "direction -1 by"), ("6.5% less than a year ago", "direction -1 by"),
        ("由 30 元", "from"), ("增速达到 26.1%", "direction 1 by"),
        ("stieg um 3 Prozent", "direction 1 by"),
    ])
    func `reads where a change goes`(text: String, change: String) {
        let lines = readingLines(text)
        #expect(lines.contains { $0.contains(change) }, "\(lines)")
    }

    @Test(arguments: [
        "千瓦时代", "百度公司", "万科", "H800 芯片", "GPT-4", "v3.2.4", "5G 基站",
    ])
    func `takes a name with a numeral in it for no figure`(text: String) {
        #expect(
            readingLines(text).allSatisfy { !$0.hasPrefix("quantity") }, "\(readingLines(text))")
    }
}
