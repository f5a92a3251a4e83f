let datePages: [RulePage] = [
    RulePage(
        "date.absent",
        "Every date is one of the evidence's; last month, Tuesday and two days ago count from the day "
            + "of the source.",
        remedy: "the date that the evidence gives, written out.",
        [
            .init(
                "8月3日14时20分山洪暴发，4日上午道路恢复。", on: "2026-08-05",
                caught: "8 月 4 日 14 时 20 分山洪暴发。", passed: "8 月 3 日 14 时 20 分山洪暴发。"),
            .init(
                "The floor dates from about AD 340 to 360.", caught: "地面年代约为公元前 340 年。",
                passed: "地面年代约为公元 340 年。"),
            .init(
                "It is the largest work since the 1980s.", caught: "这是上世纪 60 年代以来最大的工程。",
                passed: "这是上世纪 80 年代以来最大的工程。"),
            .init(
                "The ferry sank on Tuesday.", on: "2026-03-05", caught: "渡轮于 3 月 4 日沉没。",
                passed: "渡轮于 2026 年 3 月 3 日沉没。"),
            .init(
                "The museum opened last month.", on: "2026-01-20", caught: "博物馆于 2025 年 11 月开放。",
                passed: "博物馆于 2025 年 12 月开放。"),
            .init(
                "The treaty was signed on 14 June 1998.", caught: "该条约于 1989 年 6 月 14 日签署。",
                passed: "该条约于 1998 年 6 月签署。"),
            .init(
                "The quake struck at 21:17 on Tuesday (02:17 GMT on Wednesday).", on: "2026-02-11",
                caught: "地震发生在 2 月 11 日 21 时 17 分。", passed: "地震发生在 2 月 10 日 21 时 17 分。"),
            .init(
                "BRASILIA, Nov 27 — Regulators on Wednesday approved the vaccine.",
                on: "2025-11-27",
                caught: "监管机构于 11 月 27 日批准了该疫苗。", passed: "监管机构于 11 月 26 日批准了该疫苗。"),
            .init(
                "Version 4.4 gets fixes until January 31, 2028, while 3.x ends on March 31 this year.",
                on: "2026-01-14", caught: "4.4 版的修复提供至 2028 年 3 月 31 日。",
                passed: "4.4 版的修复提供至 2028 年 1 月 31 日。"),
            .init(
                "Milling is expected to resume on Friday.", on: "2026-04-09", caught: "磨矿预计周六恢复。",
                passed: "磨矿预计周五恢复。"),
            .init(
                "Tenants are due to move in late in 2028.", caught: "租户将于 2028 年初入住。",
                passed: "租户将于 2028 年底入住。"),
            .init(
                "The sport version is due in the autumn of 2027.", caught: "运动版将于 2027 年春季推出。",
                passed: "运动版将于 2027 年秋季推出。"),
            .init(
                "第二批房将于明年6月底前交付。",
                caught: "第二批房将于明年年底前交付。",
                passed: "第二批房将于明年 6 月底前交付。"),
            .init(
                "It was the best year since 2015; 2019 saw 3.1 million visits.",
                caught: "这是 2019 年以来最好的一年。",
                passed: "这是 2015 年以来最好的一年。"),
            .init(
                "Dating puts the site at 4,700 to 4,300 years ago.",
                caught: "遗址年代为公元前 4700 年至前 4300 年。",
                passed: "遗址年代为距今 4700 年至 4300 年。"),
        ]),
    RulePage(
        "date.binding",
        "A day or month is told of what the evidence tells it of: orders open on one day, deliveries "
            + "begin on another.",
        remedy: "the day that the evidence gives for this.",
        [
            .init(
                "该漏洞由一名研究者于1月18日上报，3月6日起监测到攻击。", on: "2026-03-11",
                caught: "该漏洞由一名研究者于 3 月 6 日上报。", passed: "该漏洞由一名研究者于 1 月 18 日上报。"),
            .init(
                "The intruders had access from March 2. The intrusion was detected on April 1. "
                    + "Customers were told on March 29.", on: "2026-04-20",
                caught: "入侵于 3 月 29 日被发现。",
                passed: "入侵于 4 月 1 日被发现。"),
            .init(
                "The agency said on Tuesday that a surge would reach Multan by Thursday evening.",
                on: "2025-09-02", caught: "洪峰将于周二晚抵达木尔坦。", passed: "洪峰将于周四晚抵达木尔坦。"),
        ]),
    RulePage(
        "date.period",
        "A quarter or half of a year is the evidence's.",
        remedy: "the period that the evidence names.",
        [
            .init(
                "Sales in the third quarter were flat.", caught: "第二季度销售持平。",
                passed: "第三季度销售持平。"),
            .init(
                "今年前四个月，全市用水量同比下降2.6%。", on: "2026-05-20",
                caught: "今年 1 至 3 月，全市用水量同比下降 2.6%。",
                passed: "今年 1 至 4 月，全市用水量同比下降 2.6%。"),
            .init(
                "Closing is due in the second quarter of 2026, the first savings in 2027.",
                caught: "交割预计于 2027 年第二季度完成。", passed: "交割预计于 2026 年第二季度完成。"),
        ]),
    RulePage(
        "date.fiscal", hard: false,
        "A period of a fiscal year is called one.",
        remedy: "财年 or 财季 with the period.",
        [
            .init(
                "Revenue in the fiscal first quarter was $9 million.",
                caught: "第一季度营收为 900 万美元。", passed: "第一财季营收为 900 万美元。")
        ]),
    RulePage(
        "date.order",
        "No earlier than is not no later than; before is not after.",
        remedy: "不早于 or 最早 for the first, 不晚于 or 最迟 for the last day.",
        [
            .init(
                "The tunnel will open no earlier than May 2027.",
                caught: "隧道将不晚于 2027 年 5 月开通。", passed: "隧道将不早于 2027 年 5 月开通。"),
            .init(
                "Delivery is due by the end of September 2029.", caught: "自 2029 年 9 月底起交付。",
                passed: "将于 2029 年 9 月底前交付。"),
            .init(
                "It stays shut until at least June.", on: "2026-03-30", caught: "它最迟 6 月重新开放。",
                passed: "它最早 6 月重新开放。"),
            .init(
                "The next flight is due no earlier than November 3.", on: "2026-09-18",
                caught: "下一次飞行最迟将在 11 月 3 日进行。", passed: "下一次飞行将最早在 11 月 3 日进行。"),
            .init(
                "An auction would follow \"no earlier than the first quarter of 2027\".",
                caught: "拍卖最迟将在 2027 年第一季度举行。", passed: "拍卖最早将在 2027 年第一季度举行。"),
        ]),
    RulePage(
        "time.absent",
        "A time of day is the evidence's, in its zone or converted into the one that is named.",
        remedy: "the evidence's time, or the right conversion.",
        [
            .init(
                "The quake struck at 21:30 UTC.", caught: "地震发生于北京时间 4 时 30 分。",
                passed: "地震发生于北京时间 5 时 30 分。"),
            .init(
                "台风于11日4时20分登陆，10日8时起普降暴雨。", on: "2026-08-12", caught: "台风于 11 日 16 时 20 分登陆。",
                passed: "台风于 11 日 4 时 20 分登陆。"),
            .init(
                "It struck at 2:17 a.m. local time (0717 GMT).",
                caught: "地震于北京时间 14 时 17 分发生。",
                passed: "地震于北京时间 15 时 17 分发生。"),
        ]),
    RulePage(
        "date.reckoned",
        "A delay is as long as the two days that the sentence names are apart.",
        remedy: "the days between the two.",
        [
            .init(
                "The launch, due on May 10, was put off to May 31.", on: "2026-04-27",
                caught: "发射由 5 月 10 日推迟 12 天至 5 月 31 日。",
                passed: "发射由 5 月 10 日推迟 21 天至 5 月 31 日。")
        ]),
]
