import Giving
import Judgement
import Outlook
import Records
import Scenarios
import Simulation

@testable import Reporting

/// Futures of a shipped scenario, few enough for a test.
enum ShippedFindings {
  static func ensemble(_ scenario: String, paths: Int = 60) throws -> Ensemble {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let (scenario, folder) = try ScenarioLoader.load(
      ["/\(root)/Scenarios/\(scenario).yaml"], overrides: ScenarioOverrides(paths: paths))
    let book = try BookLoader.load(folder: folder, asOf: scenario.asOf)
    let fit = try GivingModel(prior: .plain).fit(book, asOf: scenario.asOf)
    return try Simulator(judging: Assumptions(book: book, scenario: scenario, giving: fit), threads: 1).run()
  }

  /// Pictures of a document.
  static func charts(_ document: Document) -> [Chart] {
    document.blocks.compactMap { if case .chart(let chart) = $0 { chart } else { nil } }
  }
}
