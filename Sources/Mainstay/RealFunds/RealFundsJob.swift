import Forecasting
import Judgement
import Measures
import Records
public import Reporting
import Tabular
import Workbench

/// Which funds of a panel are rated.
public enum FundChoice: Sendable, Hashable {
  /// By name, in the order given.
  case named([String])
  /// So many, by what they received over all years of the panel; of equal ones the first by name.
  case largest(Int)
}

/// Rates the funds of a public panel, and holds the ratings of all of them against what came after.
public struct RealFundsJob: Sendable {
  public let panel: String
  public let expenses: String
  public let choice: FundChoice

  public init(panel: String, expenses: String, choice: FundChoice) {
    (self.panel, self.expenses, self.choice) = (panel, expenses, choice)
  }

  /// Reads both files and rates. Nothing is written.
  /// - Throws: `WorkbenchError` for bad data, `UsageError` for a fund the panel does not have.
  public func report() throws -> RealFundsReport {
    let scales = try RatingScales.shipped()
    let given = try PanelFile(path: panel)
    let spent = try ExpensesFile(path: expenses)
    let funds = RealFundsJob.funds(given, spent)
    let chosen = try chosen(funds)
    let last = funds.first?.history.years.upperBound ?? 0
    let record = TrackRecord(funds, scales: scales)
    let once = record.years.map { TrackRecord(funds, scales: scales, only: $0.upperBound) }
    return RealFundsReport(
      chosen.compactMap { $0.rated(in: last, by: scales) }, record: record, lastYear: once,
      choice: words, inputs: [(given.name, given.sha256), (spent.name, spent.sha256)].map(RealFundsJob.input))
  }

  private var words: String {
    switch choice {
    case .named: "those asked for"
    case .largest(let count): "the \(count) that received most over all years of the panel"
    }
  }

  /// The name without the folder, which is of no reader's machine.
  private static func input(_ name: String, _ sha256: String) -> String {
    "\(name.split(separator: "/").last ?? "-"), SHA-256 \(sha256)"
  }

  private func chosen(_ funds: [PublicFund]) throws(UsageError) -> [PublicFund] {
    switch choice {
    case .largest(let count):
      let sums = funds.map { fund in fund.history.years.reduce(0) { $0 + fund.history.income($1) } }
      return funds.indices.sorted { (-sums[$0], $0) < (-sums[$1], $1) }.prefix(count).map { funds[$0] }
    case .named(let names):
      var found: [PublicFund] = []
      for name in names {
        guard let fund = funds.first(where: { $0.id == name }) else {
          let near = nearest(to: name, among: funds.map(\.id)).map { "; did you mean '\($0)'?" } ?? ""
          throw UsageError("the panel has no fund '\(name)'\(near)")
        }
        found.append(fund)
      }
      return found
    }
  }

  /// Every fund of the panel by name, each over all years of the panel.
  static func funds(_ given: PanelFile, _ spent: ExpensesFile) -> [PublicFund] {
    guard let first = given.rows.map(\.year).min(), let last = given.rows.map(\.year).max() else { return [] }
    return Dictionary(grouping: given.rows, by: \.fund).sorted { $0.key < $1.key }.map { fund, rows in
      let contributors = Set(rows.map(\.contributor)).sorted()
      let places = Dictionary(uniqueKeysWithValues: contributors.enumerated().map { ($1, $0) })
      var amounts = contributors.map { _ in [Double](repeating: 0, count: last - first + 1) }
      for row in rows { amounts[places[row.contributor] ?? 0][row.year - first] += row.amount }
      return PublicFund(
        id: fund, name: spent.names[fund] ?? fund, contributors: contributors,
        history: FundHistory(
          years: first...last, amounts: amounts, spending: (first...last).map { spent.spent[fund]?[$0] }))
    }
  }

  /// Writes the three files into a folder.
  /// - Returns: their names.
  /// - Throws: `FolderError` where something else stands there.
  public static func write(_ report: RealFundsReport, to folder: String) throws(FolderError) -> [String] {
    guard FolderContents.isFolder(folder) != false else {
      throw FolderError("\(folder): is a file; name a folder with --output")
    }
    for (file, opening) in report.files {
      try OneFile("\(folder)/\(file.name)").checkMayWrite(over: opening, what: "a rating of public funds")
    }
    try FileWriter(folder: folder).write(report.files.map(\.file))
    return report.files.map(\.file.name)
  }
}
