import Foundation
import LinearAlgebra
import Regression

/// The five panels of the validation folder as samples, and what R and Python say of them.
struct PanelData: Sendable, CustomStringConvertible {
  let name: String
  let file: String
  let units: String
  let periods: String
  let response: String
  let columns: [String]

  var description: String { name }

  static let all = [
    PanelData(
      name: "produc", file: "produc", units: "state", periods: "year", response: "log(gsp)",
      columns: ["log(pcap)", "log(pc)", "log(emp)", "unemp"]),
    PanelData(
      name: "grunfeld10", file: "grunfeld10", units: "firm", periods: "year", response: "inv",
      columns: ["value", "capital"]),
    PanelData(
      name: "empluk_unbalanced", file: "empluk", units: "firm", periods: "year", response: "log(emp)",
      columns: ["log(wage)", "log(capital)", "log(output)"]),
    PanelData(
      name: "gasoline_oecd", file: "gasoline_oecd", units: "country", periods: "year", response: "lgaspcar",
      columns: ["lincomep", "lrpmg", "lcarpcap"]),
    PanelData(
      name: "wages_cornwell_rupert", file: "wages_cornwell_rupert", units: "id", periods: "t",
      response: "lwage",
      columns: [
        "wks", "southyes", "smsayes", "marriedyes", "exp", "I(exp^2)", "bluecolyes", "ind", "unionyes",
      ]),
  ]

  /// The sample and its index, or nothing where the folder is absent.
  func load() throws -> (sample: Sample, index: PanelIndex)? {
    guard let table = ValidationFolder.table("panel/\(file).csv") else { return nil }
    let count = table[units]!.count
    let ones = WideVector([Double](repeating: 1, count: count))
    let design = Design(
      names: [Design.intercept] + columns,
      matrix: WideMatrix(
        rows: count, columns: [ones] + columns.map { WideVector(PanelData.values($0, table)) }))
    let index = try PanelIndex(
      units: Grouping(name: units, labels: table[units]!),
      periods: Grouping(name: periods, labels: table[periods]!))
    return (Sample(design: design, response: WideVector(PanelData.values(response, table))), index)
  }

  private static func values(_ term: String, _ table: [String: [String]]) -> [Double] {
    if term.hasPrefix("log(") { return values(String(term.dropFirst(4).dropLast()), table).map { log($0) } }
    if term == "I(exp^2)" { return values("exp", table).map { $0 * $0 } }
    if term.hasSuffix("yes") { return table[String(term.dropLast(3))]!.map { $0 == "yes" ? 1 : 0 } }
    return table[term]!.map { Double($0)! }
  }

  /// What R (plm) says: the whole file.
  func byR() throws -> Reference? { try reference("ref_R") }

  /// What linearmodels calls the columns.
  static let pythonNames = [
    "(Intercept)": "const", "log(pcap)": "lpcap", "log(pc)": "lpc", "log(emp)": "lemp",
    "log(wage)": "lwage", "log(capital)": "lcapital", "log(output)": "loutput", "southyes": "south",
    "smsayes": "smsa", "marriedyes": "married", "I(exp^2)": "exp2", "bluecolyes": "bluecol",
    "unionyes": "union",
  ]

  /// What linearmodels says.
  func byPython() throws -> Reference? { try reference("ref_py") }

  private func reference(_ prefix: String) throws -> Reference? {
    guard let data = ValidationFolder.data("panel/\(prefix)_\(name).json") else { return nil }
    return Reference(try JSONSerialization.jsonObject(with: data))
  }

  /// A node of a file of references.
  struct Reference {
    private let node: Any?
    init(_ node: Any?) { self.node = node }

    subscript(_ path: String...) -> Reference {
      path.reduce(self) { Reference(($0.node as? [String: Any])?[$1]) }
    }
    var number: Double? { (node as? NSNumber)?.doubleValue }
    var numbers: [Double]? { (node as? [NSNumber])?.map(\.doubleValue) }
    var exists: Bool { node != nil && self["error"].node == nil }
    var table: [String: Double]? { (node as? [String: NSNumber])?.mapValues(\.doubleValue) }
  }
}

/// The fewest correct digits of some numbers by name; names must be the same.
func digits(_ names: [String], _ found: [Double], _ expected: [String: Double]?) -> Double {
  guard let expected, Set(names) == Set(expected.keys) else { return -1 }
  return zip(names, found).map { digits($1, expected[$0]!) }.min() ?? 15
}
