import Budgeting
import Finance
import Measures
import Outlook
import Probability
public import Records
public import Simulation
import Vectors

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
  /// Smallest cut of regular-budget money, in cents, with which it would hold; `nil`: no cut does it.
  public let cutNeeded: Double?
  /// Over paths: how often the rule is broken; `nil` for recorded years.
  public let breach: Frequency?
  /// How often it has been broken in some projected year up to and with this one.
  public let breachBy: Frequency?
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
    sources = FundingSources(ensemble.assumptions)
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
        rule: rule, year: year, isProjected: projected, value: nil, holds: nil, extraNeeded: nil,
        cutNeeded: nil, breach: nil, breachBy: nil, extraNeeded95: nil, reason: "\(error)")
    }
    let window = year - rule.window + 1...year
    let cash = sources.cash(sources.funds(in: rule.scope), window: window, on: ensemble.central)
    let share = FundingMix.extrabudgetaryShare(
      extrabudgetary: cash.extrabudgetary, regularBudget: cash.regular)
    let line = Threshold(predicate.comparison, predicate.value, source: rule.source)
    return MandateVerdict(
      rule: rule, year: year, isProjected: projected, value: share, holds: share.map(predicate.holds),
      extraNeeded: FundingMix.extraToRestore(
        extrabudgetary: cash.extrabudgetary, regularBudget: cash.regular, threshold: line),
      cutNeeded: FundingMix.cutToRestore(
        extrabudgetary: cash.extrabudgetary, regularBudget: cash.regular, threshold: line),
      breach: projected ? ensemble.isPositive(rule.broken(in: year)) : nil,
      breachBy: projected ? ensemble.isPositive(rule.brokenBy(year)) : nil,
      extraNeeded95: projected ? extra(rule, in: year) : nil,
      reason: share == nil ? "no money was received" : nil)
  }

  /// `nil` where there is a path on which no amount restores the rule.
  private func extra(_ rule: MandateRule, in year: Int) -> Double? {
    let name = rule.extra(in: year)
    guard ensemble.isMeasured(name).count == ensemble.paths else { return nil }
    return ensemble.summary(name, levels: [MixMeasure.worst])?.quantiles.last
  }

  // MARK: All paths

  /// What a run measures so that its rules can be held against all its paths.
  static func measures(_ assumptions: Assumptions) -> [any PathMeasure] {
    let sources = FundingSources(assumptions)
    return assumptions.book.centre.mandate.compactMap { rule -> RuleMeasure? in
      guard let predicate = try? Predicate(parsing: rule.predicate, measures: MandateRule.measures)
      else { return nil }
      let funds = sources.funds(in: rule.scope)
      let years = assumptions.timeline.years.map { year in
        MixMeasure(
          broken: rule.broken(in: year.year), extra: rule.extra(in: year.year),
          sources.columns(funds, window: year.year - rule.window + 1...year.year), predicate,
          Threshold(predicate.comparison, predicate.value, source: rule.source))
      }
      return RuleMeasure(years: years, brokenBy: assumptions.timeline.years.map { rule.brokenBy($0.year) })
    }
  }

  /// How often a rule is broken in some year of the projection; `nil` where it cannot be measured.
  static func brokenByHorizon(_ rule: MandateRule, _ ensemble: Ensemble) -> Frequency? {
    let last = ensemble.assumptions.timeline.years[ensemble.assumptions.timeline.years.count - 1].year
    guard ensemble.isMeasured(rule.brokenBy(last)).count > 0 else { return nil }
    return ensemble.isPositive(rule.brokenBy(last))
  }
}

/// A rule of the mandate in every projected year, and whether it has been broken by then.
struct RuleMeasure: PathMeasure {
  let years: [MixMeasure]
  let brokenBy: [MeasureName]

  var columns: [MeasuredColumn] {
    years.flatMap(\.columns) + brokenBy.map { MeasuredColumn($0, .frequency) }
  }

  func fill(_ block: PathBlock, from first: Int) {
    for (place, year) in years.enumerated() { year.fill(block, from: first + 2 * place) }
    let sums = first + 2 * years.count
    for vector in 0..<block.vectors {
      var broken = Lanes(0)
      for place in years.indices {
        broken = max(broken, block[first + 2 * place, vector])
        block[sums + place, vector] = broken
      }
    }
  }
}

extension MandateRule {
  fileprivate func broken(in year: Int) -> MeasureName {
    MeasureName("\(id)-broken", fund: MeasureName.centre, year: year)
  }

  fileprivate func brokenBy(_ year: Int) -> MeasureName {
    MeasureName("\(id)-broken-by", fund: MeasureName.centre, year: year)
  }

  fileprivate func extra(in year: Int) -> MeasureName {
    MeasureName("\(id)-extra-needed", fund: MeasureName.centre, year: year)
  }
}

extension MandateRule {
  /// The measures a rule's predicate may speak of.
  public static let measures = ["extrabudgetary-share"]
}
