import Probability

/// The distribution of months from due to received, of what is received at all.
///
/// S(0) = 1, S(m) = L (o + (1 - o)(1 - C(m - 1))) to m = 11 and S(11 + k) = L o (1 - h)^k, where S(m) is the
/// probability of m months and more, L of being late, o of "not this year" if late, C the cumulative share of
/// the months 1 to 10, and h the monthly chance of arrears to be paid.
public struct LatenessCurve: Sendable, Equatable {
  public var onTime: Double
  public var notThisYear: Double
  /// C: entry k is the share of the late payments of a year that come within k months; 0 ... 10.
  let cumulative: [Double]
  public let arrears: Double

  /// Later than this is never seen by any projection, in months.
  static let longest = 1200

  public init(onTime: Double, notThisYear: Double, months: [Double], arrears: Double) {
    (self.onTime, self.notThisYear, self.arrears) = (onTime, notThisYear, arrears)
    let total = months.reduce(0, +)
    var cumulative = [0.0]
    for month in months { cumulative.append(min(cumulative[cumulative.count - 1] + month / total, 1)) }
    self.cumulative = cumulative
  }

  /// The same chance in every month after the first: mean 1 / chance months where late.
  public init(onTime: Double, meanMonthsLate: Double) {
    let chance = 1 / max(meanMonthsLate, 1)
    var open = [1.0]
    for month in 0..<LatenessBelief.lastMonth { open.append(open[month] * (1 - chance)) }
    self.init(
      onTime: onTime, notThisYear: open[LatenessBelief.lastMonth],
      months: open.dropLast().map { $0 * chance }, arrears: chance)
  }

  /// P(months >= `month`).
  public func survival(_ month: Int) -> Double {
    guard month > 0 else { return 1 }
    let late = 1 - onTime
    let within = LatenessBelief.lastMonth + 1
    if month <= within { return late * (notThisYear + (1 - notThisYear) * (1 - cumulative[month - 1])) }
    return late * notThisYear * Elementary.power(1 - arrears, Double(month - within))
  }

  /// P(months = `month` | months >= `month`).
  public func hazard(_ month: Int) -> Double {
    let open = survival(month)
    return open > 0 ? 1 - survival(month + 1) / open : 1
  }

  /// Months late by inversion, given that it is `age` months at least; `uniform` lies inside (0, 1).
  /// Where nothing should be open after `age` months it comes at once.
  public func months(atLeast age: Int, _ uniform: Double) -> Int {
    let open = survival(age)
    guard open > 0 else { return age }
    let target = open * uniform
    let late = 1 - onTime
    if target > late { return max(age, 0) }
    let rest = target / late
    if rest > notThisYear {
      let place = (1 - rest) / (1 - notThisYear)
      var month = 1
      while month < LatenessBelief.lastMonth, cumulative[month] <= place { month += 1 }
      return max(age, month)
    }
    let within = LatenessBelief.lastMonth + 1
    guard arrears < 1 else { return max(age, within) }
    let steps = Elementary.log(rest / notThisYear) / Elementary.log1p(-arrears)
    return max(age, within + Int(min(steps, Double(LatenessCurve.longest))))
  }
}
