import Domain
import Foundation
import Testing
import Verification

/// True sentences as articles have them: each rests on a span of a source, and reads as it is
/// published, with spaces between digits and Han.
struct EvidencedSentenceTests {
    private func hardFindings(_ text: String, _ source: String) -> [Finding] {
        claimFindings(
            text, source: source, evidence: source,
            published: Timestamp.date("2026-09-10T00:00:00.000Z")
        ).filter { $0.severity == .hard }
    }

    @Test(arguments: [
        ("More than 640 homes were damaged and 1,900 people moved.", "640 多座房屋受损。"),
        ("The trip took more than 30 hours; it now takes under four.", "车程由 30 多小时缩短至不到 4 小时。"),
        ("The ferry drifted for 4½ hours.", "渡轮漂流了 4 个半小时。"),
        ("Shares fell as much as 7.3% before paring losses.", "股价一度下挫 7.3%。"),
        (
            "Stocks stood at 42 million, below the threshold of 60 million.",
            "库存为 4200 万，未达到 6000 万的警戒线。"
        ),
        (
            "The fee is 22.5 million euros plus up to 4 million in bonuses.",
            "转会费为 2250 万欧元，另有至多 400 万欧元奖金。"
        ),
        ("The turbines stand in water up to 48 metres deep.", "风机立于最深 48 米的海域。"),
        (
            "One cluster holds up to 3.5 petabytes, up from 900 terabytes.",
            "单集群容量上限从 900TB 提高到 3.5PB。"
        ),
        ("The version needs a kernel whose minimum rises from 4.14 to 5.4.", "新版要求内核不低于 5.4。"),
        ("这艘船可载72人，航程9000海里。", "该船最多可载 72 人。"),
        ("Fines can reach 4% of turnover.", "罚款最高可达营业额的 4%。"),
        ("拟回购不超过每股32元的股份。", "回购价格上限为每股 32 元。"),
        ("该火箭运载能力不低于16吨。", "该火箭运力可达 16 吨以上。"),
        ("Users on 8.0 or later can upgrade in place.", "8.0 及以后版本的用户可原地升级。"),
        (
            "Ice reached its annual minimum of 4.2 million square kilometres.",
            "海冰面积降至 420 万平方公里的年度最低值。"
        ),
        ("Three in five sites still run 4.6 or older.", "五分之三的站点仍在运行 4.6 或更早版本。"),
        (
            "Shares jumped, starting at $19.10 against an offer price of $16 and closing at $18.40.",
            "开盘报 19.1 美元，收于 18.4 美元。"
        ),
        ("Drought could trim output by up to 5%, from 428 million.", "干旱可能使产量减少至多5%。"),
        ("Backups are limited to 5 GB on the free plan.", "免费版备份容量限为 5GB。"),
        ("He warned of up to 130 similar claims.", "他警告类似索赔可能多达 130 起。"),
        ("The state pays up to 70%, capped at 21,000 euros.", "独栋住宅以 2.1 万欧元为限。"),
        ("它要求2.6万家商户退出，其中连锁商超137家。", "其中包括 137 家连锁商超。"),
        (
            "They knew of it at least five months before the fall of 9 March 2021.",
            "公司至少在 2021 年 3 月 9 日坍塌前五个月就已知情。"
        ),
        ("Over 30,000 runs the error rate fell to 2%.", "在 3 万次运行中，错误率降至 2%。"),
        (
            "The share is less than half of what the old model costs.",
            "价格比旧款便宜一半以上。"
        ),
        (
            "It made 9.2 million, more than twice the high estimate of 4 million.",
            "成交价 920 万，超过最高估价 400 万的两倍。"
        ),
        (
            "Pieces priced above 2,000 francs made up 70% of value.",
            "售价 2000 瑞郎以上的手表占出口额的七成。"
        ),
    ])
    func `keeps bounds in whatever words`(source: String, text: String) {
        #expect(hardFindings(text, source).isEmpty)
    }

    @Test(arguments: [
        (
            "Velmar must pay 126 million euros and Iltis 117 million euros.",
            "两家公司分别被罚 1.26 亿和 1.17 亿欧元。"
        ),
        (
            "It cut its rate by 50 basis points, more than the 25 points that most had forecast.",
            "降息 50 个基点，大于多数人预测的 25 个基点。"
        ),
        ("Pressure fell by 14.2 mm Hg, against 4.6 mm Hg on placebo.", "血压降低 14.2 毫米汞柱。"),
        ("It will be offered at $0.12 per gigabyte-hour.", "定价为每 GB 每小时 0.12 美元。"),
        (
            "The project received 31 million kroner from the state and 12 million from Trygg.",
            "项目获 4300 万克朗，其中 3100 万来自政府。"
        ),
        ("It test-fired a 2,000-kilonewton semi-cryogenic engine.", "2000 千牛半低温发动机完成试车。"),
        ("It was travelling at 43 mph where the limit was 30.", "该路段限速约为 48 公里，列车时速约 69 公里。"),
        ("The telescope should find several hundred.", "望远镜有望找到数百颗。"),
        ("实现了码距为9的纠错，错误率降至0.11%，比码距为7时的0.24%降低一半。", "码距为 9 时的错误率为 0.11%。"),
        ("Some 4 600 jobs are at risk, the union said.", "约 4600 个岗位面临风险。"),
        ("The fund fined the firm N320 million in May.", "该公司 5 月被罚 3.2 亿奈拉。"),
        ("Glaciers lost 3.4 gigatonnes a year.", "冰川年均损失 34 亿吨。"),
        (
            "Growers get a record $9.40 a kilo, up from $8.10. Revenue was NZ$1.6 billion, costs $420 million.",
            "供奶户每公斤可得 9.40 新西兰元，此前为 8.10 新西兰元。"
        ),
        (
            "She won in 58 minutes 11 seconds. The women's title went in 66:08.",
            "女子组冠军成绩为 1 小时 6 分 8 秒。"
        ),
        ("The planet lies at one-fifteenth of that distance.", "其距离约为该距离的十五分之一。"),
        ("It was the first loss in eleven quarters.", "这是 11 个季度以来首次亏损。"),
        ("每10股派发现金红利11.4元。", "公司拟每股派现 1.14 元。"),
        (
            "Flamar 3 cost 21 billion euros against a first estimate of 3 billion.",
            "弗拉马 3 号机组的造价为最初估算的七倍。"
        ),
        ("For 2025-26 the club budgets revenue of 940 million.", "2025—2026 赛季预算收入为 9.4 亿。"),
        (
            "Growth was 1.4 degrees above the 1850-1900 mean, give or take 0.2.",
            "升温幅度为 1.2 至 1.6 度。"
        ),
        (
            "Shares traded came to 14.1 billion, below a 20-day average of 15.3 billion.",
            "成交 141 亿股，低于 20 日均值 153 亿股。"
        ),
    ])
    func `reads figures as they are spaced and listed`(source: String, text: String) {
        #expect(hardFindings(text, source).isEmpty)
    }

    @Test(arguments: [
        ("AI was 34% of revenue, compared with 21% a year ago.", "AI 占营收的 34%，较一年前提高 13 个百分点。"),
        (
            "The bore cost €4.2bn, €600m more than budgeted in 2014.",
            "隧道耗资 42 亿欧元，而 2014 年的预算为 36 亿欧元。"
        ),
        (
            "The win lifts Orva to third with 31 points from 14 games, six behind leaders Brann.",
            "领头羊布兰积 37 分。"
        ),
        ("The farm has a 120-megawatt battery able to run for four hours.", "配套电池可储电约 480 兆瓦时。"),
        ("大豆面积减少240万亩，为6050万亩。", "大豆面积由 6290 万亩降至 6050 万亩。"),
        ("The quota was cut by 9,000 tonnes to 19,000 tonnes.", "配额削减近三分之一，至 1.9 万吨。"),
        ("亏损0.94亿港元，去年同期亏损2.3亿港元。", "亏损收窄逾一半。"),
        ("Revenue will roughly double this year from $320 million.", "今年收入将翻番，达到约 6.4 亿美元。"),
        ("The plan costs $5.40 a month, half the price of the other.", "另一套餐的价格是其两倍。"),
        ("公布票价为32元，首月执行八折优惠。", "票价 32 元，折后约 26 元。"),
        ("公司公布票价32元，可享6.5折。", "票价 32 元，可优惠 35%。"),
        ("出货量280万只，是上年同期的2.4倍。", "出货 280 万只，同比增长 1.4 倍。"),
        ("The complaint came from one site; eleven other firms joined.", "投诉企业共 12 家。"),
        (
            "The pack gives 410 km and adds €3,000. Prices start at €17,500.",
            "该版本起价 20500 欧元，续航 410 公里。"
        ),
        (
            "The hit was about £85 million before insurance, which covers roughly £40 million; 19 days were lost.",
            "扣除约 4000 万英镑的赔付，冲击约为 4500 万英镑。"
        ),
        ("Planets ten times lighter could be found; 2% of 5,900 have been.", "有望找到质量只有其十分之一的行星。"),
        (
            "The fine of $48 million goes to Illinois, Minnesota and three other states by May 19.",
            "罚款由伊利诺伊、明尼苏达等五个州平分。"
        ),
        ("项目总投资38.4亿元，其中财政资金占38%，其余由企业融资。", "项目总投资 38.4 亿元，企业融资约 23.8 亿元，占 62%。"),
    ])
    func `allows or asks about what was worked out`(source: String, text: String) {
        #expect(hardFindings(text, source).isEmpty)
    }

    @Test(arguments: [
        (
            "The paper asks the office to submit a draft by March 31.",
            "文件要求在 2027 年 3 月 31 日前提交草案。"
        ),
        (
            "Version 5 loses support on 31 March next year.",
            "5 版将于 2027 年 3 月 31 日终止支持。"
        ),
        ("He was held in June 2025 and extradited five months later.", "他于 2025 年 6 月被捕，11 月被引渡。"),
        ("Exports start in March 2027, three months later than planned.", "出口原计划于 2026 年 12 月开始。"),
        ("Headcount will rise from 390 to 600 by next August.", "到 2027 年 8 月，员工将从 390 人增至 600 人。"),
        (
            "The river is closed from 22:00 on 5 July to 04:00 on 6 July.",
            "河段 7 月 5 日 22 时至 6 日 4 时封航。"
        ),
        ("二季度毛利率约41.5%，环比提高1.8个百分点。", "二季度毛利率较一季度提升 1.8 个百分点。"),
        ("The law takes effect on July 1.", "该法将于明年 7 月 1 日生效。"),
        (
            "Dockers will walk out for 72 hours from 07:00 on Friday.",
            "罢工自 9 月 11 日 7 时起，持续到 14 日 7 时。"
        ),
        ("A planet was reported there in April 2026.", "五个月前曾有团队报告一颗行星。"),
        ("台风4时50分前后登陆。", "台风近 5 时登陆。"),
        ("5日停运列车86列，次日14时起恢复。", "6 日下午起恢复运行。"),
        ("It lifted off at 7:30 a.m. EDT on Wednesday.", "火箭于美东时间周三 7 时 30 分升空。"),
        (
            "Rates are 2.6% this year and 2.3% in 2027, the bank said.",
            "今明两年通胀率分别为 2.6% 和 2.3%。"
        ),
    ])
    func `counts days and times from those of the evidence`(source: String, text: String) {
        #expect(hardFindings(text, source).isEmpty)
    }

    @Test(arguments: [
        ("下一版本将停止支持32位处理器。", "下一版本不再支持 32 位处理器。"),
        ("停电的19.3万户中已有16.1万户恢复供电。", "仍有 3.2 万户未恢复供电。"),
        (
            "The ministry cleared Hartl's takeover of Brenn, which must sell three plants.",
            "该部批准收购，但三家工厂须售出。"
        ),
        (
            "Energy Principal Secretary Daniel Ochola said power would be cheaper.",
            "能源部首席秘书丹尼尔·奥乔拉表示电力将更便宜。"
        ),
        (
            "Winds that gusted to 85 km/h are forecast to drop below 30 km/h.",
            "风速将由最高每小时 85 公里降至 30 公里以下。"
        ),
        (
            "Revenue had shrunk to $3.9 billion in 2024 from $10.2 billion in 2023.",
            "收入已从 2023 年的 102 亿美元缩水至 2024 年的 39 亿美元。"
        ),
        (
            "Markets put the odds of a rate cut on July 30 at 64%, up from 38% before the data.",
            "降息的概率由 38%升至 64%。"
        ),
        (
            "The plant is adding 10.8 million tonnes to the 16.5 million tonnes already running. The $13.2 billion project is 65% debt-financed.",
            "产能将由 1650 万吨增至 2730 万吨。"
        ),
        (
            "It expects free cash flow of $2.9 billion to $3.1 billion, up from $2.2 billion in 2024.",
            "自由现金流预计为 29 亿至 31 亿美元，高于 2024 年的 22 亿美元。"
        ),
        (
            "Prices rose 7.8% in the year to April, down from 8.1% in March.",
            "房价同比上涨 7.8%，涨幅较 3 月的 8.1%有所回落。"
        ),
        (
            "Levels fell from an average of 168 to 91 milligrams per decilitre.",
            "平均值从每分升168毫克降至91毫克。"
        ),
        ("8月出口5791.8吨，较7月的5994.3吨下降3.4%，但比去年同期增加22.6%。", "8 月出口环比下降 3.4%。"),
        (
            "Sea ice fell to a record low of 15.4 million square kilometres on February 1.",
            "海冰面积降至 1540 万平方公里的历史新低。"
        ),
        ("音箱业务占2024年营收的61%，线上渠道营收占比为37%。", "线上渠道贡献公司 2024 年营收的 37%。"),
        ("比亚迪以38万辆居首，吉利以23.4万辆位列第二。", "比亚迪以 38 万辆居榜首，吉利以 23.4 万辆排名次席。"),
        (
            "It expects to be between 1.35 C and 1.53 C above the baseline.",
            "预计比基准期高出 1.35 至 1.53 摄氏度。"
        ),
        (
            "Builds deprecated since 3.8 are gone; the minimum client is now 3.10.",
            "自 3.8 版起已弃用的构建被移除，客户端最低版本升至 3.10。"
        ),
        (
            "Net profit was NT$2.06 billion, or NT$1.12 a share, against NT$1.74 billion.",
            "净利润为 20.6 亿元新台币，每股 1.12 元，高于上年的 17.4 亿元。"
        ),
        (
            "Importers face fines under rules which parliament has yet to pass.",
            "根据尚待议会通过的规定，进口商将被罚款。"
        ),
        (
            "Acting chief Liz Wescott said the field pumped 99,000 barrels.",
            "代理首席执行官韦斯科特称，该油田日产 9.9 万桶。"
        ),
        ("Tern Air carried 6.2 million passengers in August.", "Tern Air8月运送旅客 620 万人次。"),
        ("法院驳回上诉，维持原判。", "法院未采纳上诉请求，维持一审判决。"),
        ("Finlo has applied for a US banking licence.", "Finlo 已申请美国银行牌照。"),
        ("Hackers got in through a contractor on 28 March.", "黑客 3 月 28 日经由承包商侵入。"),
        (
            "Van Helden will race the Vuelta in August, not the Tour de France.",
            "范赫尔登将于 8 月出战环西班牙赛。"
        ),
        ("The Nigeria Centre for Disease Control counted 53 deaths.", "尼日利亚疾控中心统计到 53 例死亡。"),
        ("The company has 92 million monthly users.", "该公司有 9200 万月活用户。"),
        ("Morocco's Yassine Bouchta came second.", "摩洛哥的亚辛·布什塔获得第二。"),
        ("西江至延岭最快1小时8分可达。", "西江至延岭最短旅行时间为 1 小时 8 分。"),
        (
            "Sales were 8.7 billion, 1.4% above 2024 but still about 23% below 2019.",
            "销售额为 87 亿，比 2019 年低约 23%。"
        ),
    ])
    func `takes denials and comparisons for what they are`(source: String, text: String) {
        #expect(hardFindings(text, source).isEmpty)
    }
}
