public import Finance
import Giving
import OrderedCollections
import Outlook
import Probability
import Records
import Regression
import Reporting
import Scenarios
import Tabular

/// What a book, the prior and both together say about every contributor: what `fit` prints.
public struct FitTable: Sendable {
  private let book: Book
  private let fit: GivingFit
  private let asOf: CalendarDate

  /// Fits the book of a folder as of a date.
  /// - Throws: `BookError`, `RegressionError`.
  public init(folder: String, asOf: CalendarDate) throws {
    book = try BookLoader.load(folder: folder, asOf: asOf)
    fit = try GivingModel(prior: .stated(asOf: asOf)).fit(book, asOf: asOf)
    self.asOf = asOf
  }

  /// Fits the book of a scenario as of the scenario's date, or another.
  /// - Throws: what `MainJob.prepare` throws.
  public init(scenario: String, asOf: CalendarDate?) throws {
    let run = try MainJob(scenario: scenario, overrides: ScenarioOverrides(asOf: asOf), threads: 1).prepare()
    (book, fit) = (run.assumptions.book, run.assumptions.giving)
    self.asOf = run.assumptions.scenario.asOf
  }

  /// `fit.json`, as a run writes it.
  public func json() throws -> String { try JSONText.write(fit) }

  /// A table of at most 96 columns and what its columns mean.
  public var text: String {
    let heading = "\(book.centre.name): giving, as of \(asOf)"
    let rows = fit.givers.map { cells($0) }
    let lines = [FitTable.columns] + rows
    return FitTable.wrapped(heading) + "\n" + lines.map { FitTable.line($0) }.joined() + "\n"
      + FitTable.legend(fit).map { FitTable.wrapped($0) }.joined()
  }

  private static let columns = [
    "contributor", "fund", "gave", "book", "prior", "blend", "last gift", "because",
  ]
  private static let widths = [20, 16, 5, 5, 5, 5, 10, 16]

  private static func wrapped(_ text: String) -> String {
    TextWidth.wrap(text).joined(separator: "\n") + "\n"
  }

  private static func line(_ cells: [String]) -> String {
    let padded = zip(cells, widths).enumerated().map { index, cell in
      TextWidth.pad(cell.0, to: cell.1, right: !(2...6).contains(index))
    }
    var line = padded.joined(separator: "  ")
    while line.last == " " { line.removeLast() }
    return line + "\n"
  }

  private static func legend(_ fit: GivingFit) -> [String] {
    [
      "gave: years with a gift of the years on record, years inside an agreement apart. The three that follow "
        + "are the chance of a gift in the next year: by the book's bare count, by the prior for a "
        + "contributor with this past, and blended by the model that a run draws from.",
      "Prior: \(fit.prior.name), \(fit.prior.source).",
      "Behind the blend: \(fit.participationRows) contributor-years of this book.",
    ]
  }
}

extension FitTable {
  private func cells(_ giver: Giver) -> [String] {
    let name = book.contributors[giver.contributor]?.name ?? giver.contributor
    let last = giver.state.last.map { Money.groupedUnits(cents: Int(Elementary.exp($0).rounded())) } ?? "-"
    guard giver.habitual else { return [name, giver.fund, "-", "-", "-", "-", last, reason(giver)] }
    let seen = giver.yearsSeen
    return [
      name, giver.fund, "\(giver.yearsGiven)/\(seen)",
      seen == 0 ? "-" : percent(Double(giver.yearsGiven) / Double(seen)),
      percent(chance(giver.state, fit.prior.participation.means)),
      percent(chance(giver.state, fit.participation.means)), last, reason(giver),
    ]
  }

  /// P(gives next year) at the coefficients' means.
  private func chance(_ state: GivingState, _ coefficients: [Double]) -> Double {
    Elementary.logistic(zip(ParticipationDesign.row(state), coefficients).reduce(0) { $0 + $1.0 * $1.1 })
  }

  private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

  private func reason(_ giver: Giver) -> String {
    let start = book.centre.fiscalYearStart
    let agreed = book.agreements.filter { $0.contributor == giver.contributor && $0.fund == giver.fund }
    if let agreement = agreed.last(where: { $0.covers(giver.origin + 1, startMonth: start) }) {
      return agreement.lastYear(startMonth: start).map { "agreed to \($0)" } ?? "agreed"
    }
    if !giver.habitual { return "no agreement" }
    if giver.state.last == nil { return "never gave" }
    let years = max(giver.state.streak, giver.state.gap)
    return (giver.state.streak > 0 ? "gave \(years) year" : "missed \(years) year") + (years == 1 ? "" : "s")
  }
}
