let cuePages: [RulePage] = [
    RulePage(
        "cue.negation", hard: false,
        "Where one side denies and the other does not, a judge is asked.",
        remedy: "the evidence's own denial, or none.",
        [
            .init(
                "The board rejected the merger.", caught: "董事会接受了合并。", passed: "董事会拒绝了合并。"),
            .init(
                "Ruiz called the quarter “solid, not spectacular”.", caught: "鲁伊斯称该季度“稳健而且亮眼”。",
                passed: "鲁伊斯称该季度“稳健但不惊艳”。"),
        ]),
    RulePage(
        "cue.modality", hard: false,
        "What is planned, expected or alleged is not told as done or true.",
        remedy: "计划, 预计, 可能, 据称 where the evidence has their like.",
        [
            .init(
                "The city plans to plant 900 trees.", caught: "该市种下了 900 棵树。",
                passed: "该市计划种植 900 棵树。")
        ]),
    RulePage(
        "cue.thing", hard: false,
        "A thing whose Chinese word translates few English ones stands in a source under one of them, or "
            + "under the Chinese word.",
        remedy: "the thing that the source speaks of.",
        [
            .init(
                "The pill is for people with obesity.", caught: "该药片供糖尿病患者服用。",
                passed: "该药片供肥胖症患者服用。")
        ]),
    RulePage(
        "cue.cause", hard: false,
        "A cause in the sentence is one that the evidence names.",
        remedy: "two facts side by side, or the cause that the evidence gives.",
        [
            .init(
                "Bus fares rose 5%. Ridership fell.", caught: "由于票价上涨 5%，客流下降。",
                passed: "票价上涨 5%，客流下降。")
        ]),
    RulePage(
        "cue.scope", hard: false,
        "All, most and only are the evidence's words.",
        remedy: "部分, 多数, 全部 as the evidence has it.",
        [
            .init(
                "Some pupils at the school fell ill.", caught: "该校所有学生都生病了。",
                passed: "该校部分学生生病了。")
        ]),
    RulePage(
        "cue.superlative", hard: false,
        "A first or a most is the evidence's.",
        remedy: "no superlative, or the evidence's.",
        [
            .init(
                "The tower is 300 metres tall.", caught: "这座塔高 300 米，是当地最高的建筑。",
                passed: "这座塔高 300 米。"),
            .init(
                "Akkutec was fined 198 million euros and Sorel 75 million.",
                caught: "Sorel 被罚 7500 万欧元，金额最高。", passed: "Sorel 被罚 7500 万欧元。"),
        ]),
    RulePage(
        "cue.condition", hard: false,
        "A condition of the evidence is told.",
        remedy: "若, 如果, 除非 as the evidence has it.",
        [
            .init(
                "The crews will walk out on Monday if no offer is made.", on: "2026-03-05",
                caught: "机组人员将于 3 月 9 日罢工。", passed: "若无新的报价，机组人员将于 3 月 9 日罢工。")
        ]),
    RulePage(
        "cue.binding", hard: false,
        "A figure or a day is told of what the evidence tells of it: where another of its kind stands "
            + "among the words of the sentence, a judge is asked.",
        remedy: "the figure that stands beside these words in the evidence.",
        [
            .init(
                "沙河灌区主渠全长18公里，灌溉耕地3.2万亩。柳林灌区主渠全长25公里，灌溉耕地4.6万亩。第三条渠仍在建设。",
                caught: "柳林灌区主渠全长 18 公里。", passed: "柳林灌区主渠全长 25 公里。")
        ]),
    RulePage(
        "cue.company", hard: false,
        "A name stands with what the evidence tells of it, not with what it tells of another.",
        remedy: "the name that the evidence gives beside these words.",
        [
            .init(
                "The fair opens in Oslo on Friday. Brenna Tools will show a pump for 40 farms. "
                    + "Calder Works has sold 7,200 tractors in Poland this year.",
                caught: "Brenna Tools 今年售出 7200 台拖拉机。", passed: "Calder Works 今年售出 7200 台拖拉机。"),
            .init(
                "丝路展4月开幕，展品来自杭州和成都。闭幕式6月2日在成都举行。杭州馆展出丝绸300件。",
                caught: "闭幕式 6 月 2 日在杭州举行。", passed: "闭幕式 6 月 2 日在成都举行。"),
        ]),
    RulePage(
        "cue.frequency", hard: false,
        "Every two years is not every year.",
        remedy: "每两年 and its like.",
        [
            .init(
                "The regatta is held every two years.", caught: "该赛艇会每年举行一次。",
                passed: "该赛艇会每两年举行一次。")
        ]),
    RulePage(
        "cue.compare", hard: false,
        "Above is not below, and neither is the same.",
        remedy: "高于, 低于 or 持平 as the evidence has it.",
        [
            .init(
                "The yield was 84 tonnes, below the level of 2019.",
                caught: "产量为 84 吨，高于 2019 年的水平。", passed: "产量为 84 吨，低于 2019 年的水平。"),
            .init(
                "四季度计划交付13万辆，三季度交付11万辆。", caught: "四季度计划交付 13 万辆，较三季度回落。",
                passed: "四季度计划交付 13 万辆，三季度交付 11 万辆。"),
        ]),
]
