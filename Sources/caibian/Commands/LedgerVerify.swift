import ArgumentParser
import Configuration
import Domain
import Foundation
import Ledger
import Pipeline
import Publishing

struct LedgerVerify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Prove the invariants of the ledger and of the files beside it.",
        discussion: """
            Names every violation with the number of its invariant, and exits 65 when there is one. \
            Reads only, also while the program works: a story on its way is no violation.
            """)

    @OptionGroup var options: SettingsOptions

    @Flag(help: "JSON instead of lines.")
    var json = false

    func run() async throws {
        let settings = try options.settings()
        let ledger = try Workplace.open(settings.ledger, for: .read)
        let secrets = settings.secrets.compactMap { reference in
            // One that is not set stands nowhere.
            try? reference.read(environment: ProcessInfo.processInfo.environment)
        }
        var violations = try await ledger.violations(
            limits: Line.attempts, secrets: secrets, now: Workplace.now())
        violations += try await files(ledger, SiteDirectory(root: settings.site.content), secrets)
        if json {
            try Output.json(violations)
        } else if violations.isEmpty {
            print("the ledger and its files keep all invariants")
        } else {
            for violation in violations {
                print(Output.plain("invariant \(violation.invariant): \(violation.text)"))
            }
        }
        if !violations.isEmpty { throw ExitCode.findings }
    }

    /// What the files on the site break.
    private func files(
        _ ledger: Ledger, _ site: SiteDirectory, _ secrets: [Secret]
    ) async throws -> [Violation] {
        var found: [Violation] = []
        for file in try await ledger.files() {
            let bytes: [UInt8]?
            do throws(PublishError) {
                bytes = try site.bytes(at: file.path)
            } catch {
                found.append(Violation(1, error.description))
                continue
            }
            let isOurs = bytes.map { isUnchanged($0, file.sha256) }
            switch (file.state, isOurs) {
            case (.published, nil): found.append(Violation(1, "\(file.path) is not on the site"))
            case (.published, false?):
                found.append(Violation(1, "\(file.path) is not what was published"))
            case (.held, true?), (.rejected, true?), (.dead, true?), (.queued, true?):
                found.append(
                    Violation(
                        1,
                        "\(file.path) is on the site, and story \(file.story) is "
                            + file.state.rawValue))
            case (_, _): break
            }
            if let bytes,
                secrets.contains(where: { Data(bytes).range(of: Data($0.revealed.utf8)) != nil })
            {
                found.append(Violation(10, "\(file.path) tells a secret"))
            }
        }
        return found + site.halfWritten().map { Violation(2, "\($0) is half written") }
    }

    /// Whether these are the bytes of that hash, but for a draft that a person let go out.
    private func isUnchanged(_ bytes: [UInt8], _ sha256: String) -> Bool {
        if SHA256.hexDigest(bytes) == sha256 { return true }
        let text = String(decoding: bytes, as: UTF8.self)
        guard let line = text.range(of: "\ndraft: false\n") else { return false }
        let draft = text.replacingCharacters(in: line, with: "\ndraft: true\n")
        return SHA256.hexDigest(draft.utf8) == sha256
    }
}
