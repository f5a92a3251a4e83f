import ArgumentParser

/// Exit codes of sysexits(3).
extension ExitCode {
    static let findings = ExitCode(65)
    static let unavailable = ExitCode(69)
    static let internalError = ExitCode(70)
    static let tryAgain = ExitCode(75)
    static let configuration = ExitCode(78)
}
