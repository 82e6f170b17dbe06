import Measures
import Simulation

/// A figure that is compared: of a fund and a year, on the money expected or over all futures, in whole numbers.
public struct ComparedMeasure: Sendable, Hashable {
  public let year: Int
  public let fund: String
  /// `closing-cash`, `shortfall-by-year-end`, `host-share`.
  public let name: String
  public let statistic: Statistic
  public let unit: Unit

  public enum Statistic: String, Sendable, CaseIterable {
    /// On the central projection.
    case expected
    /// Over all futures.
    case mean
    /// Over all futures: half lie below.
    case median
    case probability
  }

  /// What one whole number of it is.
  public enum Unit: Sendable, Hashable {
    /// A cent of the budget currency.
    case cents
    /// One future.
    case futures
    /// One millionth.
    case millionths
  }

  /// What is asked of paths; `nil` of the required reserve, which is no matter of chance.
  let quantity: Quantity?

  static let reserve = "reserve-required"

  /// All that is compared of funds in some years, fund by fund and year by year.
  ///
  /// - Parameters:
  ///   - core: funds of which the host's share and the concentration are measured.
  ///   - hasHost: whether the book names a host.
  static func all(funds: [String], core: Set<String>, years: [Int], hasHost: Bool) -> [ComparedMeasure] {
    funds.flatMap { fund in
      years.flatMap { year in
        amounts(fund, year) + events(fund, from: years[0], to: year)
          + (core.contains(fund) ? shares(fund, year, hasHost: hasHost) : [])
      }
    }
  }

  private static func amounts(_ fund: String, _ year: Int) -> [ComparedMeasure] {
    func amount(_ name: String, _ statistic: Statistic) -> ComparedMeasure {
      let quantity = Quantity.statistic(.mean, Reading(name, fund: fund), year: year)
      return ComparedMeasure(
        year: year, fund: fund, name: name, statistic: statistic, unit: .cents,
        quantity: name == reserve ? nil : quantity)
    }
    let names = ["received", "spent", "closing-cash", "funding-gap"]
    return names.map { amount($0, .expected) } + [amount(reserve, .expected)]
      + names.map { amount($0, .mean) }
      + ["received", "closing-cash"].map { amount($0, .median) }
  }

  /// What happened in a year that both scenarios look at, up to the end of one.
  private static func events(_ fund: String, from first: Int, to year: Int) -> [ComparedMeasure] {
    YearEvent.allCases.map { event in
      ComparedMeasure(
        year: year, fund: fund, name: "\(event.rawValue)-by-year-end", statistic: .probability,
        unit: .futures,
        quantity: .probability(.happens(Reading(event.rawValue, fund: fund), .from(first, to: year))))
    }
  }

  private static func shares(_ fund: String, _ year: Int, hasHost: Bool) -> [ComparedMeasure] {
    (hasHost ? ["host-share", "hhi"] : ["hhi"]).flatMap { name in
      [Statistic.expected, .mean].map { statistic in
        ComparedMeasure(
          year: year, fund: fund, name: name, statistic: statistic, unit: .millionths,
          quantity: .statistic(.mean, Reading(name, fund: fund), year: year))
      }
    }
  }

  /// Whole numbers of a value as it is told: amounts come in units, events as 1 and 0.
  var scale: Double {
    switch unit {
    case .cents: 100
    case .futures: 1
    case .millionths: 1_000_000
    }
  }
}
