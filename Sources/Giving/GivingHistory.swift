import Finance
import OrderedCollections
import Probability
import Records

/// One contributor's yearly commitments to one fund, taken from the book's ledger.
struct GivingHistory {
  let contributor: Contributor
  let fund: Fund
  /// Cents of the budget currency by fiscal year, agreements left out, negative years as 0.
  let gifts: [Int: Int]
  /// Fiscal years whose rows add up to less than nothing: write-downs and refunds.
  let reduced: Set<Int>
  /// Agreements of this contributor with this fund, by first year.
  let agreements: [Agreement]
  /// Years of the fund's record that were over on the as-of date, the last one is the origin; empty where the
  /// record begins in the current year, `nil` where there is none.
  let record: Range<Int>?
  let asOf: CalendarDate
  let yearStart: Int

  /// The stage that carries commitments in a fund: the first of these with a row.
  static let stages: [Stage] = [.recognised, .agreed, .received, .pledged]
}

extension GivingHistory {
  /// Histories of everyone who could give to a core fund of the book: kind `adjustment` gives nothing,
  /// earmarked and regular-budget funds receive what is agreed and nothing recurs by habit.
  static func all(in book: Book, asOf: CalendarDate) -> [GivingHistory] {
    book.centre.funds.values.flatMap { fund -> [GivingHistory] in
      let modelled = fund.purpose == .core && fund.sourceOfFunds == .extrabudgetary
      let record = modelled ? record(of: fund, in: book, asOf: asOf) : nil
      let stage = commitmentStage(of: fund, in: book)
      return book.contributors.values.compactMap { contributor in
        guard contributor.kind != .adjustment else { return nil }
        let agreements = book.agreements.filter { $0.contributor == contributor.id && $0.fund == fund.id }
          .sorted { $0.from < $1.from }
        let sums = modelled ? sums(of: contributor, to: fund, stage: stage, in: book) : [:]
        let gifts = sums.filter { $0.value > 0 }
        // Who never gave is a giver only with a seat: others would be new contributors, a process of its own.
        let seated =
          modelled && contributor.kind == .government && contributor.spell(in: asOf.year).councilMember
        guard seated || !gifts.isEmpty || !agreements.isEmpty else { return nil }
        return GivingHistory(
          contributor: contributor, fund: fund, gifts: gifts,
          reduced: Set(sums.filter { $0.value < 0 }.keys), agreements: agreements, record: record,
          asOf: asOf, yearStart: book.centre.fiscalYearStart)
      }
    }
  }

  /// The stage that carries the fund's commitments.
  static func commitmentStage(of fund: Fund, in book: Book) -> Stage {
    let present = Set(book.contributions.lazy.filter { $0.fund == fund.id }.map(\.stage))
    return stages.first(where: present.contains) ?? .received
  }

  /// The last fiscal year that was over on a day.
  static func lastYearOver(on day: CalendarDate, startMonth: Int) -> Int {
    let current = FiscalYear(containing: Month(day), startMonth: startMonth)
    return current.last.lastDay <= day ? current.year : current.year - 1
  }

  /// From the fund's first contribution or agreement to the last year that was over on the as-of date.
  private static func record(of fund: Fund, in book: Book, asOf: CalendarDate) -> Range<Int>? {
    let start = book.centre.fiscalYearStart
    let last = lastYearOver(on: asOf, startMonth: start)
    let contributed = book.contributions.lazy.filter { $0.fund == fund.id }
      .map { $0.occasion.fiscalYear(startMonth: start) }
    let agreed = book.agreements.lazy.filter { $0.fund == fund.id }
      .map { FiscalYear(containing: Month($0.from), startMonth: start).year }
    guard let first = [contributed.min(), agreed.min()].compactMap(\.self).min(), first <= last + 1 else {
      return nil
    }
    return first..<last + 1
  }

  private static func sums(
    of contributor: Contributor, to fund: Fund, stage: Stage, in book: Book
  ) -> [Int: Int] {
    let start = book.centre.fiscalYearStart
    var gifts: [Int: Int] = [:]
    for row in book.contributions
    where row.contributor == contributor.id && row.fund == fund.id && row.stage == stage
      && row.agreement == nil
    {
      let cents = book.inBudgetCurrency(row.amount, on: row.occasion) ?? 0
      gifts[row.occasion.fiscalYear(startMonth: start), default: 0] += cents
    }
    return gifts
  }
}

/// One observed step of a history: a year that habit decided.
struct GivingStep {
  let state: GivingState
  let year: Int
  /// Logarithm of the gift in cents, `nil` for a year without one.
  let gift: Double?
}

extension GivingHistory {
  /// Last year the contributor's behaviour is known for: a year that is over, or the current one where it has a
  /// gift already or lies inside an agreement. Gifts announced for later years tell nothing yet.
  var origin: Int? {
    guard let record else { return nil }
    let current = FiscalYear(containing: Month(asOf), startMonth: yearStart).year
    let agreed = agreements.contains { $0.covers(current, startMonth: yearStart) }
    return agreed || gifts[current] != nil ? current : record.last
  }

  /// The state at the origin and the steps that led there. A year inside an agreement's term is not a draw:
  /// it counts as given, at a year's part of the agreement.
  func walk(in book: Book) -> (state: GivingState, steps: [GivingStep]) {
    guard let record, let origin else { return (.never, []) }
    var state = GivingState.never
    var steps: [GivingStep] = []
    for year in record.lowerBound...origin {
      let opening = year == record.lowerBound
      if let yearly = yearlyPart(in: year, of: book) {
        state.give(Elementary.log(Double(yearly)), opening: opening)
        continue
      }
      let gift = gifts[year].map { Elementary.log(Double($0)) }
      // A year that is not over tells of givers only: it moves the state and is no evidence for the fit.
      if state.last != nil, record.contains(year) {
        steps.append(GivingStep(state: state, year: year, gift: gift))
      }
      if let gift { state.give(gift, opening: opening) } else { state.miss(negative: reduced.contains(year)) }
    }
    return (state, steps)
  }

  /// A year's part of the agreement in force in `year`, in cents of the budget currency.
  private func yearlyPart(in year: Int, of book: Book) -> Int? {
    guard let agreement = agreements.last(where: { $0.covers(year, startMonth: yearStart) })
    else { return nil }
    let yearly = agreement.yearlyCents
    return book.inBudgetCurrency(
      Money(cents: yearly, currency: agreement.amount.currency), on: .day(agreement.signed))
  }
}
