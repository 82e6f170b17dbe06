import Finance
import Simulation

/// Plain words for numbers, so that the same number is always told the same way.
enum Wording {
  /// `1 in 8 futures`, `almost no future`, `nearly every future`.
  static func futures(_ frequency: Frequency) -> String {
    let share = frequency.probability
    if frequency.count == 0 { return "none of \(Number.units(Double(frequency.paths) * 100)) futures" }
    if share < 0.005 { return "fewer than 1 in 200 futures" }
    if share >= 0.975 { return "nearly every future" }
    if share < 0.3 { return "about 1 in \(Int((1 / share).rounded())) futures" }
    if share > 0.7 {
      return "about \(Int((share * 20).rounded()) * 5) in 100 futures"
    }
    return "about \(Int((share * 10).rounded())) in 10 futures"
  }

  /// `4 December 2020`.
  static func date(_ date: CalendarDate) -> String {
    "\(date.day) \(months[date.month - 1]) \(date.year)"
  }

  /// `March 2021`.
  static func month(_ month: Month) -> String { "\(months[month.number - 1]) \(month.year)" }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ]

  /// `1 row`, `2 rows`.
  static func count(_ number: Int, _ what: String) -> String { "\(number) \(what)\(number == 1 ? "" : "s")" }

  /// `a, b and c`.
  static func list(_ words: [String]) -> String {
    guard words.count > 1, let last = words.last else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }

  /// `spent.programme-support` as `Programme support`.
  static func sentenceCase(_ identifier: String) -> String {
    let words = identifier.split(separator: "-").joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// Heads of three columns of quantiles.
  static let quantileHeads = ["5 %", "50 %", "95 %"].map { $0.figure(of: quantile) }

  /// What a quantile is.
  static let quantile = Origin.label(
    "a quantile over all futures: in so many of 100 futures the amount is at most this large")
}
