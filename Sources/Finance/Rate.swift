/// A share in whole basis points (1/100 of 1 %).
public struct Rate: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let basisPoints: Int

  public init(basisPoints: Int) { self.basisPoints = basisPoints }
  public static let zero = Rate(basisPoints: 0)
  public static let whole = Rate(basisPoints: 10_000)

  /// Reads `13%`, `7.5 %` or `-20%`: at most two decimals, the sign of a hundredth required.
  public init?(percent text: some StringProtocol) {
    guard text.hasSuffix("%") else { return nil }
    var body = Substring(text.dropLast())
    while body.hasSuffix(" ") { body.removeLast() }
    let negative = body.hasPrefix("-")
    if negative { body.removeFirst() }
    let parts = body.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), (1...6).contains(parts[0].count), let whole = digits(parts[0]) else {
      return nil
    }
    let decimals = parts.count == 2 ? parts[1] : "0"
    guard (1...2).contains(decimals.utf8.count), let fraction = digits(decimals) else { return nil }
    let size = whole * 100 + (decimals.utf8.count == 1 ? fraction * 10 : fraction)
    self.init(basisPoints: negative ? -size : size)
  }

  public var fraction: Double { Double(basisPoints) / 10_000 }

  /// `rate x cents`, rounded once, halves away from zero.
  public func of(_ cents: Int) -> Int {
    roundedQuotient(Int128(cents) * Int128(basisPoints), 10_000)
  }

  /// The programme a gross contribution supports when this rate is charged on direct spending:
  /// direct = gross / (1 + rate), support = gross - direct. The parts add up to the gross.
  /// (870,000.00 at 13 % is 769,911.50 and 100,088.50; gross x (1 - 13 %) is the classic mistake.)
  public func split(gross cents: Int) -> (direct: Int, support: Int) {
    let direct = roundedQuotient(Int128(cents) * 10_000, Int128(10_000 + basisPoints))
    return (direct, cents - direct)
  }

  public static func < (left: Rate, right: Rate) -> Bool { left.basisPoints < right.basisPoints }

  /// `13 %`, `7.5 %`, `12.25 %`.
  public var description: String {
    let size = basisPoints.magnitude
    let fraction = size % 100
    let decimals =
      fraction == 0 ? "" : fraction % 10 == 0 ? ".\(fraction / 10)" : ".\(padded(Int(fraction), 2))"
    return "\(basisPoints < 0 ? "-" : "")\(size / 100)\(decimals) %"
  }
}
