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
struct Invention {
    let number: Int

    /// Of names of places: no two events have one in common, below the square of their number.
    private static let characters = Array(
        "青白朱玄苍碧银金赤紫云雪松柏桐榆柳梅兰菊岭溪湾洲坪塘渡桥关原泽峰谷浦港台岗川沙石安宁"
            + "兴旺顺昌盛永泰嘉瑞祥福康丰裕耀辉景秀清幽静归怀慕容英豪杰仁义礼智信贞龙凤麟鹤鹿鸿雁鹭"
            + "鸥鲤虎豹熊鹰燕雀荷莲桂竹枫槐杉樟枣梨桃李杏橘柚樱麦稻禾粟黍桑河江湖波涛潮汐泉瀑潭池沟"
            + "渠堤堰滩岛屿礁岸津埠寨堡营屯坊亭阁楼塔陵苑林森野畦垄坡坎崖岩洞窟窑钟鼓琴瑟笛箫晓暮星"
            + "辰霜露雾虹霞")
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
        let place = name(number)
        let (second, third) = (name(number + 10_000), name(number + 20_000))
        let (thing, event, field) = Self.things[(number / 7 + number / 400) % Self.things.count]
        let name = "\(place)镇\(thing)"
        let figures = (0..<6).map { 11 + (number * 37 + $0 * 101 + number / 13) % 879 }
        let published = now.addingTimeInterval(-Double(number + 1) * 60)
        let clauses = Self.rows.indices.map { row in
            var text = clause(of: row).replacing("{p}", with: place).replacing("{n}", with: name)
                .replacing("{f}", with: field)
            for (index, figure) in figures.enumerated() {
                text = text.replacing("{\(index + 1)}", with: "\(figure)")
            }
            return text
        }
        return Dispatch(
            site: site, slug: "invented-\(number)",
            // A search for it shall not find what happened to the like elsewhere.
            title: "\(place)镇：\(second)\(third)\(String(second.reversed()))，第 \(number) 次",
            summary: "\(name)的\(event)用了 \(figures[1]) 天。", author: site.name, published: published,
            paragraphs: [
                "\(place)镇\(field)办公室通报，\(name)的\(event)已经结束，前后用了 \(figures[1]) 天，共有 "
                    + "\(figures[0]) 人参加，是当地第 \(number) 次有记录的同类活动，\(second)和\(third)都派人到场，从清早到傍晚没有间断过。"
            ]
                + stride(from: 0, to: clauses.count, by: 2).map { clauses[$0] + clauses[$0 + 1] })
    }

    private func name(_ number: Int) -> String {
        let count = Self.characters.count
        let (first, second) = (number % count, (number / count + number % count * 37) % count)
        return "\(Self.characters[first])\(Self.characters[second])"
    }

    /// A clause of that row, by dice that fall the same way for the same event.
    private func clause(of row: Int) -> String {
        var hash = UInt64(number * 8 + row + 1) &* 0x9e37_79b9_7f4a_7c15
        hash = (hash ^ hash >> 30) &* 0xbf58_476d_1ce4_e5b9
        hash = (hash ^ hash >> 27) &* 0x94d0_49bb_1331_11eb
        let clauses = Self.rows[row]
        return clauses[Int((hash ^ hash >> 31) % UInt64(clauses.count))]
    }
}
