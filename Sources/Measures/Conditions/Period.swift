/// The years in which something is looked for.
public enum Period: Sendable, Hashable, CustomStringConvertible {
  /// Nothing is said: any year looked at.
  case any
  /// `in 2023`
  case `in`(Int)
  /// `by 2025`: any year up to and with it.
  case by(Int)
  /// `within 3 years`: any of the first so many.
  case within(Int)
  /// `from 2022 to 2024`: any of them.
  case from(Int, to: Int)

  /// Which of the years looked at are meant.
  public func years(of all: ClosedRange<Int>) -> [Int] {
    switch self {
    case .any: Array(all)
    case .in(let year): all.filter { $0 == year }
    case .by(let year): all.filter { $0 <= year }
    case .within(let count): Array(all.prefix(count))
    case .from(let first, let last): all.filter { (first...last).contains($0) }
    }
  }

  public var description: String {
    switch self {
    case .any: ""
    case .in(let year): "in \(year)"
    case .by(let year): "by \(year)"
    case .within(let count): "within \(count) \(count == 1 ? "year" : "years")"
    case .from(let first, let last): "from \(first) to \(last)"
    }
  }

  /// With a blank before it, where it says anything.
  var suffix: String { self == .any ? "" : " \(self)" }
}
