/// All that is wrong with the settings, each as `file:line:column: key: what`.
package struct SettingsError: Error, Equatable, CustomStringConvertible {
    package var problems: [String]

    package init(problems: [String]) {
        self.problems = problems
    }

    package var description: String { problems.joined(separator: "\n") }
}
