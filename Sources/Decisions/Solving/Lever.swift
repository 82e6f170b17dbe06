public import Finance
import Scenarios
import Tabular

/// A number that a centre or its members can decide, and what it does to a scenario.
public struct Lever: Sendable, Hashable {
  /// `host.contribution`
  public let name: String
  /// `India gives fund core, a year`
  public let title: String
  public let unit: Unit
  /// Looked at where nothing else is said, in whole units.
  public let range: ClosedRange<Int>
  /// Answers are multiples of it above the range's lower end.
  public let step: Int
  let act: Act

  /// What a whole number of it is.
  public enum Unit: Sendable, Hashable {
    /// Cents of a currency.
    case amount(Currency)
    /// Basis points.
    case rate
    case number
  }

  /// What it does.
  enum Act: Sendable, Hashable {
    case contribution(String, fund: String, month: Int, isAgreed: Bool)
    /// Every member but the host pays this share of its recommended level.
    case takeUp(fund: String)
    case plan
    case assumption(Assumption)
    case exchange(Currency)
    case late(String)
    /// The number of the scenario's own change of this index.
    case change(Int)
  }

  /// A named number of the scenario.
  enum Assumption: String, Sendable, CaseIterable {
    case planGrowth = "plan-growth"
    case reserve = "reserve-rate"
    case renewal = "renewal-probability"
    case onTime = "on-time-probability"
    case failure = "default-probability"
    case interest
  }

  /// Whether it pays for certain what may now come late or not at all.
  public var isForCertain: Bool {
    if case .contribution(_, _, _, let isAgreed) = act { !isAgreed } else { false }
  }

  /// A value as a reader writes it: `870,000 USD`, `5 %`.
  public func text(_ value: Int) -> String {
    switch unit {
    case .amount(let currency): "\(Money.groupedUnits(cents: value)) \(currency)"
    case .rate: "\(Rate(basisPoints: value))"
    case .number: "\(value)"
    }
  }

  /// A value as files hold it: `870000.00`, `0.05`.
  public func number(_ value: Int) -> String {
    switch unit {
    case .amount: Money.decimal(cents: value)
    case .rate: "\(Double(value) / 10_000)"
    case .number: "\(value)"
    }
  }

  /// The scenario with the lever at a value, from the first projected year to the horizon.
  func scenario(_ base: Scenario, at value: Int, from first: Int) -> Scenario {
    let years = first...max(first, base.horizon)
    switch act {
    case .contribution(let contributor, let fund, let month, let isAgreed):
      guard case .amount(let currency) = unit else { return base }
      return base.adding([
        .decided(
          .setContribution(
            SetContribution(
              contributor: contributor, fund: fund, years: years,
              amount: Money(cents: value, currency: currency), month: month, isAgreed: isAgreed)))
      ])
    case .takeUp(let fund):
      let share = Rate(basisPoints: value)
      return base.adding([
        .decided(.collectLevels(CollectLevels(share: share, fund: fund, years: years, month: 1)))
      ])
    case .plan:
      return base.adding([.decided(.scalePlan(ScalePlan(change: Rate(basisPoints: value), years: years)))])
    case .exchange(let currency):
      let shock = ExchangeShock(currency: currency, change: Rate(basisPoints: value), from: first)
      return base.adding([.decided(.exchangeShock(shock))])
    case .late(let contributor):
      return base.adding([.decided(.payLate(PayLate(contributor: contributor, months: value, years: years)))])
    case .assumption(let assumption):
      var scenario = base
      scenario.assumptions.set(assumption, Rate(basisPoints: value))
      return scenario
    case .change(let index):
      var scenario = base
      scenario.changes[index] = scenario.changes[index].with(value)
      return scenario
    }
  }
}

extension Change {
  /// One that no file says, but a question.
  static func decided(_ kind: Kind) -> Change {
    Change(kind: kind, location: SourceLocation(file: "the question", line: 1))
  }

  /// The same with another number, where the kind has one.
  fileprivate func with(_ value: Int) -> Change {
    let kind: Kind =
      switch self.kind {
      case .setContribution(let old):
        .setContribution(
          SetContribution(
            contributor: old.contributor, fund: old.fund, years: old.years,
            amount: Money(cents: value, currency: old.amount.currency), month: old.month,
            isAgreed: old.isAgreed))
      case .collectLevels(let old):
        .collectLevels(
          CollectLevels(
            share: Rate(basisPoints: value), fund: old.fund, years: old.years, month: old.month,
            group: old.group))
      case .payLate(let old):
        .payLate(PayLate(contributor: old.contributor, months: value, years: old.years))
      case .exchangeShock(let old):
        .exchangeShock(
          ExchangeShock(currency: old.currency, change: Rate(basisPoints: value), from: old.from))
      case .addPosts(let old): .addPosts(AddPosts(post: old.post, count: value))
      case .scalePlan(let old):
        .scalePlan(
          ScalePlan(change: Rate(basisPoints: value), years: old.years, fund: old.fund, line: old.line))
      case .keepAgreements, .payIn, .endInKind: self.kind
      }
    return Change(kind: kind, location: location)
  }
}

extension NamedAssumptions {
  mutating func set(_ assumption: Lever.Assumption, _ value: Rate) {
    switch assumption {
    case .planGrowth: planGrowth = value
    case .reserve: reserveRate = value
    case .renewal: renewalProbability = value
    case .onTime: onTimeProbability = value
    case .failure: defaultProbability = value
    case .interest: interest = value
    }
  }
}
