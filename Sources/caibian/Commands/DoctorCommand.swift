import ArgumentParser
import Chat
import Configuration
import Domain
import Drafting
import Foundation
import Ledger
import Pipeline
import Publishing
import Research
import Web

struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Prove settings, ledger, content directory, search and model endpoint.",
        discussion: "Asks the search once and the model's list of models; it costs no tokens.")

    @OptionGroup var options: SettingsOptions

    @Flag(help: "JSON instead of lines.")
    var json = false

    private struct Result: Encodable {
        var what: String
        /// What is wrong; nil when nothing is.
        var trouble: String?
        var detail: String
    }

    func run() async throws {
        let workplace = try Workplace(options)
        let settings = workplace.settings
        var results = [
            Result(what: "settings", detail: settings.path),
            Result(
                what: "feeds", trouble: workplace.feeds.isEmpty ? "no feed is listed" : nil,
                detail: "\(workplace.feeds.count) in \(settings.feeds)"),
            files(settings), ledger(settings), content(settings),
        ]
        for search in settings.search { results.append(await ask(search, workplace.http)) }
        for model in settings.models {
            var result = await ask(model, workplace.http)
            if model.roles == [.embed],
                let other = settings.models.first(where: { $0.roles.contains(.group) })
            {
                result.detail += ", but is never asked: \(other.name) has the role group"
            }
            results.append(result)
        }
        if json {
            try Output.json(results)
        } else {
            for result in results {
                let line =
                    result.trouble.map { "FAIL \(result.what): \($0)" }
                    ?? "ok   \(result.what): \(result.detail)"
                print(Output.plain(line))
            }
        }
        if results.contains(where: { $0.trouble != nil }) { throw ExitCode.unavailable }
    }

    private func files(_ settings: Settings) -> Result {
        do {
            _ = try Prompts(folder: settings.prompts)
            _ = try Layout(path: settings.site.layout)
            return Result(what: "templates", detail: "\(settings.prompts), \(settings.site.layout)")
        } catch {
            return Result(what: "templates", trouble: "\(error)", detail: settings.prompts)
        }
    }

    private func ledger(_ settings: Settings) -> Result {
        let exists = FileManager.default.fileExists(atPath: settings.ledger)
        guard exists else {
            return Result(what: "ledger", detail: "\(settings.ledger), not made yet")
        }
        do throws(LedgerError) {
            _ = try Ledger(at: settings.ledger, for: .read, now: Date(), secret: "")
            return Result(what: "ledger", detail: settings.ledger)
        } catch {
            return Result(what: "ledger", trouble: error.description, detail: settings.ledger)
        }
    }

    private func content(_ settings: Settings) -> Result {
        let path = settings.site.content
        do throws(PublishError) {
            try SiteDirectory(root: path).probe()
            return Result(what: "content directory", detail: path)
        } catch {
            return Result(what: "content directory", trouble: error.description, detail: path)
        }
    }

    private func ask(_ search: Settings.Search, _ http: HTTPClient) async -> Result {
        let name = "search \(search.name)"
        do {
            let key = try search.key?.read(environment: ProcessInfo.processInfo.environment)
            let provider = SearchProvider(search, key: key)
            let response = try await http.fetch(provider.request(for: "新闻"))
            let outcome = provider.read(response, query: "新闻", at: Date())
            return Result(
                what: name, trouble: outcome.isFailure ? outcome.description : nil,
                detail: outcome.description)
        } catch {
            return Result(what: name, trouble: "\(error)", detail: search.url ?? search.name)
        }
    }

    private func ask(_ model: Settings.Model, _ http: HTTPClient) async -> Result {
        let name = "model \(model.name)"
        let trouble: String?
        do {
            let key = try model.key?.read(environment: ProcessInfo.processInfo.environment)
            let headers = key.map { [(name: "Authorization", value: "Bearer \($0.revealed)")] }
            let response = try await http.fetch(
                Request(model.url + "/models", origin: .settings, headers: headers ?? []))
            switch response.status {
            // Some services list no models; that they answer is enough.
            case 200..<300, 404, 405: trouble = nil
            case 401, 403:
                trouble =
                    "\(model.url) refused the key with \(response.status); "
                    + "set its key under models to a valid one"
            default: trouble = "\(model.url) answered \(response.status)"
            }
        } catch {
            trouble = "\(error)"
        }
        return Result(what: name, trouble: trouble, detail: "\(model.url) answers")
    }
}
