/// What a figure is told of: its bound, its direction, its rank, its owner.
let comparisonPages: [RulePage] = [
    RulePage(
        "number.bound",
        "A floor stays a floor and a ceiling a ceiling, and a range ends where the evidence's does.",
        remedy: "至少, 超过 for what is at least; 最多, 不到 for what is at most.",
        [
            .init(
                "At least 230 homes lost power.", caught: "最多 230 户家庭停电。",
                passed: "至少 230 户家庭停电。"),
            .init(
                "The trip takes less than 40 minutes.", caught: "行程超过 40 分钟。",
                passed: "行程不到 40 分钟。"),
            .init(
                "The bank plans to buy back up to $900 million. Its income was $1.02 billion.",
                caught: "该行计划回购不少于 9 亿美元。", passed: "该行计划回购至多 9 亿美元。"),
            .init(
                "Spending will not exceed 30 billion won.", caught: "支出至少为 300 亿韩元。",
                passed: "支出不会超过 300 亿韩元。"),
            .init(
                "Between 60% and 75% of the ice could go.", caught: "至少 75%的冰可能消失。",
                passed: "至少 60%的冰可能消失。"),
            .init(
                "Duties of 18.4% to 37.9% apply to the tiles.", caught: "瓷砖税率最低为 37.9%。",
                passed: "瓷砖税率最低为 18.4%。"),
            .init(
                "Versions 5.0.0 through 5.1.0 are affected; 5.1.1 mends it.",
                caught: "受影响的是 5.0.0 至 5.1.1 版。", passed: "受影响的是 5.0.0 至 5.1.0 版。"),
            .init(
                "Sales were $2.3 billion. The firm expects between $2.5 billion and $2.8 billion.",
                caught: "公司预计为 23 亿至 28 亿美元。", passed: "公司预计为 25 亿至 28 亿美元。"),
            .init(
                "The firm has 900 clients and charges from $1,350 a month.",
                caught: "该公司月费最高为 1350 美元。", passed: "该公司月费为 1350 美元起。"),
            .init(
                "Firms face fines of up to 6% of turnover.", caught: "企业将被处以不低于营业额 6%的罚款。",
                passed: "企业将被处以不超过营业额 6%的罚款。"),
            .init(
                "The rules cap the price of a battery at 15% of the device's.",
                caught: "电池价格不得低于设备的 15%。", passed: "电池价格不得高于设备的 15%。"),
        ]),
    RulePage(
        "number.hedge",
        "A bound of the evidence is not lost, and none is made up.",
        remedy: "the bound that the evidence gives, or none.",
        [
            .init(
                "Fines can reach up to 9,000 pounds.", caught: "罚款为 9000 英镑。",
                passed: "罚款最高 9000 英镑。"),
            .init(
                "The vase sold for 4.6 million euros, more than five times its estimate of 850,000 euros.",
                caught: "花瓶估价超过 85 万欧元，以 460 万欧元成交。",
                passed: "花瓶以 460 万欧元成交，超过 85 万欧元估价的五倍。"),
            .init("Some 12 crew were aboard.", caught: "船上至少有 12 名船员。", passed: "船上约有 12 名船员。"),
        ]),
    RulePage(
        "number.direction",
        "What rose did not fall, and what came earlier is not late.",
        remedy: "the direction that the evidence tells of.",
        [
            .init(
                "The start had been brought forward by 30 minutes to 7:30 a.m.",
                caught: "比赛推迟 30 分钟至 7 时 30 分开跑。", passed: "比赛提前 30 分钟至 7 时 30 分开跑。"),
            .init(
                "Wheat exports fell 14% in May.", caught: "5 月小麦出口增长 14%。",
                passed: "5 月小麦出口下降 14%。"),
            .init(
                "Inflation was 2.8%, after 4% in 2024.", caught: "通胀率为 2.8%，高于 2024 年的 4%。",
                passed: "通胀率为 2.8%，低于 2024 年的 4%。"),
            .init(
                "The peak came nine days earlier than usual.", caught: "峰值比往年晚了 9 天。",
                passed: "峰值比往年早了 9 天。"),
        ]),
    RulePage(
        "number.change",
        "How much something changed is not where it led, nor where it began, nor its share of a whole.",
        remedy: "增加 for a change, 增至 for where it led, 由 for where it began.",
        [
            .init(
                "Membership rose by 300 to 2,100.", caught: "会员增加 2100 人。",
                passed: "会员增至 2100 人。"),
            .init(
                "Profit was $1.06 billion, missing the $1.15 billion expected.",
                caught: "利润为 10.6 亿美元，比预期的 14.5 亿美元少 9000 万美元。",
                passed: "利润为 10.6 亿美元，比预期的 11.5 亿美元少 9000 万美元。"),
            .init(
                "The fare went up to $4 from $3.", caught: "票价由 4 美元涨至 3 美元。",
                passed: "票价由 3 美元涨至 4 美元。"),
            .init(
                "Rail freight came to 1.2 million boxes, up 24.6%.",
                caught: "铁路货运 120 万箱，占总量的 24.6%。",
                passed: "铁路货运 120 万箱，增长 24.6%。"),
            .init(
                "省级应急响应由四级提升至三级。", caught: "省级应急响应由四级提升至二级。", passed: "省级应急响应由四级提升至三级。"),
            .init(
                "Sales rose 3.5%; online accounted for 34% of the total.", caught: "线上销售额增长 34%。",
                passed: "线上销售额占 34%。"),
            .init(
                "Shift workers were 26% more likely to have a stroke.",
                caught: "轮班工人中有 26% 发生中风。",
                passed: "轮班工人中风的可能性高出 26%。"),
            .init(
                "Sales are seen at 19 billion crowns, up from 6.4 billion. It borrowed 2.3 billion at 7.25% in August.",
                caught: "预计销售额为 190 亿克朗，比上年的 64 亿克朗增长约 66%。",
                passed: "预计销售额为 190 亿克朗，比上年的 64 亿克朗增长约 197%。"),
            .init(
                "出境游恢复至2019年同期的约107%。",
                caught: "出境游较 2019 年同期增长约 107%。",
                passed: "出境游恢复至 2019 年同期的约 107%。"),
            .init(
                "It renders the scene in 98 seconds, down from 121 seconds, and up to four times as fast elsewhere.",
                caught: "耗时由 121 秒降至 98 秒，缩短 23.5%。",
                passed: "耗时由 121 秒降至 98 秒，缩短约 19%。"),
        ]),
    RulePage(
        "number.basis",
        "同比 compares with the same period of a year ago, 环比 with the period before.",
        remedy: "the comparison that the evidence makes.",
        [
            .init(
                "Orders rose 6% from a year earlier.", caught: "订单环比增长 6%。",
                passed: "订单同比增长 6%。"),
            .init(
                "The fare climbed 7% from a year earlier to $310.",
                caught: "票价较上一季度上涨 7%，至 310 美元。", passed: "票价较上年上涨 7%，至 310 美元。"),
            .init(
                "发行价为32.6港元，开盘报41.2港元，收盘较发行价上涨18.1%。",
                caught: "收盘较开盘价上涨 18.1%。",
                passed: "收盘较发行价上涨 18.1%。"),
            .init(
                "毛利6.2亿元，研发投入占营收的9.1%。",
                caught: "研发投入占毛利的 9.1%。",
                passed: "研发投入占营收的 9.1%。"),
        ]),
    RulePage(
        "number.rank",
        "A rank, or how many follow upon each other, is what the evidence gives.",
        remedy: "the evidence's rank.",
        [
            .init(
                "The city ranked fourth in the survey.", caught: "该市在调查中位列第二。",
                passed: "该市在调查中位列第四。"),
            .init(
                "It sold 3 million of its Nimbus 3, as Europe's fourth-largest brand.",
                caught: "该公司售出 300 万副，为欧洲第三大品牌。", passed: "该公司售出 300 万副，为欧洲第四大品牌。"),
            .init(
                "Boke won, Adeyo was second in 2:05:13 and Amrano third in 2:05:40.",
                caught: "阿姆拉诺以 2 小时 5 分 40 秒获得亚军。", passed: "阿姆拉诺以 2 小时 5 分 40 秒获得季军。"),
            .init(
                "宁远汽车以24.3万辆居首，吉远汽车以22.8万辆居第二。", caught: "吉远汽车以 22.8 万辆位居榜首。",
                passed: "吉远汽车以 22.8 万辆位居第二。"),
            .init(
                "Investment shrank 2.5%, its second straight quarterly fall.",
                caught: "投资下降 2.5%，连续三个季度下滑。",
                passed: "投资下降 2.5%，连续两个季度下滑。"),
        ]),
    RulePage(
        "number.score",
        "A score is a pair of the evidence's, in either order.",
        remedy: "the evidence's score.",
        [
            .init(
                "The Otters won 3-1 after a 2-2 draw.", caught: "水獭队以 3-2 获胜。",
                passed: "水獭队以 3-1 获胜。")
        ]),
    RulePage(
        "number.binding",
        "A figure belongs to whom or what the evidence ties it to.",
        remedy: "the figure that the evidence gives for this name or thing.",
        [
            .init(
                "Toyota sold 310,000 cars while Honda sold 240,000 cars.",
                caught: "本田售出 31 万辆汽车。", passed: "丰田售出 31 万辆汽车，本田售出 24 万辆。"),
            .init(
                "6号线列车采用6节编组，设站15座，其中换乘站4座。", caught: "该线设有换乘站 6 座。",
                passed: "该线设有换乘站 4 座。"),
            .init(
                "财政部拨款1.5亿元，其中福建8000万元、浙江7000万元。", caught: "浙江获得 8000 万元。",
                passed: "浙江获得 7000 万元。"),
            .init(
                "A jury found that it infringed two of seven patents.",
                caught: "陪审团认定其侵犯了七项专利中的三项。", passed: "陪审团认定其侵犯了七项专利中的两项。"),
            .init(
                "Five of the six members backed the cut.", caught: "六名委员一致支持降息。",
                passed: "六名委员中有五人支持降息。"),
        ]),
    RulePage(
        "number.row",
        "Two figures that stand side by side belong to one thing: the growth of one line is not told of "
            + "the amount of another.",
        remedy: "the figures of one row of the evidence.",
        [
            .init(
                "Timber sales rose 31% to $640 million, while paper sales fell 12% to $210 million.",
                caught: "该业务销售额增长 31%，达到 2.1 亿美元。",
                passed: "木材销售额增长 31%，达到 6.4 亿美元。"),
            .init(
                "客车产量4.2万辆，同比增长18.5%；挂车产量1.6万辆，同比增长27.3%。",
                caught: "挂车产量 1.6 万辆，同比增长 18.5%。", passed: "挂车产量 1.6 万辆，同比增长 27.3%。"),
        ]),
]
