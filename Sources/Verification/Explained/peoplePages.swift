let peoplePages: [RulePage] = [
    RulePage(
        "superlative.flipped",
        "Highest is not lowest, and the largest since a year is not the largest ever.",
        remedy: "the superlative of the evidence.",
        [
            .init(
                "Turnout was 58%, the lowest since 1996.", caught: "投票率为 58%，是 1996 年以来最高。",
                passed: "投票率为 58%，是 1996 年以来最低。"),
            .init(
                "It is the largest claim since 2023.", caught: "这是有史以来最大的索赔。",
                passed: "这是 2023 年以来最大的索赔。"),
        ]),
    RulePage(
        "superlative.ranked",
        "The second-largest is not the largest.",
        remedy: "the rank that the evidence gives: 第二大.",
        [
            .init(
                "It is the second-fastest-selling game in the company's history.",
                caught: "这是该公司史上销售速度最快的游戏。", passed: "这是该公司史上销售速度第二快的游戏。"),
            .init(
                "7月平均气温29.6℃，为1961年以来同期第二高。", caught: "7 月平均气温 29.6℃，创 1961 年以来同期最高。",
                passed: "7 月平均气温 29.6℃，为 1961 年以来同期第二高。"),
        ]),
    RulePage(
        "name.sound", hard: false,
        "A foreign name in Han characters sounds like a name of a source.",
        remedy: "the name that the source gives, or its original in brackets.",
        [
            .init(
                "Robert Kinsella opened the bridge.", caught: "桥梁由多梅尼科剪彩开通。",
                passed: "桥梁由罗伯特·金塞拉剪彩开通。")
        ]),
    RulePage(
        "name.elsewhere", hard: false,
        "A person of the sentence stands at its evidence.",
        remedy: "evidence that names the person, or the person whom the evidence names.",
        [
            .init(
                "Haddad is the first African to win the prize.",
                in: "Haddad is the first African to win the prize. The prize dates from 1988. "
                    + "The jury met in May. Robert Kinsella shares it.",
                caught: "金塞拉是首位获奖的非洲人。", passed: "哈达德是首位获奖的非洲人。")
        ]),
    RulePage(
        "role.holder", hard: false,
        "An office is held by the one whom the sources give it.",
        remedy: "the office that stands with the name in the source.",
        [
            .init(
                "Mayor Claudine Rochat opened the fair. Lucas Tremblay, governor of the province, "
                    + "stayed away on that day, as he had done in all the years before.",
                caught: "省长克洛迪娜出席了展会开幕式。", passed: "市长克洛迪娜出席了展会开幕式。")
        ]),
    RulePage(
        "cue.attribution", hard: false,
        "Who says it in the sentence says it in the evidence.",
        remedy: "the speaker of the evidence.",
        [
            .init(
                "Analysts at Barrow Capital said Norvane could save $40 million.",
                in: "Analysts at Barrow Capital said Norvane could save $40 million. Its rival "
                    + "Pellworth declined to comment.",
                caught: "Pellworth 表示，Norvane 可节省 4000 万美元。",
                passed: "Barrow Capital 的分析师表示，Norvane 可节省 4000 万美元。"),
            .init(
                "The owners had warned that the cap could cost 60 million francs a year.",
                caught: "州政府警告说，限额每年可能造成 6000 万瑞士法郎的损失。",
                passed: "业主警告说，限额每年可能造成 6000 万瑞士法郎的损失。"),
            .init(
                "省地震局派出62人的工作队。应急管理部调拨帐篷1500顶。研究员杨建波认为，原震区近期发生更大地震的可能性不大。",
                caught: "应急管理部认为，原震区近期发生更大地震的可能性不大。",
                passed: "研究员杨建波认为，原震区近期发生更大地震的可能性不大。"),
        ]),
    RulePage(
        "cue.actor", hard: false,
        "Who acts in the sentence acts in the evidence, where that tells of two in turn.",
        remedy: "the one of whom the evidence tells it.",
        [
            .init(
                "Aromax said it would appeal; Perfusa was studying the decision.",
                caught: "Perfusa 表示将提起上诉。", passed: "Aromax 表示将提起上诉。")
        ]),
]
