/// What a figure is: its value, its unit, what it is worked out from.
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
            .init(
                "The attack peaked at 3.1 terabits per second.",
                caught: "攻击峰值为每秒 3.1 吉比特。",
                passed: "攻击峰值为每秒 3.1 太比特。"),
            .init(
                "The chip draws less than 10 watts.",
                caught: "芯片功耗不到 10 毫瓦。",
                passed: "芯片功耗不到 10 瓦。"),
            .init(
                "Data use averaged 21.7 gigabytes a month.",
                caught: "月均流量为 21.7 兆字节。",
                passed: "月均流量为 21.7 吉字节。"),
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
            .init(
                "The laptop weighs 2.2 pounds.",
                caught: "机身重 2.2 公斤。",
                passed: "机身重约 1 公斤。"),
            .init(
                "Output rose to 22.1 million bags of 60 kg each.",
                caught: "产量增至 2210 万吨。",
                passed: "产量增至 2210 万袋。"),
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
            .init(
                "票价可享5.5折。",
                caught: "票价可优惠 55%。",
                passed: "票价可优惠 45%。"),
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
            .init(
                "Workers won a pay rise of 9.5% over two years.",
                caught: "工人争取到每年涨薪 9.5%。",
                passed: "工人争取到两年涨薪 9.5%。"),
            .init(
                "The plant supplies 850 litres of water per second.",
                caught: "该厂每分钟可供水 850 升。",
                passed: "该厂每秒可供水 850 升。"),
        ]),
]
