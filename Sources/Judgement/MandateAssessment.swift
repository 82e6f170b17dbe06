import Budgeting
import Finance
import Measures
import Outlook
public import Records
public import Simulation

/// What a rule of the mandate came to in one year.
public struct MandateVerdict: Sendable {
  public let rule: MandateRule
  /// The year its window ends with.
  public let year: Int
  public let isProjected: Bool
  /// The measure on the ledger or on the central path; `nil`: not measurable.
  public let value: Double?
  public let holds: Bool?
  /// Smallest extra extrabudgetary cash, in cents, with which it would hold; `nil`: no amount does it.
  public let extraNeeded: Double?
  /// Over paths: how often the rule is broken; `nil` for recorded years.
  public let breach: Frequency?
  /// Extra cash that restores it on 95 of 100 paths.
  public let extraNeeded95: Double?
  /// Why it cannot be measured, where it cannot.
  public let reason: String?
}

/// Holds the rules of `centre.yaml` against recorded years, the central path and all paths.
struct MandateAssessment {
  private let ensemble: Ensemble
  private let sources: FundingSources

  init(_ ensemble: Ensemble) {
    self.ensemble = ensemble
    sources = FundingSources(ensemble)
  }

  var all: [MandateVerdict] {
    let years = sources.recordedYears + ensemble.assumptions.timeline.years.map(\.year)
    return ensemble.assumptions.book.centre.mandate.flatMap { rule in
      years.filter { $0 - rule.window + 1 >= (years.first ?? $0) }.map { verdict(rule, in: $0) }
    }
  }

  private func verdict(_ rule: MandateRule, in year: Int) -> MandateVerdict {
    let projected = year >= ensemble.assumptions.timeline.years[0].year
    let predicate: Predicate
    do {
      predicate = try Predicate(parsing: rule.predicate, measures: MandateRule.measures)
    } catch {
      return MandateVerdict(
        rule: rule, year: year, isProjected: projected, value: nil, holds: nil, extraNeeded: nil, breach: nil,
        extraNeeded95: nil, reason: "\(error)")
    }
    let window = year - rule.window + 1...year
    let funds = sources.funds(in: rule.scope)
    let cash = sources.central(funds, window: window)
    let threshold = Threshold(predicate.comparison, predicate.value, source: rule.source)
    let share = FundingMix.extrabudgetaryShare(
      extrabudgetary: cash.extrabudgetary, regularBudget: cash.regular)
    let paths = projected ? sources.paths(funds, window: window) : nil
    return MandateVerdict(
      rule: rule, year: year, isProjected: projected, value: share, holds: share.map(predicate.holds),
      extraNeeded: FundingMix.extraToRestore(
        extrabudgetary: cash.extrabudgetary, regularBudget: cash.regular, threshold: threshold),
      breach: paths.map { breach($0, predicate) },
      extraNeeded95: paths.flatMap { extra($0, threshold) },
      reason: share == nil ? "no money was received" : nil)
  }

  /// A path on which nothing is received breaks no share: it is counted as holding, and shows as a shortfall.
  private func breach(
    _ cash: (extrabudgetary: [Double], regular: [Double]), _ predicate: Predicate
  ) -> Frequency {
    var count = 0
    for path in 0..<ensemble.paths {
      let share = FundingMix.extrabudgetaryShare(
        extrabudgetary: cash.extrabudgetary[path], regularBudget: cash.regular[path])
      if let share, !predicate.holds(share) { count += 1 }
    }
    return Frequency(count: count, paths: ensemble.paths)
  }

  private func extra(
    _ cash: (extrabudgetary: [Double], regular: [Double]), _ threshold: Threshold
  ) -> Double? {
    let needed = (0..<ensemble.paths).map { path in
      FundingMix.extraToRestore(
        extrabudgetary: cash.extrabudgetary[path], regularBudget: cash.regular[path], threshold: threshold)
        ?? .infinity
    }
    guard let worst = needed.max(), worst.isFinite else { return nil }
    return Summary(needed)?.quantiles.last
  }
}

extension MandateRule {
  /// The measures a rule's predicate may speak of.
  public static let measures = ["extrabudgetary-share"]
}
