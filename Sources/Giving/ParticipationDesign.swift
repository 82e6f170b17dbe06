import Probability

/// The columns of the participation model: logit P(gives next year) is linear in them.
///
/// | column | value |
/// |---|---|
/// | `(Intercept)` | 1: a contributor one year after its last gift |
/// | `gave` | 1 if it gave in the year before |
/// | `log_streak` | ln(years given in a row, at most 5), else 0 |
/// | `log_gap` | ln(years missed in a row, at most 4), else 0 |
/// | `never` | 1 if it has never given |
public enum ParticipationDesign {
  public static let names = ["(Intercept)", "gave", "log_streak", "log_gap", "never"]
  /// Longer streaks and gaps count as these.
  public static let longestStreak = 5
  public static let longestGap = 4

  private static let logs = (0...5).map { $0 == 0 ? 0 : Elementary.log(Double($0)) }

  /// One row of the design.
  public static func row(_ state: GivingState) -> [Double] {
    [
      1, state.streak > 0 ? 1 : 0, logs[min(state.streak, longestStreak)],
      state.streak > 0 ? 0 : logs[min(state.gap, longestGap)], state.last == nil ? 1 : 0,
    ]
  }

  /// The row times `coefficients`, without making it.
  static func logit(_ state: GivingState, _ coefficients: [Double]) -> Double {
    if state.streak > 0 {
      return coefficients[0] + coefficients[1] + coefficients[2] * logs[min(state.streak, longestStreak)]
    }
    if state.last == nil { return coefficients[0] + coefficients[4] }
    return coefficients[0] + coefficients[3] * logs[min(state.gap, longestGap)]
  }
}

/// The columns of the amount model: ln(next / last) is linear in them.
public enum AmountDesign {
  /// A common drift, and the pull of the last gift back toward the usual one.
  public static let names = ["(Intercept)", "usual_minus_last"]
  /// |ln(next / last)| is at most this: without a bound a heavy-tailed ratio has no mean.
  public static let longestStep = 4.0
  /// A gift is at most the largest amount a book may hold (1e13 cents), so that no path outgrows whole cents.
  public static let largestGift = Elementary.log(1e13)
  /// A drawn spread of ln(next / last) is at most this (assumption): a few records must not stand for chaos.
  public static let widestSpread = 1.0
}
