import Budgeting
import Finance
public import Measures
import OrderedCollections
import Outlook
import Records
import Simulation

/// What would lift an indicator to a rating, computed in closed form where that can be done, everything else as
/// it is.
public struct Remedy: Sendable {
  public let indicator: RatedIndicator
  public let value: RatedValue
  /// The cut point to reach.
  public let target: Double
  public let need: Need

  public enum Need: Sendable, Hashable {
    /// More a year from contributors other than the largest, in cents.
    case fromOthers(cents: Double)
    /// More a year, spread over many small givers, in cents.
    case fromMany(cents: Double)
    /// More income a year from anybody, in cents.
    case income(cents: Double)
    /// More cash at the end of the year, in cents.
    case cash(cents: Double)
    /// More signed for the year, in cents.
    case agreed(cents: Double)
    /// More members or contributors a year.
    case heads(Double)
    /// A rule of its own, told by value and cut point alone.
    case move
    /// Only futures can tell.
    case solve
  }
}

extension DimensionRating {
  /// How many of its indicators that are rated below `rating` have to reach it, for the dimension to.
  public func missing(to rating: Rating) -> Int {
    let rated = indicators.compactMap { $0.current?.rating }
    return max(0, rated.count - (rated.count - 1) / 2 - rated.count { $0 >= rating })
  }
}

/// Computes remedies for one fund.
public struct RemedyFinder {
  private let table: IndicatorTable
  private let record: FundRecord?
  private let index: Int

  public init(_ assessment: Assessment) {
    table = IndicatorTable(assessment.ensemble)
    index = assessment.ensemble.assumptions.funds.firstIndex { $0.fund.purpose == .core } ?? 0
    record = table.records[index]
  }

  /// What lifts each of a dimension's indicators that is rated lower to `rating`.
  public func remedies(_ dimension: DimensionRating, to rating: Rating) -> [Remedy] {
    guard rating > .veryLow else { return [] }
    return dimension.indicators.compactMap { indicator in
      guard let value = indicator.current, value.rating < rating else { return nil }
      let target = indicator.scale.cuts[rating.rawValue - 1]
      return Remedy(
        indicator: indicator, value: value, target: target, need: need(indicator, value, target))
    }
  }

  private func need(_ indicator: RatedIndicator, _ value: RatedValue, _ target: Double) -> Remedy.Need {
    switch indicator.definition.id {
    case "largest-share-three-years", "hhi-three-years", "income-cover", "operating-margin",
      "contributors-three-years":
      window(indicator.definition.id, value, target)
    case "reserve-ratio", "months-of-spending", "structural-cover", "agreed-cover":
      plan(indicator.definition.id, value, target)
    case "contributing-members-share": members(value, target)
    case "shortfall-by-horizon", "breach-by-horizon", "cash-out-by-horizon", "mandate-breach-by-horizon",
      "months-to-shortfall-without-largest":
      .solve
    default: .move
    }
  }

  // MARK: Windows

  private func window(_ id: String, _ value: RatedValue, _ target: Double) -> Remedy.Need {
    guard let record, let window = record.history.window(3, endingIn: value.year) else { return .move }
    let totals = record.history.totals(window)
    let all = totals.reduce(0, +)
    let spent = window.reduce(0.0) { sum, year in
      sum + (record.history.spending[year - record.history.years.lowerBound] ?? 0)
    }
    switch id {
    case "largest-share-three-years":
      return .fromOthers(cents: Enough.beside(largest: totals.max() ?? 0, of: totals, share: target) / 3)
    case "hhi-three-years":
      return .fromMany(cents: Enough.spread(over: totals, herfindahl: target) / 3)
    case "income-cover": return .income(cents: max(0, target * spent - all) / 3)
    case "contributors-three-years": return .heads(target - value.value)
    default: return target < 1 ? .income(cents: max(0, spent / (1 - target) - all) / 3) : .move
    }
  }

  // MARK: Plans

  private func plan(_ id: String, _ value: RatedValue, _ target: Double) -> Remedy.Need {
    let distance = target - value.value
    guard let year = table.years.firstIndex(where: { $0.year == value.year }) else {
      return recorded(id, value, distance)
    }
    let account = table.ensemble.central.accounts[index].years[year]
    let planned = account.plannedDirect + account.plannedSupport
    switch id {
    case "reserve-ratio": return .cash(cents: distance * account.reserveRequired)
    case "months-of-spending":
      let months = Double(table.ensemble.assumptions.timeline.months(of: year).count)
      return .cash(cents: distance * account.spent / months)
    case "agreed-cover": return .agreed(cents: distance * planned)
    default: return .income(cents: distance * planned)
    }
  }

  /// Of a recorded year: the spending is that of the ledger.
  private func recorded(_ id: String, _ value: RatedValue, _ distance: Double) -> Remedy.Need {
    guard let record, record.history.years.contains(value.year),
      let spent = record.history.spending[value.year - record.history.years.lowerBound]
    else { return .move }
    switch id {
    case "months-of-spending": return .cash(cents: distance * spent / 12)
    case "structural-cover": return .income(cents: distance * spent)
    default: return .move
    }
  }

  private func members(_ value: RatedValue, _ target: Double) -> Remedy.Need {
    let count = table.book.contributors.values.count {
      $0.kind != .adjustment && $0.spell(in: value.year).councilMember
    }
    let wanted = (target * Double(count)).rounded(.up)
    return .heads(max(0, wanted - (value.value * Double(count)).rounded()))
  }
}
