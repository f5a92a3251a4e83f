import Domain
import Foundation
import Testing
import Verification

/// Figures that the evidence does not have as they stand.
struct WorkedOutTests {
    private func hardRules(_ text: String, evidence: String) -> [String] {
        let source = Source(
            number: 1, kind: .page, url: "http://a.example/1", title: "t", publisher: "A",
            published: Date(timeIntervalSince1970: 1_781_000_000), retrieved: .now, text: evidence,
            isReusable: true)
        let draft = Draft(
            paragraphs: [
                .init(
                    heading: "",
                    sentences: [.init(evidence: [.init(source: "s1", span: evidence)], text: text)])
            ], title: "标题", tldr: [text], slug: "s", keywords: [])
        return inspect(draft, against: SourceReadings([source])).findings
            .filter { $0.severity == .hard }.map(\.rule)
    }

    @Test(arguments: [
        (
            "The ferry was doing 34 knots in a channel limited to 20, inspectors said.",
            "检查人员说，渡轮当时航速为 34 节，比限速高出 14 节。"
        ),
        (
            "The port has spent 840 million kroner on the wall so far.",
            "港口已为这道堤坝投入 8.4 亿克朗，约需 6 年才能收回投入。"
        ),
        (
            "Exports fell by 2.6 million barrels to 310 million; traders had expected a rise of 1.2 million.",
            "出口减少 260 万桶，降至 3.1 亿桶，而交易商此前预计增加 120 万桶。"
        ),
        ("The first 60 MW will be ready next year.", "首期 60 兆瓦将于明年就绪。"),
        (
            "Ranked 28th before the event, she will climb to 17th on Monday.",
            "她的排名将由第 28 位升至第 17 位。"
        ),
        (
            "The southern lane was open to traffic, the northern one was not.",
            "南侧车道已经开放，北侧车道未能开放。"
        ),
        (
            "The yard paid £6.2m of the £9.5m it owes by Friday; the rest is due in June.",
            "船厂周五前付了 620 万英镑，余下 330 万英镑 6 月到期。"
        ),
        ("Of 1,640 trees in the park, 410 were felled.", "公园里 1640 棵树中约 25% 被砍伐。"),
        (
            "The stadium has 46,000 seats, 15% of which are reserved for members.",
            "球场约 6900 个座位留给会员。"
        ),
        (
            "The sculpture weighs 4.8 tonnes, 0.7 tonnes less than the one it replaces.",
            "它取代的那座雕塑重 5.5 吨。"
        ),
        ("The pass costs 186 euros for six months.", "季票平均每月 31 欧元。"),
        (
            "The mill sells 74 million sacks of 40 kg each a year.",
            "按每袋 40 公斤计，该厂年销量约为 296 万吨。"
        ),
        (
            "The plant cost 270 million euros and has a capacity of 300 megawatts.",
            "该电站每瓦造价约 0.9 欧元。"
        ),
        ("The train left at 18:40 and arrived 95 minutes later.", "列车于 20 时 15 分抵达。"),
        (
            "She won in 8 minutes 51.37 seconds, 2.48 seconds ahead of her sister.",
            "她的妹妹以 8 分 53 秒 85 获得第二。"
        ),
        ("He won in 2:09:12, and Abate was next in 2:10:43.", "他以 2 小时 9 分 12 秒夺冠，领先对手 1 分 31 秒。"),
        ("全年处理量为720万吨，前三季度完成545万吨。", "第四季度处理量为 175 万吨。"),
        ("Norra holds 62% of the line; the remainder belongs to the state.", "国家持有该线路 38% 的股份。"),
        ("The dose fell from 15 mg to 9 mg.", "剂量由 15 毫克降至 9 毫克，降幅达四成。"),
        ("出口量为36.4万辆，是上年的1.4倍。", "上年出口量为 26 万辆。"),
        ("The dividend was cut to 8 cents a share.", "股息降至每股 8 分。"),
        ("The rate edged up to 1.31 from 1.28.", "比率由 1.28 升至 1.31。"),
        (
            "Revenue rose 12% last year to 3.92 billion euros; the net margin narrowed to 8.4%.",
            "去年净利润约为 3.3 亿欧元，前年营收约为 35 亿欧元。"
        ),
        ("工程总投资74.8亿元，比概算节约3.1亿元。", "工程概算为 77.9 亿元。"),
        (
            "The hardback costs 18.99 pounds; the e-book is 7 pounds cheaper.",
            "电子书售价为 11.99 英镑。"
        ),
        (
            "The train derailed at 5:25 a.m. on 24 January 2026, blocking the line for 31 hours.",
            "线路 1 月 25 日 12 时 25 分恢复通行。"
        ),
        ("Nine of its 34 wagons left the track.", "约四分之一的车厢出轨。"),
        ("The festival sold 11,600 tickets, 92% of capacity.", "场地可容纳约 1.26 万人。"),
        (
            "截至10月末，普惠小微贷款户数48.6万户，户均余额271万元。",
            "普惠小微贷款余额约为 1.32 万亿元。"
        ),
        ("10月末贷款增速为6.8%，增速比上月末低0.2个百分点。", "9 月末贷款增速为 7.0%。"),
        ("A puts 48.6% in bonds and 37.2% in shares.", "其余投资占 14.2%。"),
        (
            "She won in 1:06.84, 0.29 seconds clear of Lund, with Mercer third, a further 0.11 back.",
            "默瑟的成绩为 1 分 07 秒 24。"
        ),
        ("全市监测站1260个，比2021年增长1.4倍。", "2021 年全市监测站为 525 个。"),
        (
            "The ship, 24 years old, carried 26,500 tonnes of maize worth $212 a tonne.",
            "这批玉米总价值约为 562 万美元。"
        ),
        ("The port moved 30 wagons.", "港口运走了 30 节车厢。"),
        ("The loan is 86 million kronur.", "贷款为 8600 万克朗。"),
        ("The ferry left on 3 May and was found on 21 May.", "渡轮离港 18 天后被找到。"),
        ("展览 9 月 28 日开幕，10 月 12 日闭幕。", "展览为期 14 天。"),
        (
            "The offer opened on February 18. The bank meets next on April 8.",
            "下次会议定于 4 月 8 日召开，距本次正好七周。"
        ),
        (
            "The firm guided to $12.6 billion to $13.6 billion.",
            "公司预计营收为 126 亿至 136 亿美元，中值为 131 亿美元。"
        ),
        ("The firm expects $3.2 billion, plus or minus 2%.", "公司预计营收在 31.36 亿至 32.64 亿美元之间。"),
        ("CO2 stands at 152% of its level in 1750.", "二氧化碳浓度比 1750 年高出 52%。"),
        ("Pay tripled to 18 million euros.", "薪酬增加两倍，达 1800 万欧元。"),
        ("The workshop is 5.4 metres long and 3.8 metres wide.", "作坊长 5.4 米、宽 3.8 米，面积约 20.5 平方米。"),
        ("线路全长34.6公里，设站27座。7号线开通后，运营里程达到268公里。", "7 号线开通前，运营里程约为 233 公里。"),
        (
            "归母净利润14.7亿元，上年同期为12.1亿元。上半年快递量41.3亿件，同比增长22.5%，单票收入2.17元。",
            "归母净利润为 14.7 亿元，同比增长约 21.5%。"
        ),
        (
            "Finland, led by Auvinen's 34 points, took the second quarter 27-18 and headed into the break 46-42 up. Ilic, 61, sank two threes.",
            "芬兰队半场以 46 比 42 领先 4 分。"
        ),
        (
            "公司宣布完成融资，金额4.8亿元，投后估值52亿元。公司有员工310人，研发人员占七成。本轮资金约六成用于算力采购。",
            "本轮 4.8 亿元融资中，约六成即 2.88 亿元用于采购算力。"
        ),
        (
            "本次调整新增91种药品，其中肿瘤用药26种、慢性病用药15种、罕见病用药13种；同时调出43种药品。调整后，目录内药品总数增至3159种，其中西药1765种、中成药1394种。参加谈判和竞价的117种目录外药品中，89种谈判或竞价成功，成功率76%，平均降价63%，预计2025年将为患者减负超500亿元。另有2种药品直接纳入。",
            "调整之前，目录内药品共有 3111 种。"
        ),
    ])
    func `condemns no figure that may be worked out`(evidence: String, text: String) {
        #expect(hardRules(text, evidence: evidence) == [])
    }

    @Test(arguments: [
        (
            "Rents rose to 1,150 euros from 1,000 euros.",
            "租金由 1000 欧元涨至 1150 欧元，涨幅为 18%。"
        ),
        (
            "Net income fell to $610 million from $702 million.",
            "净利润从 7.02 亿美元降至 6.1 亿美元，相差 6200 万美元。"
        ),
        (
            "Net income fell to $610 million from $702 million.",
            "净利润从 7.02 亿美元降至 6.1 亿美元，相差 9200 万欧元。"
        ),
        ("The mill paid 62 million crowns for the land.", "工厂合计为这块地支付 8300 万克朗。"),
        ("Of 1,640 trees in the park, 410 were felled.", "公园里 1640 棵树中约 35% 被砍伐。"),
        (
            "The stadium has 46,000 seats, 15% of which are reserved for members.",
            "球场约 9600 个座位留给会员。"
        ),
        ("The pass costs 186 euros for six months.", "季票平均每月 61 欧元。"),
        ("The train left at 18:40 and arrived 95 minutes later.", "列车于 21 时 15 分抵达。"),
        (
            "She won in 8 minutes 51.37 seconds, 2.48 seconds ahead of her sister.",
            "她的妹妹以 8 分 58 秒 35 获得第二。"
        ),
        (
            "The hardback costs 18.99 pounds; the e-book is 7 pounds cheaper.",
            "电子书售价为 25.99 英镑。"
        ),
        ("全市监测站1260个，比2021年增长1.4倍。", "2021 年全市监测站为 900 个。"),
        ("全年新增银幕1072块，总数达到92040块。", "上年银幕总数为 93112 块。"),
        ("The share rose from 42.5% to 47.1%.", "份额由 42.5% 升至 47.1%，上升 4.6%。"),
        // A slip of the pen, which two other figures happen to come to.
        (
            "The fund paid 374 grants worth 512 million crowns; 138 went to schools.",
            "该基金发放了 347 笔补助。"
        ),
        ("The ferry left on 3 May and was found on 21 May.", "渡轮离港 20 天后被找到。"),
        (
            "The strike lasted 10 days and held up C$800 million in trade a day.",
            "停工期间每天有 8000 万加元的贸易受阻。"
        ),
        (
            "Phones took 57.2% of sales, against 54.9% in 2025, and 6.3% more was spent.",
            "手机占比为 57.2%，高于 2025 年的 49.5%。"
        ),
    ])
    func `condemns what the evidence's own figures do not come to`(evidence: String, text: String) {
        #expect(!hardRules(text, evidence: evidence).isEmpty)
    }

    private static let catalogue =
        "The catalogue gained 96 drugs and lost 18, and 11 more were renamed; it now lists 3,237."

    @Test func `leaves to a judge what a sentence reckons by itself`() {
        #expect(hardRules("按 3237 种推算，调整前的目录约有药品 2900 种。", evidence: Self.catalogue).isEmpty)
    }

    @Test(arguments: [
        "据此推算，目录现有药品 3273 种。", "据此推算，目录现有药品 3.237 万种。",
        "据此推算，目录共新增药品 69 种。",
    ])
    func `condemns a slip of the pen, whatever the sentence says of reckoning`(text: String) {
        #expect(!hardRules(text, evidence: Self.catalogue).isEmpty)
    }

    @Test func `takes no reckoning from a sentence of dozens of figures`() {
        let figures = (1...40).map { "增加 \(70_000_019 + $0 * 1_000_003) 种" }.joined(separator: "，")
        #expect(hardRules("据此推算，" + figures + "。", evidence: Self.catalogue).count >= 40)
    }
}
