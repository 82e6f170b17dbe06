/// In which month of the fiscal year a contributor's yearly gift is first seen, and what the months that have
/// passed without one say.
public struct HabitCalendar: Sendable, Equatable, Codable {
  /// Entry k: probability that a year's gift is seen within the first k months; 0 ... 12.
  let within: [Double]
  /// Whether the ledger shows gifts in their month. Where it knows years alone, no gift so far says nothing.
  public let seenMonthly: Bool

  /// - Parameter weights: of the twelve months, in any unit; above zero in total.
  public init(weights: [Double], seenMonthly: Bool) {
    precondition(weights.count == 12 && weights.allSatisfy { $0 >= 0 }, "twelve weights, none negative")
    let total = weights.reduce(0, +)
    precondition(total > 0, "a gift comes in some month")
    var within = [0.0]
    for weight in weights.dropLast() { within.append(within[within.count - 1] + weight / total) }
    self.within = within + [1]
    self.seenMonthly = seenMonthly
  }

  /// Every month as likely, no gift so far says nothing.
  public static let even = HabitCalendar(weights: Array(repeating: 1, count: 12), seenMonthly: false)

  /// The chance of a gift in the rest of a year, where the whole year's is `annual` and none has come in
  /// `monthsPassed` months: p (1 - F) / (1 - p F), which falls from p to 0 while months pass.
  public func chanceStillToCome(annual: Double, monthsPassed: Int) -> Double {
    guard seenMonthly, monthsPassed > 0 else { return annual }
    let passed = within[min(monthsPassed, 12)]
    guard passed < 1 else { return 0 }
    return annual * (1 - passed) / (1 - annual * passed)
  }

  /// Share of month `month` (0 ... 11) among those after the first `monthsPassed`; as likely each where none
  /// of them has any.
  public func share(of month: Int, after monthsPassed: Int) -> Double {
    guard month >= monthsPassed else { return 0 }
    let open = 1 - within[monthsPassed]
    return open > 0 ? (within[month + 1] - within[month]) / open : 1 / Double(12 - monthsPassed)
  }

  /// The month (0 ... 11) of a gift that comes after the first `monthsPassed` (0 ... 11), by inversion.
  public func month(after monthsPassed: Int, _ uniform: Double) -> Int {
    let open = 1 - within[monthsPassed]
    guard open > 0 else { return monthsPassed + Int(uniform * Double(12 - monthsPassed)) }
    let target = within[monthsPassed] + uniform * open
    var month = monthsPassed
    while month < 11, within[month + 1] <= target { month += 1 }
    return month
  }
}
