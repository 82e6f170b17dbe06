import Finance
import Measures
import Records
import Scenarios
import Simulation
import TestSupport
import Testing

@testable import Judgement

@Suite("every future's figures")
struct PathRowTests {
  /// Every value of a figure over all paths.
  private func values(_ ensemble: Ensemble, _ measure: String, _ fund: String, _ year: Int) throws -> [Double]
  {
    let rows = PathRows(ensemble.assumptions)
    let column = try #require(
      rows.figures.first { $0.measure == measure && $0.fund == fund && $0.year == year })
    let source = SimulatedPaths(ensemble.assumptions)
    var reader = try source.reader()
    let block = rows.block()
    var values: [Double] = []
    for index in 0..<PathBlock.blocks(of: source.paths) {
      block.begin(index, of: source.paths)
      try reader.read(block)
      rows.measure(block)
      values += (0..<block.count).map { rows.value(column, block, path: $0) }
    }
    return values
  }

  @Test(
    "a rule of the mandate is broken as often as on the futures one by one", arguments: [2021, 2022, 2023])
  func mandate(year: Int) throws {
    var builder = founding()
    builder.rule("extrabudgetary-share > 0.5")
    builder.rule("extrabudgetary-share >= 0.8", window: 3)
    builder.contributor("second")
    let assessment = try assess(
      builder,
      .sample(
        horizon: 2023, paths: 700, changes: [.set("regular-budget", fund: "project", 2021...2023, 900_000)]))
    for rule in ["rule-1", "rule-2"] {
      let told = try #require(assessment.mandate.first { $0.rule.id == rule && $0.year == year }?.breach)
      let counted = try values(assessment.ensemble, "\(rule)-broken", "all", year).count { $0 > 0 }
      #expect(told.count == counted && told.paths == 700)
    }
    // And from what was received, by the rule's own words.
    let core = try values(assessment.ensemble, "received", "core", year)
    let project = try values(assessment.ensemble, "received", "project", year)
    let broken = zip(core, project).count { $0 + $1 > 0 && !($0 / ($0 + $1) > 0.5) }
    #expect(assessment.mandate.first { $0.rule.id == "rule-1" && $0.year == year }?.breach?.count == broken)
  }

  @Test("shortfalls are missing amounts above zero")
  func shortfalls() throws {
    let ensemble = try assess(founding(), .sample(horizon: 2023, paths: 700)).ensemble
    for year in 2021...2023 {
      let counted = try values(ensemble, "missing-amount", "core", year).count { $0 > 0 }
      #expect(ensemble.frequency(of: .shortfall, fund: 0, year: year - 2021).count == counted)
    }
  }
}
