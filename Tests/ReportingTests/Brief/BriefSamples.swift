import Giving
import Judgement
import Outlook
import Records
import Scenarios
import Simulation
import TestSupport

@testable import Reporting

/// Briefs of the shipped founding case and of books written in code, with few futures.
enum BriefSamples {
  static let root = "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/")

  /// Scenarios of the founding case, the first with the others beside it.
  static func founding(_ names: String...) throws -> [Ensemble] {
    try names.map { name in
      let (scenario, folder) = try ScenarioLoader.load(
        ["\(root)/Scenarios/apctt/\(name).yaml"], overrides: ScenarioOverrides(paths: 200))
      return try ensemble(BookLoader.load(folder: folder, asOf: scenario.asOf), scenario)
    }
  }

  static func ensemble(_ book: Book, _ scenario: Scenario) throws -> Ensemble {
    let fit = try GivingModel(prior: .plain).fit(book, asOf: scenario.asOf)
    let assumptions = try Assumptions(book: book, scenario: scenario, giving: fit)
    return try Simulator(judging: assumptions, threads: 1).run()
  }

  static func brief(
    _ builder: BookBuilder, _ scenario: Scenario = .sample(paths: 32), in language: BriefLanguage = .english
  ) throws -> CouncilBrief {
    try CouncilBrief([ensemble(builder.book(), scenario)], in: language)
  }

  /// A host with a plan, and whatever is added.
  static func centre() -> BookBuilder {
    var builder = BookBuilder()
    builder.fund("core")
    builder.contributor("host")
    builder.contribution("host", "2020", 100_000)
    builder.balance("2020-12-31", cash: 50_000)
    builder.line("work", .operating, 2021, 40_000)
    return builder
  }

  /// A text in one line, as read; blanks that hold a number together count as blanks.
  static func read(_ text: String) -> String {
    text.split { $0.isWhitespace || $0 == "\u{A0}" }.joined(separator: " ")
  }
}
