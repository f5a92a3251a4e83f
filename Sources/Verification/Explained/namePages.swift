let namePages: [RulePage] = [
    RulePage(
        "place.compass",
        "A distance is told with the direction that the evidence gives.",
        remedy: "东北, 西南 and their like as the evidence has them.",
        [
            .init(
                "The wreck lies 14 kilometres southeast of the harbour.",
                caught: "沉船位于港口东北 14 公里处。", passed: "沉船位于港口东南 14 公里处。")
        ]),
    RulePage(
        "negation.flipped",
        "What the evidence says was not done was not done, and what it says was done was.",
        remedy: "the evidence's own denial, or none.",
        [
            .init(
                "The union did not sign the contract.", caught: "工会签署了合同。", passed: "工会没有签署合同。"),
            .init("No injuries were reported.", caught: "有报告称多人受伤。", passed: "没有人员受伤的报告。"),
        ]),
    RulePage(
        "scope.all",
        "Some is not all, nor is nine of twelve.",
        remedy: "部分, or the count that the evidence gives.",
        [
            .init(
                "Some of the 40 buses were replaced.", caught: "40 辆公交车均已更换。",
                passed: "40 辆公交车中有部分已更换。"),
            .init(
                "Seven of the 11 wells are dry.", caught: "全部 11 口井均已干涸。", passed: "11 口井中有 7 口已干涸。"
            ),
        ]),
    RulePage(
        "attribution.official",
        "What unnamed sources say is no announcement.",
        remedy: "知情人士称, or evidence of the announcement.",
        [
            .init(
                "The grocer will buy its rival, people familiar with the matter said.",
                caught: "该连锁店官方宣布将收购对手。", passed: "知情人士称，该连锁店将收购对手。")
        ]),
    RulePage(
        "compare.flipped",
        "The greater of two is not the lower.",
        remedy: "以较高者为准 for whichever is greater.",
        [
            .init(
                "The fee is 2% of sales or $500, whichever is greater.",
                caught: "费用为销售额的 2% 或 500 美元，以较低者为准。",
                passed: "费用为销售额的 2% 或 500 美元，以较高者为准。")
        ]),
    RulePage(
        "name.absent",
        "A person, company, body or medium that the program knows is named in a source of the article, "
            + "in whatever language; the names are in the ledger's table `name`.",
        remedy: "the name that the source gives; a name that is missing in the table.",
        [
            .init(
                "Siemens will supply the trains.", caught: "列车将由通用电气供应。",
                passed: "列车将由西门子供应。"),
            .init(
                "The FCC fined the carrier.", caught: "联邦贸易委员会对该运营商处以罚款。",
                passed: "联邦通信委员会对该运营商处以罚款。"),
        ]),
    RulePage(
        "name.place",
        "A country or city in the sentence is one of the source's, where that names one.",
        remedy: "the place that the source names.",
        [
            .init(
                "The plant in Rotterdam reopened.", caught: "汉堡的工厂重新开工。",
                passed: "鹿特丹的工厂重新开工。")
        ]),
    RulePage(
        "name.latin",
        "A word of Latin letters stands so in a source: names, models, versions, the original behind a "
            + "name in brackets.",
        remedy: "the source's spelling.",
        [
            .init(
                "The Corvana X200 goes on sale in May.", caught: "Corvana X300 将于 5 月上市。",
                passed: "Corvana X200 将于 5 月上市。"),
            .init(
                "Mayor Tilda Brandt opened the bridge.", caught: "市长蒂尔达·布兰特（Tilda Brand）为大桥揭幕。",
                passed: "市长蒂尔达·布兰特（Tilda Brandt）为大桥揭幕。"),
            .init(
                "The Competition and Markets Authority set a date.", caught: "竞争与市场管理局（CMB）定下日期。",
                passed: "竞争与市场管理局（CMA）定下日期。"),
        ]),
    RulePage(
        "role.absent",
        "An office is the one that the source gives.",
        remedy: "the office as the source has it, or none.",
        [
            .init(
                "Finance chief Ana Weber resigned.", caught: "首席执行官安娜·韦伯（Ana Weber）辞职。",
                passed: "首席财务官安娜·韦伯（Ana Weber）辞职。"),
            .init(
                "中心副主任林晓燕介绍，一季度发放贷款18.3亿元。", caught: "中心主任林晓燕介绍，一季度发放贷款 18.3 亿元。",
                passed: "中心副主任林晓燕介绍，一季度发放贷款 18.3 亿元。"),
        ]),
    RulePage(
        "quote.words",
        "In a Chinese source a quote stands in the same words.",
        remedy: "the words of the source, or indirect speech.",
        [
            .init(
                "馆长陆青说：“展品会在三个月后轮换一次。”", caught: "馆长陆青说：“展品会在五个月后轮换一次。”",
                passed: "馆长陆青说：“展品会在三个月后轮换一次。”")
        ]),
    RulePage(
        "quote.absent",
        "A translated quote has an original between quotation marks.",
        remedy: "indirect speech.",
        [
            .init(
                "The manager said the pool would close early.",
                caught: "经理表示：“泳池将会提早关闭。”", passed: "经理表示，泳池将会提早关闭。")
        ]),
    RulePage(
        "quote.speaker",
        "A quote is its speaker's.",
        remedy: "the speaker whom the evidence names.",
        [
            .init(
                "\"We will not raise fares next year,\" Merkel said. Macron welcomed the plan.",
                caught: "马克龙说：“我们明年不会提高票价的。”", passed: "默克尔说：“我们明年不会提高票价的。”")
        ]),
    RulePage(
        "url.absent",
        "A URL in the text stands in a source, to the letter.",
        remedy: "the source's URL, or none.",
        [
            .init(
                "The report is at https://a.example/r-1.pdf.",
                caught: "报告见 https://a.example/r-2.pdf 。", passed: "报告见 https://a.example/r-1.pdf 。"
            )
        ]),
]
