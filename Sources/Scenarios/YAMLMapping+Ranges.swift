import Finance
import Records
import Tabular

extension ClosedRange<Rate> {
  /// A yearly growth or interest: -50 % to 100 %.
  static var yearlyChange: ClosedRange<Rate> { Rate(basisPoints: -5_000)...Rate.whole }
  /// A change of an amount or a value that leaves something of it, up to eleven times as much.
  static var shock: ClosedRange<Rate> { Rate(basisPoints: -9_999)...Rate(basisPoints: 100_000) }
  /// A change of an amount down to nothing.
  static var scaling: ClosedRange<Rate> { Rate(basisPoints: -10_000)...Rate(basisPoints: 100_000) }
}

/// Values of a scenario within stated ranges.
extension YAMLMapping {
  func rate(_ key: String, within range: ClosedRange<Rate>, required: Bool = true, _ problems: inout Problems)
    -> Rate?
  {
    guard let rate = rate(key, required: required, &problems) else { return nil }
    if range.contains(rate) { return rate }
    problems.error(
      location(of: key),
      "\(key) \(rate) is outside \(range.lowerBound) to \(range.upperBound); write a rate within them")
    return nil
  }

  /// Hundredths, not negative.
  func amount(_ key: String, _ problems: inout Problems) -> Int? {
    guard let cents = cents(key, &problems) else { return nil }
    if cents >= 0 { return cents }
    problems.error(location(of: key), "\(key) \(Money.decimal(cents: cents)) is negative; write 0 or more")
    return nil
  }

  /// `amount` in `currency`.
  func money(_ key: String, _ problems: inout Problems) -> Money? {
    let cents = amount(key, &problems)
    let currency = currency("currency", &problems)
    guard let cents, let currency else { return nil }
    return Money(cents: cents, currency: currency)
  }

  /// Years `from` ... `to`; without `to`, up to the horizon.
  func years(horizon: Int, _ problems: inout Problems) -> ClosedRange<Int>? {
    let from = year("from", &problems)
    let to = integer("to", in: 1...9999, required: false, &problems)
    guard let from else { return nil }
    if from <= to ?? horizon { return from...(to ?? horizon) }
    let end =
      to.map { "is later than 'to' \($0); exchange them or correct one" }
      ?? "is later than the horizon \(horizon), to which a change without 'to' runs; correct it or add a 'to'"
    problems.error(location(of: "from"), "'from' \(from) \(end)")
    return nil
  }

  func year(_ key: String, _ problems: inout Problems) -> Int? { integer(key, in: 1...9999, &problems) }
}
