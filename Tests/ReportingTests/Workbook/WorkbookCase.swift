import Finance
import Giving
import Judgement
import Outlook
import Records
import Scenarios
import Simulation
import TestSupport
import Testing

@testable import Reporting

/// A workbook, and what a spreadsheet makes of it.
struct WorkbookCase {
  let workbook: Workbook
  let findings: Findings

  /// A shipped scenario.
  init(shipped scenario: String) throws {
    let root = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    let (scenario, folder) = try ScenarioLoader.load(
      ["/\(root)/Scenarios/\(scenario).yaml"], overrides: ScenarioOverrides(paths: 64))
    try self.init(BookLoader.load(folder: folder, asOf: scenario.asOf), scenario)
  }

  init(_ book: Book, _ scenario: Scenario) throws {
    let fit = try GivingModel(prior: .plain).fit(book, asOf: scenario.asOf)
    let assumptions = try Assumptions(book: book, scenario: scenario, giving: fit)
    findings = Findings(try Simulator(judging: assumptions, threads: 1).run())
    workbook = WorkbookBuilder(findings).workbook
  }

  func sheet(_ name: String) throws -> Sheet { try #require(workbook.sheets.first { $0.name == name }) }

  /// The content of the cell beside a label of a sheet's first column, in a column.
  func content(_ label: String, on sheet: String, column: Int) throws -> Sheet.Content? {
    let cells = try self.sheet(sheet).cells
    let row = try #require(
      cells.first { $0.column == 0 && $0.content == .text(label) }?.row, "no row \(label)")
    return cells.first { $0.row == row && $0.column == column }?.content
  }

  /// The column of the first projected year of the statements.
  func firstProjected() throws -> Int {
    let heads = try sheet("statements").cells.filter { cell in
      if case .text(let text) = cell.content {
        cell.style == .headerRight && text.hasSuffix(" projected")
      } else {
        false
      }
    }
    return try #require(heads.map(\.column).min())
  }

  /// Numbers a reader may change, by cell.
  func inputs(on sheets: Set<String>) -> [String: Double] {
    let styles: Set<CellStyle> = [.amountInput, .rateInput, .shareInput]
    return Dictionary(
      uniqueKeysWithValues: workbook.sheets.filter { sheets.contains($0.name) }.flatMap { sheet in
        sheet.cells.compactMap { cell -> (String, Double)? in
          guard styles.contains(cell.style), case .number(let value) = cell.content else { return nil }
          return ("\(sheet.name)!\(Place.name(row: cell.row, column: cell.column))", value)
        }
      })
  }

  /// Every formula whose value is not the engine's to half a cent, and how many there are.
  /// - Parameter inputs: in place of the workbook's own.
  func differences(inputs: [String: Double] = [:]) -> (count: Int, lines: [String]) {
    let reckoner = FormulaReckoner(workbook, inputs: inputs)
    var (count, lines): (Int, [String]) = (0, [])
    for sheet in workbook.sheets {
      for cell in sheet.cells {
        let name = "\(sheet.name)!\(Place.name(row: cell.row, column: cell.column))"
        switch (cell.content, cell.content.isFormula ? reckoner.value(name) : .number(0)) {
        case (.formula(let formula, let value), .number(let found)):
          count += 1
          let limit = cell.style == .percent ? 1e-9 : 0.005
          if !((found - value).magnitude < limit) {
            lines.append("\(name): \(value), not \(found) \(formula)")
          }
        case (.wordFormula(let formula, let word), .text(let found)):
          count += 1
          if found != word { lines.append("\(name): \(word), not \(found) \(formula)") }
        case (.number, _), (.text, _): break
        default: lines.append("\(name): neither word nor number")
        }
      }
    }
    return (count, lines)
  }
}

extension Sheet.Content {
  var isFormula: Bool {
    switch self {
    case .formula, .wordFormula: true
    case .text, .number: false
    }
  }
}
