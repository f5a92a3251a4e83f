package import Domain
import Foundation

/// Where a secret stands; the secret itself is read when it is used.
package struct SecretReference: Sendable, Equatable {
    package enum Place: Sendable, Equatable {
        case environment(String)
        case file(String)
        /// A name below `$CREDENTIALS_DIRECTORY` (systemd.exec(5)).
        case credential(String)
    }

    package var place: Place
    /// Where the settings name it, `file:line:column: key`.
    package var mark: String

    package init(place: Place, mark: String) {
        self.place = place
        self.mark = mark
    }

    /// The secret; throws when it is not there or empty.
    package func read(environment: [String: String]) throws(SettingsError) -> Secret {
        let text: String?
        let name: String
        switch place {
        case .environment(let variable):
            name = "the environment variable \(variable)"
            text = environment[variable]
        case .file(let path):
            name = "the file \(path)"
            text = try? String(contentsOfFile: path, encoding: .utf8)
        case .credential(let credential):
            name = "the credential \(credential)"
            text = environment["CREDENTIALS_DIRECTORY"].flatMap {
                try? String(contentsOfFile: "\($0)/\(credential)", encoding: .utf8)
            }
        }
        let secret = text?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
        guard !secret.isEmpty else {
            throw SettingsError(problems: ["\(mark): \(name) is not set or empty"])
        }
        return Secret(secret)
    }
}
