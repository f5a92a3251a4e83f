import Domain
import Foundation
import Testing
import Verification

/// True sentences whose words or figures look as if they were others.
struct TrueSentenceTests {
    private func findings(_ sentence: String, _ evidence: String) -> [Finding] {
        claimFindings(
            sentence, source: evidence, evidence: evidence,
            published: Timestamp.date("2026-09-10T00:00:00.000Z"))
    }

    private func hardFindings(_ sentence: String, _ evidence: String) -> [Finding] {
        findings(sentence, evidence).filter { $0.severity == .hard }
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
        ("Trials began on February 9 in 21 towns.", "试验于 2 月 9 日在 21 个镇开始。"),
        ("In fiscal 2024 NIH paid $9 million.", "2024财年NIH支付了 900 万美元。"),
        ("The map is at a scale of 1:50,000, in version 5.0.", "该地图的比例尺为 1:5 万。"),
        ("Creditors got back 58 cents on the dollar.", "债权人收回了 58% 的资金。"),
        (
            "It will spend $5 million, half as much again as in 2025.",
            "支出为 500 万美元，是 2025 年的 1.5 倍。"
        ),
        ("Up to 8 to 12 inches of rain are forecast.", "预计降雨约 200 至 300 毫米。"),
        ("最大风力14级（每秒42米）。", "最大风速约为每小时 151 公里。"),
        ("她以8万4216票当选，对手得6万9870票。", "她以约 1.4 万票的优势当选。"),
        ("The flat has 312平方呎。", "该单位面积约 29 平方米。"),

        ("Coins were minted between 980 and 1042.", "这些钱币铸造于 980 年至 1042 年。"),
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
        (
            "So far Greece has lost 41,000 hectares to fire, against an average of 26,500. One blaze burned 14,200 hectares. More than 460 firefighters came.",
            "已有 4.1 万公顷土地过火，比往年同期均值多 1.45 万公顷。"
        ),
        (
            "They lost 19.3% of weight, versus 15.1% and 2.4% on placebo.",
            "减重 19.3%，比安慰剂组高出 16.9 个百分点。"
        ),
        (
            "The club was fined 12 million euros, of which 8 million is suspended.",
            "该队被罚 1200 万欧元，其中 800 万缓期执行，即须付 400 万欧元。"
        ),

        ("He cut the odds from 0.6% to 0.15%, for 11 billion won.", "概率由 0.6% 降至 0.15%，只有原来的四分之一。"),
        ("Growth of 46%, plus or minus one point, on 12 lines.", "增幅在 45% 至 47% 之间。"),
        (
            "The weight is 2.9 times ours, give or take 0.4, and 1.4 times as wide.",
            "其重量约为我们的 2.5 至 3.3 倍。"
        ),
        ("今年收入48.7亿元，同比增长2.1倍。", "今年收入 48.7 亿元，约为上年的 3.1 倍。"),
        ("About 700 of its 38,000 products cost more.", "涨价的商品约 700 种，不到其 3.8 万种商品的 2%。"),
        (
            "该公司以1350亿日元收购对方，后者员工2100人，销售额4.8亿欧元，目标利润400亿日元。资金中900亿日元来自贷款，其余为自有资金。",
            "收购斥资 1350 亿日元，其中 450 亿日元使用自有资金。"
        ),
        ("公司2024年5月被罚，2024年9月退市。", "公司被罚四个月后退市。"),
        ("世界排名由第57位升至第31位。", "世界排名由第 57 位跃升 26 位至第 31 位。"),
        ("水库蓄水61.8亿立方米，比去年同期减少14.2亿立方米。", "水库蓄水 61.8 亿立方米，同比减少约 18.7%。"),
        ("New cases fell to 410 in the week from 655.", "一周新增病例 410 例，比前一周减少约 37%。"),
        ("It cuts start-up time from 4.2 seconds to 0.9 seconds.", "启动时间从 4.2 秒缩短至 0.9 秒。"),
        ("新能源汽车销量125.2万辆；一季度新能源汽车销量296.0万辆。", "新能源汽车销量为 125.2 万辆。"),

        (
            "The drafts rise to 50 feet from 49 feet on 22 May and the slots to 36 from 34.",
            "每日名额由 34 个增至 36 个。"
        ),
        ("Montoya, two goals down, won 3-2 in a 2-1 series.", "该队在 0 比 2 落后时逆转，以 3 比 2 获胜。"),
        ("严子墨以21比17、18比21、21比12获胜。", "严子墨以 2 比 1 获胜。"),
        ("It needs kernel 5.10 or later.", "它要求内核不低于 5.10。"),
        ("Prof. Lund may see returns fall to below 5%; another rose by 8%.", "部分项目收益率可能跌破 5%。"),
        (
            "OTTAWA - The store chain sold $750-million of notes; C$1.43 bought a U.S. dollar.",
            "该连锁店发行了 7.5 亿加元票据。"
        ),
        (
            "Deaths came to 266,300, so that the decline amounted to 74,700.",
            "死亡 26.63 万人，人口减少 7.47 万。"
        ),
        (
            "Sales rose 7% from the third quarter but fell 3% from a year earlier.",
            "销量环比增长 7%，同比下降 3%。"
        ),
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
        ("Hail fell on May 18-20 in the north.", "5 月 18 日至 20 日北部降下冰雹。"),
        ("Oak was felled in the winter of 1621-22.", "橡木于 1621 年至 1622 年冬天砍伐。"),

        ("At peak, between 8 and 10 p.m., sales rose.", "当晚8点至10点销售上升。"),
        ("应在2026年1月9日前结束，可延长6个月。", "最晚可延至 2026 年 7 月 9 日。"),
        ("团队2月12日发现漏洞，次日报告。", "漏洞于 2 月 13 日报告。"),
        ("Third-quarter sales rose; for the current quarter it sees a dip.", "预计第四季度下滑。"),
        ("Profit for January-March rose, as did the fourth quarter of 2025.", "一季度利润上升。"),
        ("A strike began on Tuesday; talks are on Friday, the day after it ends.", "罢工将于周四结束。"),
        ("7月5日18时至7日6时停止作业。", "港口停止作业 36 个小时。"),
        ("自2026年6月1日起加薪，7月发放补贴。", "2026 年 6 月起加薪。"),
        (
            "The packager said that May revenue rose, as sales for five months to April did.",
            "5 月营收上升。"
        ),
        ("It flew at 4:03 a.m. on Thursday (1503 UTC on Wednesday).", "火箭于世界协调时 15 时 03 分升空。"),
        ("The flight moved from the first to the second quarter of 2027.", "首飞由 2027 年一季度推迟到二季度。"),
        (
            "The law applies from July 1, 2028, with an extra 18 months for small firms.",
            "小企业自 2030 年 1 月 1 日起适用。"
        ),

        ("23日晚披露一季报，净利润1.42亿元；二季度营收将增长。", "一季度净利润 1.42 亿元。"),
        (
            "Births rose for a second straight year; the population shrank for a sixth year.",
            "人口连续第六年减少。"
        ),
        (
            "January was the third-warmest January since 1910, after a wet December.",
            "今年 1 月是 1910 年以来第三热的 1 月。"
        ),
        (
            "The economy grew 6.5% in FY25, its slowest since 2Q2020.",
            "2025 财年经济增长 6.5%，为 2020 年第二季度以来最慢。"
        ),
        ("去年下半年研发投入占全年的58%，12日公告。", "去年 7 至 12 月的研发投入占全年的 58%。"),
        (
            "The area burned is four times that of January last year, when June was wet.",
            "过火面积是去年 1 月的四倍。"
        ),
        ("试点自7月1日起扩大到全国，6月末参保2530万人。", "自 7 月起，试点扩大到全国。"),
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
        ("The crew are 14 Filipinos and five Greeks, off South Africa.", "船员中 14 人来自菲律宾、5 人来自希腊。"),
        ("The car will be built in Zaragoza and sold in Britain.", "该车将在西班牙生产。"),
        ("The Leeds chain made £146 million; its Irish arm lost money.", "这家英国连锁企业盈利 1.46 亿英镑。"),
        ("The Competition and Markets Authority set a date.", "竞争与市场管理局（CMA）定下日期。"),
        ("液化天然气接收站将于今年投运。", "LNG接收站将于今年投运。"),
        ("Zurich insurer Alpenrück made a profit.", "阿尔卑斯吕克集团盈利。"),
        ("Vice mayor Yoon spoke.", "副市长表示支持。"),
        ("The pack uses nickel-manganese-cobalt cells.", "该电池采用三元材料。"),
        ("EUROPOL, THE HAGUE - Police arrested 41 people.", "欧洲刑警组织逮捕 41 人。"),
        ("Opposition leader Pretorius called it 'a budget without growth'.", "反对党领袖称其为“没有增长的预算”。"),
        ("East Anglia was the only English region to fall.", "东英吉利是唯一下跌的地区。"),
        ("Profit rose 12% to 268 million euros.", "利润增长 12%至 2.68 亿欧元。"),

        (
            "Deputy Agriculture Minister Jacek Wolski spoke; the chief vet agreed.",
            "农业部副部长沃尔斯基发表了讲话。"
        ),
        (
            "The metals unit earned 88 billion yen, overtaking energy as the largest of the ministry's.",
            "金属部门盈利 880 亿日元，超过能源部门。"
        ),
        (
            "Quillon was founded in 2019 by Amara Nwosu and has a new president.",
            "Quillon 联合创始人阿玛拉·恩沃苏将留任。"
        ),
    ])
    func `takes no part of a word for a name or an act`(evidence: String, text: String) {
        #expect(hardFindings(text, evidence).isEmpty)
    }

    @Test(arguments: [
        ("The board cleared buybacks of up to SEK 600 million.", "董事会批准至多 6 亿瑞典克朗的回购。"),
        ("Net loss was RM5.2 million.", "净亏损 520 万林吉特。"),
        ("The mine cost R5.2 billion.", "该矿耗资 52 亿兰特。"),
        ("Reserves slipped to N$54.8 billion.", "外汇储备降至 548 亿纳元。"),
        ("The move frees about P210 billion.", "此举将释放约 2100 亿比索。"),
        ("The plant cost 3 billion pesos.", "该厂耗资 30 亿墨西哥比索。"),
        ("The dividend is 57.2 Canadian cents.", "股息为 0.572 加元。"),
        ("1Q26 net income: R$96 million.", "一季度净利润 9600 万雷亚尔。"),
        ("A bank burst at 2.40 am on the river.", "凌晨 2 时 40 分，一处堤防决口。"),
        ("The boat sailed at noon and docked at 3 p.m.", "船于中午 12 时启航，下午 3 时靠岸。"),
        ("She asked for a report within a fortnight.", "她要求两周内交出报告。"),
        ("The storm's pressure was 938 mb.", "中心气压 938 百帕。"),
        ("Corn settled at 4.52-1/2 dollars a bushel.", "玉米报每蒲式耳 4.525 美元。"),
        ("She expected two more quarter-point cuts.", "她预计还会降息两次。"),
        ("The currency firmed from 26.1 to 24.4 to the dollar.", "该货币从 26.1 升至 24.4 兑一美元。"),
        ("Candidates shipped at three-week intervals.", "候选版每三周一个。"),
        ("It is his second feature, said the director.", "这是导演的第二部长片。"),
        ("The General Court cut the fine.", "欧盟普通法院削减了罚款。"),
        ("Barrington of the agency spoke in Geneva.", "该机构的巴林顿在日内瓦发言。"),
        ("The firm guided to $18 to 20 million, up from $15 million.", "公司预计为 1800 万至 2000 万美元。"),
        ("Holmegaard lifted its outlook to DKK 3.2-3.4bn.", "霍尔梅高把预期上调至 32 亿至 34 亿丹麦克朗。"),
        ("The full build fell from 18m 40s to 12m 20s.", "完整构建时间缩短了 6 分 20 秒。"),
        (
            "The fault was detected at 14.30 BST and lifted at 16h05.",
            "故障于 14 时 30 分被发现，16 时 05 分解除。"
        ),
        ("The advisory was lifted at 7:15 a.m.", "警报当天早上 7 点一刻解除。"),
        ("He cleared 6.05 metres.", "他一次过杆 6 米 05。"),
        ("Malloy turned at 100m in 54.60.", "马洛伊前 100 米用时 54 秒 60。"),
        ("British Columbia ports employ 7,400; Federal law applies.", "不列颠哥伦比亚省港口雇有 7400 人。"),
    ])
    func `reads what houses of other countries write`(evidence: String, text: String) {
        #expect(findings(text, evidence).filter { !$0.rule.hasPrefix("cue.") }.isEmpty)
    }

    @Test(arguments: [
        (
            "The court rejected an appeal by the runner. The ban runs from that day. She did not appeal the fine.",
            "法庭驳回了选手的上诉。"
        ),
        (
            "The epicentre was 18 km away, killing at least 37. Benara was the worst hit. About 8,600 fled.",
            "贝纳拉受灾最重。"
        ),
        (
            "A firm cut at least 40 jobs in May. It has 300 staff. The plant in Lund will go.",
            "公司 5 月裁员 40 人。"
        ),
        (
            "Health officials on Friday reported 481 measles cases, 59 more than on Tuesday, in an outbreak that has put 56 people in hospital since late January. A second school-aged child, an 8-year-old girl with no underlying conditions, died on Thursday.",
            "短短三天，麻疹病例就多了 59 例，累计 481 例。"
        ),
        (
            "The turboprop, flight LZ417 from Lisbon with 64 passengers and four crew, touched down 640 metres beyond the threshold of the 2,781-metre runway and stopped 35 metres past its end. Eleven people were hurt, two of them seriously; no one died. Lusair has suspended the captain, who had 9,870 flight hours, 1,140 on type.",
            "客机载有 68 人，事故造成 11 人受伤，其中 2 人重伤，无人死亡。"
        ),
    ])
    func `asks where a sentence may mean another or be worked out`(evidence: String, text: String) {
        #expect(hardFindings(text, evidence).isEmpty)
    }
}
