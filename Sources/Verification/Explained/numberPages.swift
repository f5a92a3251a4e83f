let numberPages: [RulePage] = [
    RulePage(
        "number.absent",
        "Every figure of a sentence follows from a figure of its evidence or of the sentence on either "
            + "side of that: the same value, rounded within half of its last digit, converted, or "
            + "worked out by a sum, a difference or a share that the sentence names as such. Where it "
            + "says that it works a figure out, and no slip of the pen explains that, a judge is asked "
            + "instead.",
        remedy: "the evidence's own figure, or evidence that holds the figure.",
        [
            .init(
                "The yard employs 1,240 people and built 17 ferries last year.",
                caught: "该船厂有员工 1420 人。", passed: "该船厂有员工 1240 人。"),
            .init(
                "Rents rose to 1,150 euros from 1,000 euros.",
                caught: "租金由 1000 欧元涨至 1150 欧元，涨幅为 18%。",
                passed: "租金由 1000 欧元涨至 1150 欧元，涨幅为 15%。"),
            .init(
                "Der Hafen schlug 4,35 Millionen Container um.",
                caught: "该港口吞吐量为 453 万个集装箱。", passed: "该港口吞吐量为 435 万个集装箱。"),
            .init(
                "同社の売上高は1兆2000億円だった。", caught: "该公司销售额为 1.3 万亿日元。",
                passed: "该公司销售额为 1.2 万亿日元。"),
            .init(
                "The mill paid 62 million crowns and the port 38 million.",
                caught: "港口支付了 8300 万克朗。", passed: "港口支付了 3800 万克朗。"),
            .init(
                "The cut of 920 jobs is 8% of the workforce.",
                caught: "以裁员 920 人、占 8% 推算，公司约有 1.52 万名员工。",
                passed: "以裁员 920 人、占 8% 推算，公司约有 1.15 万名员工。"),
            .init(
                "5月失业率为4.9%，比上月下降0.3个百分点。", caught: "5 月失业率为 4.9%，上月为 5.6%。",
                passed: "5 月失业率为 4.9%，上月为 5.2%。"),
            .init(
                "Prices recovered to $17,400 a tonne from a low of $8,300 in June.",
                caught: "价格回升至每吨 17400 美元，是 6 月低点的三倍多。",
                passed: "价格回升至每吨 17400 美元，是 6 月低点的两倍多。"),
            .init(
                "The ship carries up to 24,188 containers.", caught: "该船最多可装 24818 个集装箱。",
                passed: "该船最多可装 24188 个集装箱。"),
            .init(
                "The trail is 45 miles long.", caught: "这条步道长约 92 公里。",
                passed: "这条步道长约 72 公里。"),
        ]),
    RulePage(
        "number.derived", hard: false,
        "A figure that comes out of the evidence's by a step or two whose units fit, but of which the "
            + "sentence does not say so, is a judge's to allow.",
        remedy:
            "a word that says how it comes about: 合计, 其中, 相差, 平均; or the evidence's own figure.",
        [
            .init(
                "The new pump moves 38 litres a minute, 9 litres more than the old one.",
                caught: "旧泵为 29 升。", passed: "旧泵每分钟比新泵少 9 升。"),
            .init(
                "该校在校生640人，其中寄宿生占35%。", caught: "该校寄宿生约 220 人。",
                passed: "该校寄宿生占 35%，推算约有 220 人。"),
        ]),
    RulePage(
        "number.scale",
        "万, 亿 and the scale words of the evidence stand for the same power of ten.",
        remedy: "one million is 100 万, one billion 10 亿, one trillion 1 万亿.",
        [
            .init(
                "The fund holds $7.5 billion in timberland.", caught: "该基金持有 7.5 亿美元的林地。",
                passed: "该基金持有 75 亿美元的林地。"),
            .init(
                "全年旅客吞吐量达到4860万人次。", caught: "全年旅客吞吐量达到 4.86 亿人次。",
                passed: "全年旅客吞吐量达到 0.486 亿人次。"),
        ]),
    RulePage(
        "number.unit",
        "A figure keeps what it measures: a unit is kept or converted, never exchanged.",
        remedy: "the evidence's unit, or the converted value.",
        [
            .init(
                "The dam holds 38 million cubic metres.", caught: "该水坝蓄水 3800 万吨。",
                passed: "该水坝蓄水 3800 万立方米。"),
            .init(
                "The probe weighs 420 kg.", caught: "该探测器长 420 米。", passed: "该探测器重 0.42 吨。"),
            .init(
                "Breweries sold 6.2 million hectolitres.",
                caught: "啤酒厂售出 620 万百升，约合 9.2 亿升。", passed: "啤酒厂售出 620 万百升，约合 6.2 亿升。"),
        ]),
    RulePage(
        "number.currency",
        "An amount keeps its currency; amounts are converted only where a source gives both.",
        remedy: "the currency that the evidence names.",
        [
            .init(
                "The bridge will cost 620 million kronor.", caught: "这座桥将耗资 6.2 亿欧元。",
                passed: "这座桥将耗资 6.2 亿瑞典克朗。"),
            .init(
                "他以￥5,800的价格买下了它。", caught: "他以 5800 美元买下了它。", passed: "他以 5800 元买下了它。"),
        ]),
    RulePage(
        "number.percent",
        "Percent and percentage points differ; a hundred basis points are one percentage point.",
        remedy: "个百分点 or 个基点 for points, % for percent.",
        [
            .init(
                "The bank raised its rate by 50 basis points.", caught: "该行加息 50%。",
                passed: "该行加息 0.5 个百分点。"),
            .init(
                "Turnout fell to 58.2% from 61.6%.", caught: "投票率降至 58.2%，下降 3.4%。",
                passed: "投票率降至 58.2%，下降 3.4 个百分点。"),
        ]),
    RulePage(
        "number.multiple",
        "So many times as much is not so many times more: 增加一倍 leads to twice as much.",
        remedy: "是…的 N 倍 or 增至 N 倍 for N times as much, 增加 N-1 倍 for the growth.",
        [
            .init(
                "The new mill is 3.5 times as fast as the old one.", caught: "新磨机比旧磨机快 3.5 倍。",
                passed: "新磨机的速度是旧磨机的 3.5 倍。"),
            .init(
                "今年的产量是去年的4倍。", caught: "今年的产量比去年增加 4 倍。", passed: "今年的产量是去年的 4 倍。"),
            .init(
                "Memory costs have nearly tripled since May.", caught: "5 月以来内存成本已翻了近一番。",
                passed: "5 月以来内存成本已增至近三倍。"),
        ]),
    RulePage(
        "number.rate",
        "What is told for each of something is told for the same in the sentence: a month is no year.",
        remedy: "每月, 每公斤 and their like as the evidence has them, or the converted figure.",
        [
            .init(
                "The scanner reads 640 million labels a month.", caught: "该扫描仪每年读取 6.4 亿个标签。",
                passed: "该扫描仪每月读取 6.4 亿个标签。"),
            .init(
                "Cash costs of the mine rose to $2.31 a pound.", caught: "该矿现金成本升至每吨 2.31 美元。",
                passed: "该矿现金成本升至每磅 2.31 美元。"),
            .init(
                "Prices rise by 25 to 40 yuan a cubic metre.", caught: "每吨涨价 25 元至 40 元。",
                passed: "每立方米涨价 25 元至 40 元。"),
            .init(
                "Soybeans fetched 131 reais per 60-kg bag.", caught: "大豆均价为每吨 131 雷亚尔。",
                passed: "大豆均价为每 60 公斤 131 雷亚尔。"),
            .init(
                "Prices are $1.40 per million tokens.", caught: "价格为每千个词元 1.40 美元。",
                passed: "价格为每百万个词元 1.40 美元。"),
            .init(
                "Growers get 48,200 cedis ($4,700) a tonne.", caught: "种植户每公斤得 48200 塞地。",
                passed: "种植户每吨得 48200 塞地。"),
            .init(
                "公司拟每10股派发现金红利2.4元。", caught: "公司拟每股派发现金红利 2.4 元。", passed: "公司拟每 10 股派发现金红利 2.4 元。"
            ),
        ]),
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
                caught: "陪审团认定其侵犯了七项专利中的四项。", passed: "陪审团认定其侵犯了七项专利中的两项。"),
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
