import Forecasting
import Giving
import Records
import Tabular

/// What `calibrate` does: read a panel, leave funds and later years out, fit a reference class.
public struct CalibrationJob: Sendable {
  private let file: PanelFile
  private let panel: Panel
  private let without: [String]
  private let name: String
  private let source: String

  /// Reads the file and checks what is asked of it.
  /// - Parameters:
  ///   - file: a CSV file, or `-` for standard input.
  ///   - until: last year used; `nil`: the file's.
  ///   - without: funds left out, as the file writes them.
  ///   - name: `nil`: the file's own and the last year.
  ///   - source: `nil`: says which file it was fitted to.
  /// - Throws: `WorkbenchError.table` for bad rows, `UsageError`.
  public init(
    file: String, until: Int? = nil, without: [String] = [], name: String? = nil, source: String? = nil
  ) throws {
    try self.init(
      file: PanelFile(path: file), until: until, without: without, name: name, source: source)
  }

  init(file: PanelFile, until: Int?, without: [String], name: String?, source: String?) throws(UsageError) {
    (self.file, self.without) = (file, Set(without).sorted())
    panel = try CalibrationJob.panel(file, until: until, without: without)
    let stem = PriorName.stem(of: file.name)
    self.name = name ?? "\(stem)-\(panel.years.upperBound)"
    self.source = source ?? "fitted by mainstay calibrate to \(stem).csv"
    if !Identifier.isValid(self.name) {
      throw UsageError(
        "--name '\(self.name.prefix(80))': write small letters, digits and hyphens, at most 64")
    }
    if let fault = PriorName.fault(ofSource: self.source) { throw UsageError("--source \(fault)") }
  }

  /// What is worth knowing of the file and stops nothing; one a line.
  public var notes: [String] { file.notes.map(\.description) }

  /// Contributor-years that a reference class rests on at least; with fewer it would be the assumptions alone.
  static let fewest = 20

  /// Fits; nothing is written.
  /// - Throws: `UsageError` where the panel shows next to nothing, `RegressionError` where the numbers give
  ///   out.
  public func run() throws -> CalibrationReport {
    let prior = try GivingPrior.fitted(to: panel, name: name, source: source)
    let seen = prior.behaviour.transitions
    guard seen >= CalibrationJob.fewest else {
      throw UsageError(
        "the panel shows \(seen) \(seen == 1 ? "year" : "years") after a gift, and a reference class needs "
          + "\(CalibrationJob.fewest) or more; add contributors or years")
    }
    return CalibrationReport(
      prior: prior, panel: panel, file: file.name, without: without,
      frequencies: GivingFrequency.table(of: panel, under: prior.behaviour))
  }
}

extension CalibrationJob {
  private static func panel(_ file: PanelFile, until: Int?, without: [String]) throws(UsageError) -> Panel {
    try check(without, against: Set(file.rows.map(\.fund)).sorted())
    let rows = file.rows.filter { !without.contains($0.fund) }
    guard let first = rows.map(\.year).min(), let last = rows.map(\.year).max() else {
      throw UsageError("--without leaves no fund of \(file.name); leave fewer out")
    }
    let end = until ?? last
    guard end >= first else {
      throw UsageError(
        "--until \(end) leaves no year: the panel begins in \(first); name a year from \(first + 1)")
    }
    guard end <= last else {
      throw UsageError(
        "--until \(end): the panel ends in \(last); name a year up to \(last), or leave --until out")
    }
    guard end > first, let panel = Panel(rows: rows, through: end) else {
      throw UsageError(
        "the panel holds \(first) alone; at least two years are needed, to see who gives again")
    }
    guard panel.series.contains(where: { $0.amounts.dropLast().contains { $0 > 0 } }) else {
      throw UsageError("no gift stands before \(end), so nobody can be seen to give again; add earlier years")
    }
    return panel
  }

  private static func check(_ without: [String], against funds: [String]) throws(UsageError) {
    for name in without where !funds.contains(name) {
      let near = nearest(to: name, among: funds).map { "; did you mean '\($0)'?" } ?? ""
      throw UsageError(
        name.isEmpty
          ? "--without names no fund; write codes with commas between, such as OTB,BKT"
          : "--without: the panel has no fund '\(name.prefix(80))'\(near)")
    }
  }
}

/// Names and sources of reference classes: they are printed in reports.
enum PriorName {
  /// `un-trust-funds` of `../data/UN trust funds.csv`.
  static func stem(of file: String) -> String {
    let last = file.split(separator: "/").last.map { String($0) } ?? file
    let plain = last.lowercased().hasSuffix(".csv") ? String(last.dropLast(4)) : last
    let letters = plain.lowercased().map { letter in
      Identifier.isValid(String(letter)) ? letter : "-"
    }
    return String(String(letters).prefix(48))
  }

  /// Why a source's text cannot be printed; `nil` where it can.
  static func fault(ofSource text: String) -> String? {
    if text.isEmpty || text.utf8.count > 1000 { return "is empty or longer than 1000 letters; shorten it" }
    if text.unicodeScalars.contains(where: { $0.value < 32 || (127...159).contains($0.value) }) {
      return "holds a line break or a control character; write it on one line"
    }
    if let first = text.first, "=+-@".contains(first) {
      return "begins with '\(first)', which spreadsheets take for a formula; begin with a letter"
    }
    return nil
  }
}
