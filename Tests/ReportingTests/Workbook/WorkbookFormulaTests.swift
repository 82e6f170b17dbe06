import Budgeting
import Finance
import Records
import Scenarios
import Simulation
import TestSupport
import Testing

@testable import Reporting

@Suite("Formulas of the workbook")
struct WorkbookFormulaTests {
  @Test(
    "every formula of shipped scenarios comes to the engine's own value, to the cent",
    arguments: [
      "apctt/baseline", "apctt/host-at-400k", "apctt/host-in-rupees-and-late", "apctt/two-more-posts",
      "apctt/no-in-kind", "un-technology-bank/baseline", "escap-technical-cooperation/as-of-2020",
    ])
  func shipped(scenario: String) throws {
    let (count, lines) = try WorkbookCase(shipped: scenario).differences()
    #expect(count > 500)
    #expect(lines.isEmpty, "\(lines.prefix(5))")
  }

  @Test(
    "a contribution changed in the workbook gives what the engine gives when it is changed in the scenario")
  func contribution() throws {
    let before = try WorkbookCase(
      WorkbookFormulaTests.book(), .sample(changes: [.set("host", 2021...2023, 800)]))
    let after = try WorkbookCase(
      WorkbookFormulaTests.book(), .sample(changes: [.set("host", 2021...2023, 850)]))
    let own = before.inputs(on: ["assumptions", "timing"])
    #expect(own == after.inputs(on: ["assumptions", "timing"]), "only contributions may differ")
    let contributions = before.inputs(on: ["contributions"])
    #expect(contributions != after.inputs(on: ["contributions"]))
    #expect(
      !after.differences(inputs: contributions).lines.isEmpty, "the old inputs must not give the new values")
    #expect(before.differences(inputs: after.inputs(on: ["contributions"])).lines.count > 10)
    // Same formulas and same other inputs: with the contributions of `after`, the cells of `before` are its cells.
    expectSameFormulas(before, after)
    #expect(after.differences().lines.isEmpty)
  }

  @Test("a year that does not fit: the engine's cuts are inputs, and without them the reserve is short")
  func cuts() throws {
    let own = try WorkbookCase(
      WorkbookFormulaTests.book(), .sample(changes: [.set("host", 2021...2023, 100)]))
    #expect(own.findings.ensemble.central.accounts[0].years.contains { $0.cutDirect > 0 })
    #expect(own.differences().lines.isEmpty)
    let as800 = try WorkbookCase(
      WorkbookFormulaTests.book(), .sample(changes: [.set("host", 2021...2023, 800)]))
    expectSameFormulas(own, as800)
    let sheet = try own.sheet("assumptions")
    let first = try #require(
      sheet.cells.first { $0.content == .text("Cut by the response to a shortfall, direct cost") }?.row)
    let last = try #require(sheet.cells.first { $0.content == .text("Cut, direct") }?.row)
    let cuts = sheet.cells.filter { (first..<last).contains($0.row) && $0.style == .amountInput }
    #expect(cuts.count == 6)
    let none = Dictionary(
      uniqueKeysWithValues: cuts.map { ("assumptions!\(Place.name(row: $0.row, column: $0.column))", 0.0) })
    #expect(own.differences(inputs: none).lines.contains { $0.hasPrefix("statements!") })
  }

  /// The formulas of one workbook stand in the same cells of the other, so that its inputs are all that differs.
  private func expectSameFormulas(_ left: WorkbookCase, _ right: WorkbookCase) {
    func formulas(_ own: WorkbookCase) -> [String] {
      own.workbook.sheets.flatMap { sheet in
        sheet.cells.compactMap { cell in
          guard case .formula(let formula, _) = cell.content else { return nil }
          return "\(sheet.name) \(cell.row) \(cell.column) \(formula)"
        }
      }
    }
    #expect(formulas(left) == formulas(right))
    #expect(formulas(left).count > 100)
  }

  @Test("edge cases: every formula holds", arguments: EdgeCase.allCases)
  func edges(edge: EdgeCase) throws {
    let own = try WorkbookCase(edge.book, edge.scenario)
    let (count, lines) = own.differences()
    #expect(count > 50)
    #expect(lines.isEmpty, "\(edge): \(lines.prefix(5))")
  }

  @Test("a post that is ended costs its separation, outside the plan")
  func separation() throws {
    let own = try WorkbookCase(EdgeCase.postsEnded.book, EdgeCase.postsEnded.scenario)
    let ended = own.findings.ensemble.central.accounts[0].years.reduce(0) { $0 + $1.postsEnded }
    #expect(ended == 1)
    let cost = try own.content("  Separation costs", on: "statements", column: own.firstProjected())
    #expect(cost.map(value) == 5000)
  }

  @Test(
    "the plan of a year is the sum of its lines, and the reserve 15 % of the next year's with its support cost"
  )
  func byHand() throws {
    let own = try WorkbookCase(
      WorkbookFormulaTests.book(), .sample(changes: [.set("host", 2021...2023, 800)]))
    // 2021: 300 + 150 = 450, support 13 % = 58.50; 2022 the same. Reserve 15 % of 508.50 = 76.275, rounded up.
    #expect(try own.content("Plan, direct", on: "assumptions", column: 2).map(value) == 450)
    #expect(try own.content("Plan, programme support", on: "assumptions", column: 2).map(value) == 58.5)
    #expect(try own.content("Required reserve", on: "assumptions", column: 2).map(value) == 76.28)
    // 1,000 + 800 - 508.50
    #expect(
      try own.content("Cash at the end", on: "statements", column: own.firstProjected()).map(value) == 1291.5)
  }

  private func value(_ content: Sheet.Content) -> Double {
    switch content {
    case .formula(_, let value), .number(let value): value
    case .text, .wordFormula: .nan
    }
  }

  /// One contributor, two lines.
  static func book() -> Book {
    var book = BookBuilder()
    book.fund("core")
    book.contributor("host")
    book.balance("2020-12-31", cash: 1000)
    for year in 2021...2024 {
      book.line("travel", .travel, year, 300)
      book.line("rent", .operating, year, 150, discretionary: false)
    }
    return book.book()
  }
}
