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
  public init(folder: String, asOf: CalendarDate, prior: String? = nil) throws {
    book = try BookLoader.load(folder: folder, asOf: asOf)
    let known = try ReferenceClasses.prior(
      prior.map { try PriorFile(path: $0) }, for: book, asOf: asOf)
    fit = try GivingModel(prior: known).fit(book, asOf: asOf)
    self.asOf = asOf
  }

  /// Fits the book of a scenario as of the scenario's date, or another.
  /// - Throws: what `MainJob.prepare` throws.
  public init(scenario: String, asOf: CalendarDate?, prior: String? = nil) throws {
    let run = try MainJob(
      scenario: scenario, overrides: ScenarioOverrides(asOf: asOf), threads: 1, prior: prior
    ).prepare()
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
    return FitTable.wrapped(heading) + "\n"
      + lines.map { FitTable.line($0, FitTable.widths, right: 2...7) }.joined() + "\n"
      + FitTable.legend(fit).map { FitTable.wrapped($0) }.joined() + FitTable.timing(fit, book)
  }

  private static let columns = [
    "contributor", "fund", "gave", "book", "crowd", "blend", "own", "last gift", "because",
  ]
  private static let widths = [16, 8, 5, 5, 5, 5, 5, 10, 21]

  static func wrapped(_ text: String) -> String {
    TextWidth.wrap(text).joined(separator: "\n") + "\n"
  }

  static func line(_ cells: [String], _ widths: [Int], right: ClosedRange<Int>) -> String {
    let padded = zip(cells, widths).enumerated().map { index, cell in
      TextWidth.pad(cell.0, to: cell.1, right: !right.contains(index))
    }
    var line = padded.joined(separator: "  ")
    while line.last == " " { line.removeLast() }
    return line + "\n"
  }

  private static func legend(_ fit: GivingFit) -> [String] {
    [
      "gave: years with a gift of the years since the first one, years inside an agreement with them. The three "
        + "that follow are the chance of a gift in the next year: by that bare count (book), by what "
        + "contributors of public funds do after such a last year (crowd), and by the model that a run draws "
        + "from (blend). own: how far the blend goes from the crowd to the book; 0 % where it goes the other "
        + "way, for size, gaps and the fund count too; - where the two say the same.",
      "Crowd: \(fit.prior.name), \(fit.prior.source). Givers gave again in "
        + "\(percent(fit.behaviour.renewals.mean)) of \(fit.behaviour.transitions) contributor-years of all, "
        + "others returned in \(percent(fit.behaviour.returns.mean)).",
      "Behind the contributors' own departures: \(fit.participationRows) contributor-years of this book.",
    ]
  }
}

extension FitTable {
  private func cells(_ giver: Giver) -> [String] {
    let name = book.contributors[giver.contributor]?.name ?? giver.contributor
    let last = giver.state.last.map { Money.groupedUnits(cents: Int(Elementary.exp($0).rounded())) } ?? "-"
    guard giver.habitual else { return [name, giver.fund, "-", "-", "-", "-", "-", last, reason(giver)] }
    let state = giver.state
    let (crowd, blend) = (fit.crowdChance(of: giver), fit.chance(of: giver))
    guard state.years > 0 else {
      return [
        name, giver.fund, "0/\(giver.yearsSeen)", "-", FitTable.percent(crowd), FitTable.percent(blend), "-",
        last, reason(giver),
      ]
    }
    let book = Double(state.gifts) / Double(state.years)
    return [
      name, giver.fund, "\(state.gifts)/\(state.years)", FitTable.percent(book), FitTable.percent(crowd),
      FitTable.percent(blend), FitTable.weight(book: book, crowd: crowd, blend: blend), last, reason(giver),
    ]
  }

  /// How far the blend goes from the crowd to the book.
  private static func weight(book: Double, crowd: Double, blend: Double) -> String {
    guard abs(book - crowd) >= 0.02 else { return "-" }
    return percent(min(max((blend - crowd) / (book - crowd), 0), 1))
  }

  static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

  private func years(_ count: Int) -> String { count == 1 ? "1 year" : "\(count) years" }

  private func reason(_ giver: Giver) -> String {
    let start = book.centre.fiscalYearStart
    let agreed = book.agreements.filter { $0.contributor == giver.contributor && $0.fund == giver.fund }
    if let agreement = agreed.last(where: { $0.covers(giver.origin + 1, startMonth: start) }) {
      return agreement.lastYear(startMonth: start).map { "agreed to \($0)" } ?? "agreed"
    }
    if !giver.habitual { return "no agreement" }
    if giver.state.last == nil { return "no gift in the ledger" }
    let state = giver.state
    if state.streak == 0 {
      return "missed \(years(state.gap)) of \(state.years)"
    }
    if state.gifts == 1 { return state.censored ? "one year on record" : "first gift" }
    if state.streak == state.gifts { return "gave \(years(state.streak)) running" }
    return state.streak == 1 ? "came back" : "back for \(years(state.streak))"
  }
}
