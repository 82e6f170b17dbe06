public import Finance
import LinearAlgebra
import Probability
public import Records

/// The giving model of a book: agreements first, then habit as the crowd shows it, moved by the contributor's
/// own record. Layer one (commitments) of three; instalments and cash follow in `GivingSampler`.
///
/// The crowd's coefficients come from a reference class and stand fixed. A contributor's record speaks twice:
/// through its state (streak, share of years given, usual amount, volatility ...) and through its departure and
/// its fund's from what the crowd did in such states.
public struct GivingModel: Sendable {
  public let prior: GivingPrior
  /// Cents of the budget currency a first gift starts from where neither a level is recommended nor anyone has
  /// given to the fund (assumption).
  public static let firstGiftWithoutEvidence = 10_000_00

  public init(prior: GivingPrior) { self.prior = prior }

  /// Fits to what `book` holds; a book loaded as of a date holds nothing later.
  /// - Throws: `LinearAlgebraError` where the numbers give out; short ledgers do not, the prior is proper.
  public func fit(_ book: Book, asOf: CalendarDate) throws -> GivingFit {
    let record = GivingRecord(book, asOf: asOf)
    let fitting = DepartureFitting(
      transitions: record.transitions, contributors: record.contributors, funds: record.funds,
      behaviour: prior.behaviour)
    let departures = try fitting.fitted()
    return GivingFit(
      prior: prior, timing: GivingTiming(book: book, asOf: asOf),
      participationRows: record.transitions.count,
      amountRows: record.transitions.count { $0.gave && !$0.repeated },
      givers: record.histories.indices.map { index in
        giver(
          index, of: record, in: book, asOf: asOf,
          effect: departures.effect(contributor: record.contributor[index], fund: record.fund[index]))
      })
  }

  private func giver(
    _ index: Int, of record: GivingRecord, in book: Book, asOf: CalendarDate, effect: Giver.Effect
  ) -> Giver {
    let history = record.histories[index]
    let habitual = history.fund.purpose == .core && history.fund.sourceOfFunds == .extrabudgetary
    return Giver(
      contributor: history.contributor.id, fund: history.fund.id,
      isHost: history.contributor.id == book.centre.host, habitual: habitual, state: record.states[index],
      surroundings: record.surroundings[index], effect: effect,
      origin: history.origin
        ?? GivingHistory.lastYearOver(on: asOf, startMonth: book.centre.fiscalYearStart),
      firstGift: firstGift(history, in: book, asOf: asOf, all: record.histories),
      cashLedger: GivingHistory.commitmentStage(of: history.fund, in: book) == .received,
      yearsSeen: history.record?.count ?? 0, yearsGiven: history.gifts.count,
      totalGiven: history.gifts.values.reduce(0, +))
  }

  /// What one that never gave would give first: its recommended level, else the fund's median gift.
  private func firstGift(
    _ history: GivingHistory, in book: Book, asOf: CalendarDate, all: [GivingHistory]
  ) -> Double {
    let year = asOf.year + 1
    if let level = book.recommendedLevel(of: history.contributor, in: year),
      let cents = book.inBudgetCurrency(level.amount, on: .day(asOf)), cents > 0
    {
      return Elementary.log(Double(cents))
    }
    let gifts = all.filter { $0.fund.id == history.fund.id }.flatMap(\.gifts.values).sorted()
    return gifts.isEmpty
      ? Elementary.log(Double(GivingModel.firstGiftWithoutEvidence))
      : Elementary.log(Double(gifts[gifts.count / 2]))
  }
}
