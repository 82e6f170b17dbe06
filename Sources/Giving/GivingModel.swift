public import Finance
import LinearAlgebra
import Probability
public import Records
public import Regression

/// The first giving model: agreements first, then participation and amount by regressions on the book's own
/// ledger under a stated prior. A narrow door: a stronger model replaces what is behind `fit`.
public struct GivingModel: Sendable {
  public let prior: GivingPrior
  /// Cents of the budget currency a first gift starts from where neither a level is recommended nor anyone has
  /// given to the fund (assumption).
  public static let firstGiftWithoutEvidence = 10_000_00

  public init(prior: GivingPrior) { self.prior = prior }

  /// Fits to what `book` holds; a book loaded as of a date holds nothing later.
  /// - Throws: a `RegressionError` where the numbers give out; short ledgers do not, the prior is proper.
  public func fit(_ book: Book, asOf: CalendarDate) throws(RegressionError) -> GivingFit {
    let histories = GivingHistory.all(in: book, asOf: asOf)
    let walks = histories.map { $0.walk(in: book) }
    let transitions = walks.flatMap(\.transitions)
    let participation = try fitParticipation(transitions)
    let (amount, changes) = try fitAmount(transitions)
    let given = transitions.filter { $0.gift != nil && $0.state.streak > 0 }
    let repeated = given.count { $0.repeated }
    return GivingFit(
      prior: prior,
      participation: coefficients(
        participation.names, participation.coefficients, participation.covariance),
      amount: coefficients(amount.names, amount.coefficients, amount.unscaledCovariance),
      amountScale: amount.sigma, amountDegreesOfFreedom: amount.residualDegreesOfFreedom,
      repeats: BetaCounts(
        yes: prior.repeats.yes + Double(repeated),
        no: prior.repeats.no + Double(given.count - repeated)),
      punctual: PunctualityRecord.counts(in: book, prior: prior.punctual),
      participationRows: transitions.count, amountRows: changes,
      givers: zip(histories, walks).map { giver($0, state: $1.state, in: book, asOf: asOf, all: histories) })
  }

  private func fitParticipation(_ steps: [GivingTransition]) throws(RegressionError) -> GeneralizedLinearFit {
    let names = ParticipationDesign.names
    let design = Matrix(rows: steps.map { ParticipationDesign.row($0.state) }, columns: names.count)
    return try GeneralizedLinearModel(family: .binomial, prior: prior.participation)
      .fit(
        Sample(
          design: Design(names: names, matrix: WideMatrix(design)),
          response: WideVector(steps.map { $0.gift == nil ? 0 : 1 })))
  }

  /// Least squares of ln(next / last) on the pull to the usual, exact repeats left out: they are a mass of
  /// their own.
  private func fitAmount(
    _ steps: [GivingTransition]
  ) throws(RegressionError) -> (LinearFit, Int) {
    let changes = steps.compactMap { step -> (pull: Double, change: Double)? in
      guard let gift = step.gift, !step.repeated, let last = step.state.last, let usual = step.state.usual
      else { return nil }
      let bound = AmountDesign.longestStep
      return (usual - last, min(max(gift - last, -bound), bound))
    }
    let design = Matrix(rows: changes.map { [1, $0.pull] }, columns: 2)
    let model = LinearModel(
      prior: prior.amount,
      variancePrior: (prior.amountDegreesOfFreedom, prior.amountScale))
    let fit = try model.fit(
      Sample(
        design: Design(names: AmountDesign.names, matrix: WideMatrix(design)),
        response: WideVector(changes.map(\.change))))
    return (fit, changes.count)
  }

  private func coefficients(_ names: [String], _ means: [Double], _ covariance: Matrix)
    -> GivingFit.Coefficients
  {
    GivingFit.Coefficients(
      names: names, means: means, covariance: (0..<covariance.rows).map { covariance.row($0) })
  }

  private func giver(
    _ history: GivingHistory, state: GivingState, in book: Book, asOf: CalendarDate, all: [GivingHistory]
  ) -> Giver {
    let habitual = history.fund.purpose == .core && history.fund.sourceOfFunds == .extrabudgetary
    return Giver(
      contributor: history.contributor.id, fund: history.fund.id,
      isHost: history.contributor.id == book.centre.host, habitual: habitual, state: state,
      origin: history.origin
        ?? GivingHistory.lastYearOver(on: asOf, startMonth: book.centre.fiscalYearStart),
      firstGift: firstGift(history, in: book, asOf: asOf, all: all),
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

extension Matrix {
  /// From rows, also where there are none.
  init(rows: [[Double]], columns: Int) {
    self.init(
      rows: rows.count, columns: columns,
      columnMajor: (0..<columns).flatMap { column in rows.map { $0[column] } })
  }
}
