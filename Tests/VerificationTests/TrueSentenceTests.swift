import Domain
import Foundation
import Testing
import Verification

/// True sentences whose words or figures look as if they were others.
struct TrueSentenceTests {
    private func hardFindings(_ sentence: String, _ evidence: String) -> [Finding] {
        claimFindings(
            sentence, source: evidence, evidence: evidence,
            published: Timestamp.date("2026-09-10T00:00:00.000Z")
        ).filter { $0.severity == .hard }
    }

    @Test(arguments: [
        ("The outer layer is at roughly 395 kelvin.", "外层温度约为 122 摄氏度。"),
        (
            "The rate grew from 0.4 metres a year in the first decade to 0.8.",
            "速率由最初十年的每年 0.4 米升至 0.8 米。"
        ),
        (
            "The load factor was 81.2%, 1.7 points higher than in 2024.",
            "客座率为 81.2%，较 2024 年提高 1.7 个百分点。"
        ),
        ("Rates rose for a sixth consecutive week.", "运价已连续六周上涨。"),
        ("Lows will range from minus 18 to 6 degrees Celsius.", "气温将在零下 18 摄氏度至 6 摄氏度之间。"),
        ("The trip takes two and a half hours.", "行程需两个半小时。"),
        ("The ruby weighs 12.4 carats.", "这颗红宝石重 12.4 克拉。"),
        ("The file was downloaded 3.4 million times.", "该文件下载量为 340 万次。"),
        ("The rocket has succeeded nine times.", "该火箭已成功 9 次。"),
        ("The camera has a 45-megapixel sensor.", "该相机传感器为 4500 万像素。"),
        ("The 2025/26 harvest came to 18 million tons.", "2025/26 年度产量为 1800 万吨。"),
        ("Police found 14 in 25 villages.", "警方在 25 个村庄找到 14 人。"),
    ])
    func `reads figures as their units are written`(evidence: String, text: String) {
        #expect(hardFindings(text, evidence).isEmpty)
    }

    @Test(arguments: [
        ("Prices start at NT$32,900.", "起售价为 3.29 万元新台币。"),
        ("The dam costs 52 billion shillings.", "该水坝耗资 520 亿肯尼亚先令。"),
        (
            "The engineer lost $36 million in 2025, after $80 million.",
            "该公司 2025 年亏损由 8000 万美元收窄至 3600 万美元。"
        ),
        ("Pay rose 3.1%, down from 3.7%.", "薪酬上涨 3.1%，涨幅较此前的 3.7% 收窄。"),
        ("Women made up 18.4% of crews, up from 17.1%.", "女性占船员的比重升至 18.4%。"),
        ("It has handed over 81,400 cars so far.", "该公司迄今交付 8.14 万辆汽车。"),
        ("She earned 30,000 euros plus a 5,000-euro bonus.", "她获得 3 万欧元，另有 5000 欧元奖金。"),
        ("逾期每日处以300元以上800元以下罚款。", "逾期将被处以每日 300 元至 800 元罚款。"),
        ("It comes with 12GB of memory and 256GB of storage.", "12GB+256GB 版起售。"),
        ("输入每百万词元2元、输出8元，较上一代分别下调50%和60%。", "输出价格为 8 元，而上一代为 20 元。"),
    ])
    func `takes amounts and changes for what they are`(evidence: String, text: String) {
        #expect(hardFindings(text, evidence).isEmpty)
    }

    @Test(arguments: [
        ("第一季度营收持平，三季度起供货。", "该厂第三季度起供货。"),
        ("The firm does not expect approval before 2029.", "该公司预计最早 2029 年获批。"),
        ("It lifted off at 10:07 a.m. IST (0437 GMT).", "火箭于印度时间 10 时 07 分（北京时间 12 时 37 分）升空。"),
        ("The sentence is three years and six months.", "刑期为三年半。"),
        ("该省产量连续14年居首。", "该省产量连续第 14 年居首。"),
        ("Orders open on September 6, with shipping from the 20th.", "9 月 20 日开始发货。"),
        (
            "January was the third-warmest January since 1910, after a wet December.",
            "今年 1 月是 1910 年以来第三热的 1 月。"
        ),
    ])
    func `knows periods, days and hours however they are told`(evidence: String, text: String) {
        #expect(hardFindings(text, evidence).isEmpty)
    }

    @Test(arguments: [
        ("The state of Rio Grande do Norte planted soybeans.", "北里奥格兰德州种植了大豆。"),
        ("The wreck lies 92 km northwest of Brest.", "沉船位于布雷斯特西北约 92 公里处。"),
        ("The tremor struck off northern Chile; a Japanese mine closed.", "智利北部近海地震后矿山停产。"),
        ("The salar of Maricunga is Codelco's; an Australian miner pays.", "马里昆加盐沼归一家国有企业。"),
        ("KLM flies there, British regulators said.", "荷兰皇家航空飞往当地。"),
        ("A federal jury in Delaware ruled; European cases go on.", "美国联邦陪审团作出裁决。"),
        ("The phone sells in Taiwan and Hong Kong, not in the United States.", "该手机在中国台湾和香港发售。"),
        ("公司完成8亿元B轮融资。", "公司完成 8 亿元B轮融资。"),
        ("公司副总经理林峻说，项目已开工。", "公司副总经理林峻说，项目已开工。"),
        ("Growers in Médecins Sans Village were backed by Unicef.", "联合国儿童基金会和无国界医生组织支持了种植者。"),
        ("A spokeswoman declined to comment but confirmed the closure.", "发言人拒绝置评，但证实将关闭。"),
        ("The open-source tool is disabled by default.", "这款开源工具默认关闭。"),
    ])
    func `takes no part of a word for a name or an act`(evidence: String, text: String) {
        #expect(hardFindings(text, evidence).isEmpty)
    }
}
