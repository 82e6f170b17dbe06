import Budgeting
import Finance
public import Measures
public import Outlook
import Probability
import Records
import Simulation

/// What may be asked of the paths of a run, by name: quantities of the accounts, indicators, events and the rules of
/// the mandate, each by fund and year.
public struct PathNames: Sendable {
  public let assumptions: Assumptions
  /// What is measured beside the accounts.
  let measures: [any PathMeasure]
  /// Names of what is measured, and whether they are events.
  private let measured: [MeasuredColumn]

  public init(_ assumptions: Assumptions) {
    self.assumptions = assumptions
    measures = IndicatorTable.measures(assumptions) + MandateAssessment.measures(assumptions)
    measured = measures.flatMap(\.columns)
  }

  /// Quantities of a fund's accounts, by the names files use.
  static let ofAccounts: [(name: String, measure: FundMeasure)] = [
    ("received", .received), ("spent", .spent), ("closing-cash", .closingCash), ("free-cash", .freeCash),
    ("missing-amount", .shortfall), ("funding-gap", .fundingGap), ("missing-reserve", .breach),
    ("lowest-month-cash", .lowestCash), ("receivable", .receivable), ("allowance", .allowance),
  ]

  /// Names, funds and years a text may use.
  public var vocabulary: Vocabulary {
    let years = assumptions.timeline.years.map(\.year)
    return Vocabulary(
      measures: unique(PathNames.ofAccounts.map(\.name) + names { !$0 }),
      events: unique(YearEvent.allCases.map(\.rawValue) + names { $0 }),
      funds: assumptions.funds.map(\.fund.id) + [MeasureName.centre],
      years: years[0]...years[years.count - 1])
  }

  /// Names of measured columns that are events, or that are not.
  private func names(_ wanted: (_ isEvent: Bool) -> Bool) -> [String] {
    measured.filter { wanted($0.question.isFrequency) }.map(\.name.measure)
  }

  private func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }

  /// What must be measured for some readings and no more.
  func measures(for readings: [Reading]) -> [any PathMeasure] {
    let names = Set(readings.map(\.name))
    return measures.filter { $0.columns.contains { names.contains($0.name.measure) } }
  }

  // MARK: Places

  /// Where a reading stands in a year: one column, or several of which any is meant (events of all core funds).
  ///
  /// Without a fund an event is that of any core fund, and a measure that of the centre or of its only core fund.
  /// - Throws: `QuestionError` where it is not measured for the fund, or of several funds none is named.
  func columns(of reading: Reading, year: Int, in columns: PathColumns) throws(QuestionError) -> [Int] {
    let label = assumptions.timeline.years[year].year
    let event = YearEvent(rawValue: reading.name)
    let account = event?.measure ?? PathNames.ofAccounts.first { $0.name == reading.name }?.measure
    if let account {
      return try funds(reading, isEvent: event != nil).map {
        columns.layout.fund(account, fund: $0, year: year)
      }
    }
    let named = { (fund: String) in columns[MeasureName(reading.name, fund: fund, year: label)] }
    if let column = named(reading.fund ?? MeasureName.centre) { return [column] }
    if reading.fund == nil {
      let core = coreFunds.compactMap { named(assumptions.funds[$0].fund.id) }
      if core.count == 1 { return core }
      if core.count > 1 { throw QuestionError("'\(reading.name)': \(severalFunds(reading.name))") }
    }
    throw QuestionError(
      "'\(reading)' is not measured in \(label); leave out the fund, or name one of "
        + knownFunds(of: reading.name).joined(separator: ", "))
  }

  private func funds(_ reading: Reading, isEvent: Bool) throws(QuestionError) -> [Int] {
    let all = Array(assumptions.funds.indices)
    if reading.fund == MeasureName.centre {
      if isEvent { return all }
      throw QuestionError("'\(reading)' is a sum over funds that may not be added; name one fund")
    }
    if let fund = reading.fund { return all.filter { assumptions.funds[$0].fund.id == fund } }
    let core = coreFunds
    if core.isEmpty { return isEvent ? all : Array(all.prefix(1)) }
    if isEvent || core.count == 1 { return core }
    throw QuestionError("'\(reading.name)': \(severalFunds(reading.name))")
  }

  /// Funds that may pay for anything of the core, by index.
  var coreFunds: [Int] {
    assumptions.funds.indices.filter { assumptions.funds[$0].fund.purpose == .core }
  }

  private func severalFunds(_ name: String) -> String {
    let funds = coreFunds.map { assumptions.funds[$0].fund.id }
    return "there are several core funds; write '\(name) of \(funds[0])' (\(funds.joined(separator: ", ")))"
  }

  private func knownFunds(of name: String) -> [String] {
    unique(measured.filter { $0.name.measure == name }.map(\.name.fund))
  }

  /// Whether numbers of this name are amounts, held in cents and spoken of in units.
  func isAmount(_ name: String) -> Bool {
    PathNames.ofAccounts.contains { $0.name == name } || name.hasSuffix("-extra-needed")
      || Glossary.indicator(name)?.unit == .budgetCurrency
  }
}

/// A question that cannot be put to a run, with the way out.
public struct QuestionError: Error, Sendable, Hashable, CustomStringConvertible {
  public let description: String
  public init(_ description: String) { self.description = description }
}
