import Foundation

/// Why a page in the place of results is a wall against programs; nil when it is not.
func botWall(_ page: [UInt8]) -> String? {
    guard isWebPage(page) else { return nil }
    let text = String(decoding: page.prefix(200_000), as: UTF8.self).lowercased()
    return walls.first { text.contains($0.mark) }?.reason
}

func isWebPage(_ bytes: [UInt8]) -> Bool {
    let head = String(decoding: bytes.prefix(1000), as: UTF8.self).lowercased()
    return head.contains("<html") || head.contains("<!doctype html") || head.contains("<body")
}

private let walls: [(mark: String, reason: String)] = [
    ("challenge-form", "a challenge for browsers"), ("_cf_chl", "a challenge for browsers"),
    ("captcha", "a CAPTCHA"), ("unusual traffic", "a CAPTCHA"), ("异常流量", "a CAPTCHA"),
    ("are you a robot", "a challenge for browsers"), ("just a moment", "a challenge for browsers"),
    ("安全验证", "a CAPTCHA"), ("consent.google", "a notice of consent"),
    ("before you continue", "a notice of consent"),
]
