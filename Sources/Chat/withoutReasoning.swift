/// What a model says after it has reasoned aloud, which some show before `</think>`.
package func withoutReasoning(_ answer: String) -> Substring {
    let end = Array("</think>".utf8)
    let text = answer.utf8
    var rest = text[...]
    while let close = rest.lastIndex(of: UInt8(ascii: ">")) {
        rest = text[..<close]
        if text[...close].suffix(end.count).elementsEqual(end) {
            return answer[text.index(after: close)...]
        }
    }
    return answer[...]
}
