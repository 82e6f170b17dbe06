import Budgeting
import Finance
import Giving
import Judgement
import Outlook
import Records
import Reporting
public import Scenarios
import Simulation
import Tabular

/// What changed since an old report and why: its folder beside a new run of a scenario.
public struct UpdateJob: Sendable {
  /// Folder of the old report.
  public let old: String
  /// The scenario's file, or several joined by `+`.
  public let scenario: String
  public let overrides: ScenarioOverrides
  public let prior: String?
  public let threads: Int

  public init(
    old: String, scenario: String, overrides: ScenarioOverrides = .none, prior: String? = nil,
    threads: Int = 1
  ) {
    (self.old, self.scenario, self.overrides) = (old, scenario, overrides)
    (self.prior, self.threads) = (prior, threads)
  }

  /// The page. Nothing is written.
  /// - Throws: `FolderError` where the old folder is no report or was changed, or the two do not belong together;
  ///   what `MainJob.run` throws.
  public func text(
    progress: @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in },
    isCancelled: @Sendable () -> Bool = { false }
  ) throws -> String {
    let before = try OldReport(old)
    let new = try MainJob(scenario: scenario, overrides: overrides, threads: threads, prior: prior).prepare()
    let common = try before.commonYears(with: new, scenario: scenario)
    let replacing = try Replacing(before, new, common, job: self)
    let total = new.assumptions.scenario.paths + replacing.paths
    let report = try new.report(
      threads: threads, progress: { done, _ in progress(done, total) }, isCancelled: isCancelled)
    let tables = try UpdateTables(new: report)
    let steps = try replacing.steps(
      tables, progress: { progress(new.assumptions.scenario.paths + $0, total) }, isCancelled: isCancelled)
    var findings = UpdateFindings(
      centre: new.assumptions.book.centre.name, currency: new.assumptions.book.centre.budgetCurrency.code,
      old: before.side,
      new: UpdateFindings.Side(
        place: scenario, asOf: new.assumptions.scenario.asOf, paths: new.assumptions.scenario.paths,
        seed: new.assumptions.scenario.seed, prior: new.assumptions.giving.prior.name),
      commonYears: common)
    let headlines = Headlines(before, tables, new.assumptions, common)
    findings.funds = replacing.funds.map { fund in
      let way = steps[fund] ?? []
      return UpdateFindings.Fund(
        id: fund, headlines: headlines.all(fund, from: replacing.isLater ? way : []), steps: way)
    }
    let ledger = UpdatedLedger(before, now: new.assumptions.book, then: replacing.oldBook)
    findings.changedInputs = ledger.changedInputs
    (findings.rows, findings.sums) = (ledger.rows, ledger.sums)
    findings.receipts = ledger.receipts
    findings.notes = replacing.notes
    return UpdateReport(findings).text
  }

  /// Writes the page to a file of its own.
  /// - Throws: `FolderError` where that place is a folder, or a file that is no page of this kind.
  public static func write(_ text: String, to output: String) throws(FolderError) {
    let place = OneFile(output)
    try place.checkMayWrite(over: UpdateReport.opening, what: "a page of mainstay update")
    try place.write(text)
  }
}

/// The old report: its tables held to their digests.
struct OldReport {
  let manifest: RunManifest
  let side: UpdateFindings.Side
  let tables: [ReportTable: IndexedTable]
  let asOf: CalendarDate

  init(_ path: String) throws(FolderError) {
    manifest = try RunManifest.read(folder: path)
    guard let folder = BookFolder(path: path), let asOf = CalendarDate(iso: manifest.asOf) else {
      throw FolderError("\(path): there is no such folder")
    }
    var tables: [ReportTable: IndexedTable] = [:]
    for table in [ReportTable.summary, .indicators, .statements, .contributionsOutlook] {
      let bytes = try FrozenRun.read(table.rawValue, folder, manifest)
      tables[table] = try IndexedTable(table, bytes, file: folder.displayName(table.rawValue))
    }
    (self.tables, self.asOf) = (tables, asOf)
    side = UpdateFindings.Side(
      place: path, asOf: asOf, paths: manifest.paths, seed: manifest.seed, prior: manifest.prior)
  }

  /// A number of a table.
  func number(_ row: ReportRow) -> Double? {
    tables[row.table]?.find(row).flatMap { Double($0.text) }
  }

  /// Years its summary projects.
  var years: [Int] {
    let rows = tables[.summary]?.all { $0[column: "measure"] == "closing-cash" } ?? []
    return Set(rows.compactMap { Int($0[column: "year"]) }).sorted()
  }

  /// Years that both runs project and that are not over on the new date; where all are, those both project.
  /// - Throws: `FolderError` where the new run is of another centre, an earlier date, or no common year.
  func commonYears(with new: PreparedRun, scenario: String) throws(FolderError) -> ClosedRange<Int> {
    guard manifest.centre == new.centre else {
      throw FolderError(
        "\(side.place) is a report of the centre '\(manifest.centre)' and \(scenario) asks about '\(new.centre)'; "
          + "name a report and a scenario of one centre")
    }
    let date = new.assumptions.scenario.asOf
    guard date >= asOf else {
      throw FolderError(
        "\(scenario) is as of \(date), before the report in \(side.place) (as of \(asOf)); move its as_of, or "
          + "name a later day with --as-of")
    }
    let projected = new.assumptions.timeline.years.map(\.year)
    let common = years.filter(projected.contains)
    let start = new.assumptions.book.centre.fiscalYearStart
    let toCome = common.filter { FiscalYear($0, startMonth: start).last.lastDay > date }
    if let first = toCome.first, let last = toCome.last { return first...last }
    guard let first = common.first, let last = common.last else {
      throw FolderError(
        "\(side.place) projects \(UpdateJob.span(years)) and \(scenario) \(UpdateJob.span(projected)): no year is in "
          + "both; name a later --horizon or a later report")
    }
    return first...last
  }
}

extension UpdateJob {
  static func span(_ years: [Int]) -> String {
    guard let first = years.first, let last = years.last else { return "no year" }
    return first == last ? "\(first)" : "\(first) to \(last)"
  }
}

/// Tables of the new run, which need not be written.
struct UpdateTables {
  private let tables: [ReportTable: IndexedTable]

  init(new report: Report) throws(FolderError) {
    var tables: [ReportTable: IndexedTable] = [:]
    for table in [ReportTable.summary, .indicators] {
      guard let file = report.files.first(where: { $0.name == table.rawValue }) else { continue }
      tables[table] = try IndexedTable(table, Array(file.text.utf8), file: table.rawValue)
    }
    self.tables = tables
  }

  func number(_ row: ReportRow) -> Double? {
    tables[row.table]?.find(row).flatMap { Double($0.text) }
  }
}
