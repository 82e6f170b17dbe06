public import Forecasting

/// How often contributors with one kind of past gave in the next year, beside what a fitted behaviour expects of
/// the same cases: the plainest check of a fit.
public struct GivingFrequency: Sendable, Equatable {
  public let past: Past
  /// Contributor-years with such a past.
  public let cases: Int
  /// How many of them a gift followed.
  public let gave: Int
  /// The behaviour's mean chance over the cases, at the parameters' means; 0 without cases.
  public let expected: Double

  /// Years given in a row, or missed in a row, up to the year before; the last of each kind counts longer ones.
  public enum Past: Sendable, Equatable {
    case gave(years: Int)
    case missed(years: Int)
  }

  /// `nil` without cases.
  public var share: Double? { cases == 0 ? nil : Double(gave) / Double(cases) }

  /// Streaks from this length on stand in one row, gaps likewise.
  public static let longestStreak = 5
  public static let longestGap = 4

  /// Every row of the table: streaks of 1 to 5 years, then gaps of 1 to 4.
  public static func table(of panel: Panel, under behaviour: Behaviour) -> [GivingFrequency] {
    let draw = BehaviourDraw(behaviour)
    let steps = PanelWalk(panel).transitions
    let pasts =
      (1...longestStreak).map { Past.gave(years: $0) } + (1...longestGap).map { Past.missed(years: $0) }
    return pasts.map { past in
      let cases = steps.filter { GivingFrequency.past(of: $0.state) == past }
      let sum = cases.reduce(0) { $0 + draw.chance($1.state, $1.around) }
      return GivingFrequency(
        past: past, cases: cases.count, gave: cases.count { $0.gave },
        expected: cases.isEmpty ? 0 : sum / Double(cases.count))
    }
  }

  private static func past(of state: GivingState) -> Past {
    state.streak > 0
      ? .gave(years: min(state.streak, longestStreak)) : .missed(years: min(state.gap, longestGap))
  }
}
