import Budgeting
public import Finance
import Judgement
import Measures
import Outlook
import Records
public import Reporting
import Scenarios
import Simulation
import Tabular

/// The evaluator's page of a book: rated as of a date, and beside it as of another, from the book alone.
public struct AssessJob: Sendable {
  public let book: String
  public let asOf: CalendarDate
  public let beside: CalendarDate?
  public let threads: Int

  /// Futures of each date and plan.
  public static let paths = 20_000
  /// Years looked ahead: as many at every date and of every centre, so that chances can be compared.
  public static let yearsAhead = 3

  public init(book: String, asOf: CalendarDate, beside: CalendarDate?, threads: Int) {
    (self.book, self.asOf, self.beside, self.threads) = (book, asOf, beside, threads)
  }

  /// Reads, simulates and rates. Nothing is written.
  /// - Throws: `BookError` for bad data, also in the book's own `ratings.yaml`; `OutlookError`, `RegressionError`,
  ///   `SimulationError`, `Interrupted`.
  public func page(
    paths: Int = AssessJob.paths, progress: @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in },
    isCancelled: @Sendable () -> Bool = { false }
  ) throws -> AssessPage {
    let scales = try RatingScales.load(folder: book)
    let dates = [asOf] + (beside.map { [$0] } ?? [])
    let total = dates.count * (1 + AssessJob.otherPlans.count) * paths
    var rated: [RatedDate] = []
    for (place, date) in dates.enumerated() {
      let done = place * (1 + AssessJob.otherPlans.count) * paths
      rated.append(
        try RatedBook(folder: book, asOf: date, paths: paths, threads: threads).rated(
          scales, progress: { progress(done + $0, total) }, isCancelled: isCancelled))
    }
    return AssessPage(rated[0], beside: rated.count > 1 ? rated[1] : nil, scales: scales)
  }

  /// Plans a tenth smaller and a tenth larger.
  static let otherPlans = [Rate(basisPoints: -1000), Rate(basisPoints: 1000)]
}

/// A book as of one date under a neutral scenario.
private struct RatedBook {
  let folder: String
  let asOf: CalendarDate
  let paths: Int
  let threads: Int

  func rated(
    _ scales: RatingScales, progress: @Sendable (Int) -> Void, isCancelled: @Sendable () -> Bool
  ) throws -> RatedDate {
    let book = try BookLoader.load(folder: folder, asOf: asOf)
    let findings = try findings(book, [], progress, isCancelled)
    var others: [RatingSheet] = []
    for (place, plan) in AssessJob.otherPlans.enumerated() {
      let done = (place + 1) * paths
      let other = try self.findings(book, [change(plan)], { progress(done + $0) }, isCancelled)
      others.append(RatingSheet(other.assessment, scales: scales))
    }
    let lastWhole = RatingSheet(findings.assessment, scales: scales).lastWhole
    return RatedDate(
      findings, scales: scales, otherPlans: others,
      checks: (lastWhole - 2...lastWhole).compactMap { check($0, findings.assessment, book) })
  }

  /// A past year as it would have been forecast from what was known when the year before it ended; `nil` where
  /// that was nothing, or nothing came.
  private func check(_ year: Int, _ assessment: Assessment, _ now: Book) -> ForecastCheck? {
    let fund = assessment.ensemble.assumptions.mainFund
    let end = FiscalYear(year - 1, startMonth: now.centre.fiscalYearStart).last.lastDay
    guard let received = assessment.value("core-receipts", year: year, fund: fund, basis: .recorded),
      received != 0, let book = try? BookLoader.load(folder: folder, asOf: end),
      book.contributions.contains(where: { $0.fund == fund }),
      let run = try? PreparedRun(
        Scenario(name: "check", title: "", asOf: end, horizon: year, seed: 1, paths: 1), book: book),
      let ensemble = try? Simulator(judging: run.assumptions, threads: 1).run()
    else { return nil }
    let then = Assessment(ensemble)
    guard let expected = then.value("core-receipts", year: year, fund: fund, basis: .central) else {
      return nil
    }
    return ForecastCheck(
      year: year, expected: expected, received: received,
      repeated: then.value("core-receipts", year: year - 1, fund: fund, basis: .recorded))
  }

  private func findings(
    _ book: Book, _ changes: [Change], _ progress: @Sendable (Int) -> Void,
    _ isCancelled: @Sendable () -> Bool
  ) throws -> Findings {
    let run = try PreparedRun(scenario(book, changes), book: book)
    let simulator = Simulator(judging: run.assumptions, threads: threads)
    let ensemble = try simulator.run(progress: progress, isCancelled: isCancelled)
    if isCancelled() { throw Interrupted() }
    return Findings(ensemble)
  }

  private func scenario(_ book: Book, _ changes: [Change]) -> Scenario {
    Scenario(
      name: "assess", title: "The book as of \(asOf)", author: "mainstay assess", question: "", asOf: asOf,
      horizon: horizon(book), seed: 1, paths: paths, assumptions: NamedAssumptions(), changes: changes,
      response: .standard, sweep: nil, files: [])
  }

  /// The years after the last that was over on the date.
  private func horizon(_ book: Book) -> Int {
    let start = book.centre.fiscalYearStart
    let year = FiscalYear(containing: Month(asOf), startMonth: start)
    let isOver = year.last.lastDay <= asOf
    // A year nearly over is not one of the years ahead: its balance is estimated or known.
    let begun = isOver || book.balances.contains { Month($0.date) == year.last }
    return (begun ? year.year : year.year - 1) + AssessJob.yearsAhead
  }

  private func change(_ plan: Rate) -> Change {
    Change(
      kind: .scalePlan(ScalePlan(change: plan, years: 1900...2199, fund: nil, line: nil)),
      location: SourceLocation(file: "mainstay assess", line: 1))
  }
}

extension Assumptions {
  /// The first fund that may pay for the core; the first fund where none may.
  fileprivate var mainFund: String { (funds.first { $0.fund.purpose == .core } ?? funds[0]).fund.id }
}
