import Probability

/// How sure a ratio of sums over funds is, found by drawing the funds again with replacement.
///
/// Forecasts of one fund err together, so funds are drawn and not single forecasts. The same draws serve every
/// ratio, so two models are compared on the same funds.
/// Source: Efron and Tibshirani, "An introduction to the bootstrap" (1993), percentile intervals.
public struct FundBootstrap: Sendable {
  /// With fewer funds the draws say nothing.
  public static let fewestFunds = 5
  /// Probability that the interval leaves out on each side.
  static let tail = 0.05
  private static let variable: UInt32 = 0x626F_6F74
  private static let mostDraws = 20_000_000

  private let funds: Int
  private let repeats: Int
  /// How often each fund was drawn; repeat by repeat.
  private let counts: [UInt16]

  /// Draws `funds` out of as many, 1000 times (less often where there are more than 20,000 funds).
  public init(funds: Int, seed: UInt32 = 1) {
    self.funds = funds
    repeats = min(1000, max(100, FundBootstrap.mostDraws / max(1, funds)))
    let stream = RandomStream(seed: seed, variable: FundBootstrap.variable)
    var counts = [UInt16](repeating: 0, count: funds * repeats)
    for turn in 0..<repeats {
      for draw in 0..<funds {
        let fund = Int(stream.uniform(path: UInt64(turn), draw: UInt64(draw)) * Double(funds))
        counts[turn * funds + min(fund, funds - 1)] += 1
      }
    }
    self.counts = counts
  }

  /// The middle 90 % of sum(numerators) / sum(denominators) over the draws. `nil` with fewer than
  /// `fewestFunds` funds that add anything, or where the denominator is nothing in every draw.
  /// - Parameters: one number for each fund, none of them infinite; denominators not below 0.
  public func interval(_ numerators: [Double], over denominators: [Double]) -> ClosedRange<Double>? {
    precondition(numerators.count == funds && denominators.count == funds, "one number for each fund")
    let active = zip(numerators, denominators).count { $0 != 0 || $1 != 0 }
    guard active >= FundBootstrap.fewestFunds else { return nil }
    let ratios = (0..<repeats).compactMap { ratio(numerators, denominators, turn: $0) }
    guard !ratios.isEmpty else { return nil }
    let ends = Quantiles.select([FundBootstrap.tail, 1 - FundBootstrap.tail], from: ratios)
    return ends[0]...ends[1]
  }

  private func ratio(_ numerators: [Double], _ denominators: [Double], turn: Int) -> Double? {
    var (above, below) = (0.0, 0.0)
    for fund in 0..<funds {
      let count = Double(counts[turn * funds + fund])
      above += count * numerators[fund]
      below += count * denominators[fund]
    }
    return below > 0 ? above / below : nil
  }
}
