/// Where services that speak OpenAI's language differ in a request.
package struct Dialect: Sendable, Equatable {
    /// The member that limits an answer's tokens.
    package enum LimitMember: String, Sendable, CaseIterable {
        case tokens = "max_tokens"
        /// OpenAI's for models that reason.
        case completionTokens = "max_completion_tokens"
    }

    package var limitMember: LimitMember
    /// False for models that refuse any temperature but their own.
    package var sendsTemperature: Bool
    /// False for services that refuse `stream_options`; their tokens are counted here.
    package var asksForUsage: Bool
    /// Further members of the request, each with its value as JSON.
    package var members: [String: String]

    package init(
        limitMember: LimitMember = .tokens, sendsTemperature: Bool = true,
        asksForUsage: Bool = true, members: [String: String] = [:]
    ) {
        self.limitMember = limitMember
        self.sendsTemperature = sendsTemperature
        self.asksForUsage = asksForUsage
        self.members = members
    }

    /// The further members as they stand in the request, in one order.
    var furtherMembers: [String] {
        members.sorted { $0.key < $1.key }.map { "\(quoted($0.key)):\($0.value)" }
    }
}
