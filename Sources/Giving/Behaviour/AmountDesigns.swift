import Probability
import Regression

/// The columns of "the same amount again": logit P(the next gift repeats the last to the cent).
///
/// | column | value |
/// |---|---|
/// | `repeats` | logit of (repeats + 0.15) / (changes + 1) |
/// | `no_change_yet` | 1 after a single gift |
/// | `size` | (ln of the last gift in dollars - 11) / 2.5 |
/// | `off_typical` | distance of that logarithm from 9.7 (16,000 dollars, where repeats are commonest) / 2.5 |
/// | `after_gap` | 1 after a missed year |
/// | `log_gifts` | ln(number of gifts) |
enum RepeatDesign {
  static let names = [
    "(Intercept)", "repeats", "no_change_yet", "size", "off_typical", "after_gap", "log_gifts",
  ]

  static func row(_ state: GivingState, last: Double, _ around: Surroundings) -> Row {
    let share = (Double(state.repeats) + 0.15) / Double(state.changes + 1)
    var row = Row()
    row[0] = 1
    row[1] = Elementary.log(share / (1 - share))
    row[2] = state.changes == 0 ? 1 : 0
    row[3] = GiftSize.of(last, around)
    row[4] = abs(GiftSize.dollars(last, around) - 9.7) / 2.5
    row[5] = state.gap > 0 ? 1 : 0
    row[6] = Logarithm.of(max(state.gifts, 1))
    return row
  }
}

/// The columns of a change's location: the expected ln(next / last) of a gift that is not the same again.
///
/// | column | value |
/// |---|---|
/// | `usual` | ln(usual / last), bounded |
/// | `usual_volatility` | the same x ln(volatility): who varies much comes back further |
/// | `before` | ln(gift before / last), bounded |
/// | `level` | ln(what others give / last), bounded by 5, after two gifts and more |
/// | `level_first` | the same after a single gift |
/// | `level_large` | the same x how far the last gift is above 440,000 dollars |
/// | `first` | 1 after a single gift |
/// | `small` | how far the last gift is below 8,000 dollars |
/// | `after_gap`, `adjusted` | 1 after a missed year; 1 if a negative row stands in the last year |
/// | `fund_trend` | mean change of the fund's other contributors |
enum ChangeDesign {
  static let names = [
    "(Intercept)", "usual", "usual_volatility", "before", "level", "level_first", "level_large", "first",
    "small", "after_gap", "adjusted", "fund_trend",
  ]
  /// |ln(next / last)| is at most this: without a bound a heavy-tailed ratio has no mean.
  static let longestStep = 4.0
  /// |ln(gift / usual gift known from the book)| is at most this in a simulated year, however many lie between: a
  /// factor of 245. Of the gifts on record that follow two or more, 99 % lie nearer at every number of years ahead
  /// (4.6 to 5.5 in the United Nations system, 2.9 to 3.8 on its trust funds; see <doc:TailsOfGiving>).
  static let longestStray = 5.5

  static func row(_ state: GivingState, last: Double, _ around: Surroundings) -> Row {
    let usual = bounded((state.usual ?? last) - last)
    let level = around.level.map { min(max($0 - last, -5), 5) } ?? 0
    let first = state.changes == 0
    let dollars = GiftSize.dollars(last, around)
    var row = Row()
    row[0] = 1
    row[1] = usual
    row[2] = usual == 0 ? 0 : usual * Elementary.log(state.volatility)
    row[3] = state.before.map { bounded($0 - last) } ?? 0
    row[4] = first ? 0 : level
    row[5] = first ? level : 0
    row[6] = level * min(max((dollars - 13) / 2.5, 0), 3)
    row[7] = first ? 1 : 0
    row[8] = min(max((9 - dollars) / 2.5, 0), 3)
    row[9] = state.gap > 0 ? 1 : 0
    row[10] = state.adjusted == 2 ? 1 : 0
    row[11] = around.fundTrend
    return row
  }

  static func bounded(_ step: Double) -> Double { min(max(step, -longestStep), longestStep) }

  /// The gifts that may follow: within `longestStray` of `home`, and where the last one lies farther off, up to it.
  /// - Parameter home: the usual gift known from the book; of one that never gave, where a first gift starts from.
  static func range(after last: Double, home: Double) -> ClosedRange<Double> {
    min(home - longestStray, last)...max(home + longestStray, last)
  }

  /// What is believed of the coefficients before a panel is seen (assumption): a change goes half of the way back,
  /// a quarter to the usual gift and a quarter to the one before, 0.25 either way; the others zero, 1.4 either way
  /// (of the changes' own standard deviation).
  /// In a panel of three years the usual gift lies always halfway between the last and the one before, so that it
  /// tells the two pulls' weighted sum alone; free to differ they would drive simulated amounts apart for ever.
  static let prior = NormalPrior(
    means: names.map { pulls.contains($0) ? 0.25 : 0 },
    standardDeviations: names.map { pulls.contains($0) ? 0.25 : 1.4 })
  private static let pulls = ["usual", "before"]
}

/// The columns of a change's spread: ln of the mean distance of ln(next / last) from its location.
///
/// | column | value |
/// |---|---|
/// | `volatility` | ln of the contributor's own spread of changes, shrunk |
/// | `log_gap` | ln(1 + years missed in a row) |
/// | `no_change_yet` | 1 after a single gift |
/// | `size`, `off_middle` | (ln of the last gift in dollars - 11) / 2.5, and its distance from zero |
/// | `log_gifts` | ln(number of gifts) |
/// | `censored` | 1 if the record begins inside the streak |
enum SpreadDesign {
  static let names = [
    "(Intercept)", "volatility", "log_gap", "no_change_yet", "size", "off_middle", "log_gifts", "censored",
  ]

  static func row(_ state: GivingState, last: Double, _ around: Surroundings) -> Row {
    let size = GiftSize.of(last, around)
    var row = Row()
    row[0] = 1
    row[1] = Elementary.log(state.volatility)
    row[2] = Logarithm.of(1 + state.gap)
    row[3] = state.changes == 0 ? 1 : 0
    row[4] = size
    row[5] = abs(size)
    row[6] = Logarithm.of(max(state.gifts, 1))
    row[7] = state.censored ? 1 : 0
    return row
  }

  /// ln of the widest spread, whatever the coefficients.
  static let widestLogarithm = 3.0
}
