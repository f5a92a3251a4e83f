import Foundation

extension Dispatch {
    /// So many reports of events that have nothing in common, over the sites that write Chinese, a
    /// minute apart; the same for the same number and moment.
    static func invented(_ count: Int, now: Date) -> [Dispatch] {
        let sites = Site.all.filter { $0.language == "zh-CN" }
        return (0..<count).map { Invention(number: $0).dispatch(sites[$0 % sites.count], now: now) }
    }
}

/// An event that differs from every other in place, thing and figures.
private struct Invention {
    let number: Int

    private static let firsts = Array("青白朱玄苍碧银金赤紫云雪松柏桐榆柳梅兰菊")
    private static let seconds = Array("岭溪湾洲坪塘渡桥关原泽峰谷浦港台岗川沙石")
    private static let things = [
        ("水厂", "扩建工程", "供水"), ("敬老院", "改造项目", "养老"), ("果园", "采摘季", "水果"),
        ("隧道", "贯通仪式", "通行"), ("档案馆", "开放日", "档案"), ("渔场", "增殖放流", "渔业"),
        ("体育馆", "设备更新", "健身"), ("茶园", "春茶开采", "茶叶"), ("灯塔", "修缮工作", "航标"),
        ("苗圃", "引种试验", "林木"), ("糖厂", "技术升级", "制糖"), ("动物园", "繁育计划", "保护"),
        ("盐场", "产能调整", "制盐"), ("剧院", "演出季", "演出"), ("索道", "年度检修", "观光"),
        ("养蜂场", "转地放养", "蜂蜜"), ("气象站", "仪器校准", "观测"), ("船坞", "新船下水", "造船"),
        ("竹海", "生态普查", "生态"), ("墟市", "夜间集市", "商贸"), ("油坊", "老法压榨", "榨油"),
        ("驿站", "骑行服务", "骑行"), ("陶坊", "柴窑复烧", "制陶"), ("冰场", "冬训营", "冰雪"),
        ("粮库", "轮换出库", "仓储"),
    ]

    func dispatch(_ site: Site, now: Date) -> Dispatch {
        let place = "\(Self.firsts[number % 20])\(Self.seconds[number / 20 % 20])"
        let (thing, event, field) = Self.things[(number / 7 + number / 400) % Self.things.count]
        let name = "\(place)\(thing)"
        let figures = (0..<6).map { 11 + (number * 37 + $0 * 101 + number / 13) % 879 }
        let published = now.addingTimeInterval(-Double(number + 1) * 60)
        return Dispatch(
            site: site, slug: "invented-\(number)",
            title: "\(name)\(event)：\(figures[0]) 人参加第 \(number) 次",
            summary: "\(name)的\(event)用了 \(figures[1]) 天。", author: site.name, published: published,
            paragraphs: [
                "\(place)镇\(field)办公室通报，\(name)的\(event)已经结束，前后用了 \(figures[1]) 天，共有 "
                    + "\(figures[0]) 人参加，是当地第 \(number) 次有记录的同类活动。",
                "\(name)负责人介绍，这一次投入的设备有 \(figures[2]) 台，其中新购的占一半以上，"
                    + "全部费用为 \(figures[3]) 万元，由镇里和\(field)协会分担。",
                "参加者登记的年龄从 18 岁到 73 岁不等，来自附近 \(figures[4] % 30 + 2) 个村。"
                    + "登记处设在\(place)镇的老邮局里，每天早上七点开门。",
                "\(field)协会的记录显示，去年同期的参加人数是 \(figures[5]) 人。协会认为，变化的原因是"
                    + "\(place)镇到县城的班车改了时刻，往返比从前方便。",
                "按照计划，\(name)下一阶段将整理留下的资料，编成一本 \(figures[4]) 页的小册子，"
                    + "放在镇图书室供人借阅，并向\(field)学校赠送一部分。",
            ])
    }
}
