public import Finance
public import Records
import Tabular

@testable public import Scenarios

extension Scenario {
  /// A scenario written in code.
  public static func sample(
    asOf: String = "2020-12-31", horizon: Int = 2023, seed: UInt32 = 1, paths: Int = 64,
    assumptions: NamedAssumptions = NamedAssumptions(), response: Response = .standard,
    changes: [Change.Kind] = []
  ) -> Scenario {
    Scenario(
      name: "sample", title: "", author: "", question: "", asOf: day(asOf), horizon: horizon, seed: seed,
      paths: paths, assumptions: assumptions, changes: changes.map { Change(kind: $0, location: .line) },
      response: response, files: [])
  }
}

extension Change.Kind {
  /// Amounts in whole units.
  public static func set(
    _ contributor: String, fund: String = "core", _ years: ClosedRange<Int>, _ amount: Int,
    currency: Currency = .usd, month: Int = 1
  ) -> Change.Kind {
    .setContribution(
      SetContribution(
        contributor: contributor, fund: fund, years: years,
        amount: Money(cents: amount * 100, currency: currency), month: month))
  }

  public static func collect(percent: Int, fund: String = "core", _ years: ClosedRange<Int>) -> Change.Kind {
    .collectLevels(
      CollectLevels(share: Rate(basisPoints: percent * 100), fund: fund, years: years, month: 1, group: nil))
  }

  public static func keep(_ contributor: String? = nil, _ years: ClosedRange<Int>) -> Change.Kind {
    .keepAgreements(KeepAgreements(contributor: contributor, years: years))
  }

  public static func late(_ contributor: String, months: Int, _ years: ClosedRange<Int>) -> Change.Kind {
    .payLate(PayLate(contributor: contributor, months: months, years: years))
  }

  public static func pay(_ contributor: String, in currency: Currency) -> Change.Kind {
    .payIn(PayIn(contributor: contributor, currency: currency))
  }

  public static func shock(_ currency: Currency, percent: Int, from year: Int) -> Change.Kind {
    .exchangeShock(ExchangeShock(currency: currency, change: Rate(basisPoints: percent * 100), from: year))
  }

  public static func add(_ count: Int, _ post: Post) -> Change.Kind {
    .addPosts(AddPosts(post: post, count: count))
  }

  public static func endInKind(from year: Int, by contributor: String? = nil, what: String? = nil)
    -> Change.Kind
  {
    .endInKind(EndInKind(from: year, contributor: contributor, what: what))
  }

  public static func scale(
    percent: Int, _ years: ClosedRange<Int>, fund: String? = nil, line: String? = nil
  ) -> Change.Kind {
    .scalePlan(ScalePlan(change: Rate(basisPoints: percent * 100), years: years, fund: fund, line: line))
  }
}
