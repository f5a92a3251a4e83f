import Domain

/// Whether a text holds a line that reads like an instruction to a model. It is flagged, never cut:
/// the boundaries of the prompt are what keeps it data.
package func isSuspect(_ text: String) -> Bool {
    phrases.isIn(text)
}

private let phrases = Phrases([
    "ignore previous instructions", "ignore all previous", "ignore the above",
    "disregard previous", "disregard the above", "disregard all", "you are now",
    "system prompt", "as an ai language model", "do not follow", "new instructions:",
    "respond only with", "output the following", "[[source", "[[/source", "<|im_start|>",
    "忽略之前的", "忽略以上", "忽略上述", "忽略前面的", "无视之前", "无视以上", "请直接输出", "你现在是", "系统提示",
    "作为人工智能助手", "作为ai助手", "新的指令", "按照以下指令",
])
