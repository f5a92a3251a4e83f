/// What a model answered.
package struct Completion: Sendable, Equatable {
    package var text: String
    package var usage: Usage

    package init(text: String, usage: Usage) {
        self.text = text
        self.usage = usage
    }
}

package struct Usage: Sendable, Equatable {
    package var promptTokens: Int
    package var completionTokens: Int

    package init(promptTokens: Int, completionTokens: Int) {
        self.promptTokens = promptTokens
        self.completionTokens = completionTokens
    }
}
