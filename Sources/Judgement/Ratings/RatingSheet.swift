import Budgeting
import Finance
public import Measures
import Outlook
import Records
import Scenarios
import Simulation

/// All dimensions of a centre's main fund rated as of a date.
public struct RatingSheet: Sendable {
  public let dimensions: [DimensionRating]
  /// The fund that is rated.
  public let fund: String
  /// The last fiscal year over on the as-of date.
  public let lastWhole: Int

  /// The weakest of the dimensions that are rated; `nil` where none is.
  public var overall: Rating? { dimensions.compactMap(\.rating).min() }
  /// By the record alone.
  public var record: Rating? { dimensions.compactMap(\.record).min() }
  /// The dimensions that hold the whole down.
  public var weakest: [Dimension] {
    dimensions.filter { $0.rating != nil && $0.rating == overall }.map(\.dimension)
  }

  public subscript(dimension: Dimension) -> DimensionRating? {
    dimensions.first { $0.dimension == dimension }
  }

  /// Rates the first fund that may pay for the core, or the first fund.
  public init(_ assessment: Assessment, scales: RatingScales) {
    let picker = RatingPicker(assessment)
    let indicators = scales.scales.compactMap { scale -> RatedIndicator? in
      Glossary.indicator(scale.indicator).map { picker.rated($0, scale) }
    }
    dimensions = Dimension.allCases.compactMap { dimension in
      let own = indicators.filter { $0.definition.dimension == dimension }
      return own.isEmpty ? nil : DimensionRating(dimension: dimension, indicators: own)
    }
    (fund, lastWhole) = (picker.fund, picker.lastWhole)
  }
}

/// Finds the values an assessment rates an indicator by.
private struct RatingPicker {
  private let rows: [IndicatorRow]
  private let table: IndicatorTable
  private let index: Int
  let fund: String
  let lastWhole: Int

  init(_ assessment: Assessment) {
    let assumptions = assessment.ensemble.assumptions
    index = assumptions.funds.firstIndex { $0.fund.purpose == .core } ?? 0
    fund = assumptions.funds[index].fund.id
    let known = fund
    rows = assessment.indicators.filter { $0.fund == known || $0.fund == MeasureName.centre }
    table = IndicatorTable(assessment.ensemble)
    let start = assumptions.book.centre.fiscalYearStart
    let asOf = FiscalYear(containing: Month(assumptions.scenario.asOf), startMonth: start)
    lastWhole = asOf.last.lastDay <= assumptions.scenario.asOf ? asOf.year : asOf.year - 1
  }

  func rated(_ definition: Definition, _ scale: RatingScale) -> RatedIndicator {
    guard !isEmpty else {
      return RatedIndicator(
        definition: definition, scale: scale, record: nil, ahead: nil,
        reason: "no gift and no spending is known on this date")
    }
    let record = value(definition, scale, .recorded, lastWhole...lastWhole)
    let ahead = years(ahead: definition.id).flatMap { years in
      value(definition, scale, .central, years) ?? value(definition, scale, .simulated, years)
    }
    let isRated = record != nil || ahead != nil
    return RatedIndicator(
      definition: definition, scale: scale, record: record, ahead: ahead,
      reason: isRated ? nil : Unmeasured(table, fund: index).reason(definition.id))
  }

  /// Whether nothing of the fund is known: what a model expects of strangers is no rating of a centre.
  private var isEmpty: Bool {
    !table.book.contributions.contains { $0.fund == fund }
      && !table.book.expenditures.contains { $0.fund == fund }
  }

  /// The years over which an indicator is looked at ahead, after the last whole one; `nil` for one of the record.
  private func years(ahead id: String) -> ClosedRange<Int>? {
    let labels = table.years.map(\.year)
    guard let next = labels.firstIndex(where: { $0 > lastWhole }) else { return nil }
    let isPart = next == 0 && table.ensemble.assumptions.timeline.months(of: 0).count < 12
    let whole = min(isPart ? next + 1 : next, labels.count - 1)
    let third = min(next + 2, labels.count - 1)
    switch id {
    case "months-to-shortfall-without-largest":
      // Where the last balance is older, the test begins in a year that is over.
      return next == 0 ? labels[0]...labels[0] : nil
    case "shortfall-by-horizon", "breach-by-horizon", "cash-out-by-horizon", "mandate-breach-by-horizon":
      return labels[0]...labels[labels.count - 1]
    case "agreed-cover", "attainment", "structural-cover", "exchange-loss-20-share",
      "contributing-members-share":
      return labels[whole]...labels[whole]
    case "reserve-ratio", "months-of-spending", "in-kind-share": return labels[third]...labels[third]
    default: return labels[third] - 2...labels[third]
    }
  }

  private func value(
    _ definition: Definition, _ scale: RatingScale, _ basis: IndicatorRow.Basis, _ years: ClosedRange<Int>
  ) -> RatedValue? {
    let statistics = basis == .simulated ? ["probability", "q50"] : ["value"]
    let row = rows.first {
      $0.definition.id == definition.id && $0.basis == basis && $0.year == years.upperBound && $0.value != nil
        && statistics.contains($0.statistic)
    }
    guard let row, let value = row.value, value.isFinite else { return nil }
    var window = years
    if case .ledger(_, let recorded, _) = row.evidence { window = recorded }
    return RatedValue(
      value: value, years: window, basis: basis, rating: scale.rating(value), source: row.source,
      evidence: row.evidence)
  }
}
