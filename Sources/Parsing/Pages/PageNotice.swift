import Domain
import Foundation

/// Pages that stand in the place of an article, though they answer 200: riddles for browsers, walls
/// of consent, login or payment, and errors that do not say so by their status.
enum PageNotice {
    /// An article longer than this speaks for itself, whatever words are in it.
    private static let most = 900

    /// What stands there instead of an article; nil for an article.
    static func error(
        in page: Page, title: String?, html: [UInt8], isFree: Bool?, url: String
    ) -> PageError? {
        let weight = PageTree.measure(Array(page.text.utf8)[...]).weight
        guard weight < most else { return nil }
        let head = [title, page.title].compactMap { $0 }.joined(separator: "\n").lowercased()
        let text = head + "\n" + page.text.lowercased()
        if challengeTitles.contains(where: head.contains)
            || weight < 300 && challengeMarks.contains(where: { contains(html, $0) })
        {
            return .challenge(url: url)
        }
        if missingTitles.contains(where: head.contains) { return .missing(url: url) }
        guard weight < 400 else { return nil }
        // What stands before a paywall is the article's own when there is enough of it.
        if weight < 160, isFree == false || paywalls.contains(where: text.contains) {
            return .paywall(url: url)
        }
        if consents.contains(where: text.contains) { return .consent(url: url) }
        if logins.contains(where: head.contains), contains(html, "type=\"password\"") {
            return .login(url: url)
        }
        return nil
    }

    private static func contains(_ html: [UInt8], _ mark: String) -> Bool {
        Data(html).range(of: Data(mark.utf8)) != nil
    }

    private static let challengeTitles = [
        "just a moment", "attention required", "checking your browser", "ddos-guard",
        "are you a robot", "are you human", "verify you are human", "access denied",
        "pardon our interruption", "robot check", "security check", "安全验证", "人机验证", "请稍候",
        "访问验证", "滑动验证",
    ]
    private static let challengeMarks = [
        "_cf_chl_opt", "cf-challenge", "captcha-delivery.com", "px-captcha", "_Incapsula_Resource",
        "geetest", "hcaptcha.com/1/api.js", "awsWafCookieDomainList",
    ]
    private static let missingTitles = [
        "404", "not found", "page doesn't exist", "page does not exist", "no longer available",
        "页面不存在", "找不到页面", "页面未找到", "页面没有找到", "内容不存在", "已被删除", "已删除", "文章不存在",
    ]
    private static let paywalls = [
        "subscribe to continue", "subscribe to read", "to continue reading", "subscribers only",
        "for subscribers", "already a subscriber", "unlock this article", "sign in to read",
        "订阅后", "订阅以继续", "付费阅读", "会员专享", "登录后阅读全文", "登录后查看", "开通会员", "购买后可",
    ]
    private static let consents = [
        "before you continue", "we value your privacy", "accept all cookies", "cookie settings",
        "manage cookies", "we and our partners", "your privacy choices", "consent to the use",
        "同意并继续", "cookie 政策", "隐私偏好",
    ]
    private static let logins = ["log in", "login", "sign in", "登录", "登陆"]
}
