import Probability

/// The columns of the participation model: logit P(gives next year) is linear in them.
///
/// | column | value |
/// |---|---|
/// | `(Intercept)` | 1 |
/// | `log_streak` | ln(1 + years given in a row) |
/// | `one_year` | 1 if it gave last year and not the year before |
/// | `log_gap` | ln(1 + years missed in a row) |
/// | `share` | logit of (years given) / (years since the first gift + 1), within 2 and 98 % |
/// | `log_years` | ln(years since the first gift, counted) |
/// | `censored` | 1 if the record begins inside the streak |
/// | `size` | (ln of the last gift in dollars - 11) / 2.5 |
/// | `lump` | ln(last gift / usual gift) where it is above, at most 3 |
/// | `adjusted` | 1 if a negative row stands in the last two years |
/// | `repeats` | share of its gifts that repeated the one before |
/// | `government` | 1 for a government |
/// | `fund_renewal` | renewal rate of the fund's other contributors against all funds', log-odds |
/// | `contributor_activity` | share of its other funds it gave to last year, log-odds |
/// | `fund_activity` | share of the fund's other contributors that gave last year, log-odds |
/// | `fund_breadth` | ln(1 + their number) |
public enum ParticipationDesign {
  public static let names = [
    "(Intercept)", "log_streak", "one_year", "log_gap", "share", "log_years", "censored", "size", "lump",
    "adjusted", "repeats", "government", "fund_renewal", "contributor_activity", "fund_activity",
    "fund_breadth",
  ]

  /// One row of the design, of a contributor that gave at least once.
  /// - Parameter activity: stands for an unknown `contributorActivity`.
  static func row(_ state: GivingState, _ around: Surroundings, unknownActivity activity: Double) -> Row {
    let share = min(max(Double(state.gifts) / Double(state.years + 1), 0.02), 0.98)
    let last = state.last ?? around.dollar
    return Row(
      1, Logarithm.of(1 + state.streak), state.streak == 1 ? 1 : 0, Logarithm.of(1 + state.gap),
      Elementary.log(share / (1 - share)), Logarithm.of(max(state.years, 1)), state.censored ? 1 : 0,
      GiftSize.of(last, around), state.changes > 0 ? min(max(last - (state.usual ?? last), 0), 3) : 0,
      state.adjusted > 0 ? 1 : 0,
      state.changes > 0 ? Double(state.repeats) / Double(state.changes) : 0,
      around.isGovernment ? 1 : 0, around.fundRenewal, around.contributorActivity ?? activity,
      around.fundActivity, around.fundBreadth)
  }
}

/// A row of at most sixteen columns; the unused ones hold zero.
typealias Row = SIMD16<Double>

extension Row {
  /// Coefficients of at most sixteen columns.
  init(coefficients: [Double]) {
    self.init()
    for column in coefficients.indices { self[column] = coefficients[column] }
  }

  /// The row times coefficients: products added by halves, always in the same order.
  func times(_ coefficients: Row) -> Double {
    let products = self * coefficients
    let eight = products.lowHalf + products.highHalf
    let four = eight.lowHalf + eight.highHalf
    let two = four.lowHalf + four.highHalf
    return two[0] + two[1]
  }
}

/// Logarithms of small whole numbers, made once.
enum Logarithm {
  private static let table = (0..<64).map { $0 == 0 ? 0 : Elementary.log(Double($0)) }

  static func of(_ count: Int) -> Double {
    count < table.count ? table[count] : Elementary.log(Double(count))
  }
}

/// Sizes of gifts on one scale: logarithms of dollars around 60,000, in steps of a factor of twelve.
enum GiftSize {
  static func of(_ amount: Double, _ around: Surroundings) -> Double {
    (dollars(amount, around) - 11) / 2.5
  }

  /// Logarithm of dollars.
  static func dollars(_ amount: Double, _ around: Surroundings) -> Double { amount - around.dollar }
}
