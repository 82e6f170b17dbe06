import Probability

/// How often something happened over paths, with its Wilson interval.
public struct Frequency: Sendable, Hashable {
  public let count: Int
  public let paths: Int

  public init(count: Int, paths: Int) { (self.count, self.paths) = (count, paths) }

  public var probability: Double { Double(count) / Double(paths) }
  /// sqrt(p (1 - p) / n).
  public var error: Double { (probability * (1 - probability) / Double(paths)).squareRoot() }
  /// 95 % Wilson interval: 0 of 100,000 is not "never".
  public var interval: (lower: Double, upper: Double) { Wilson.interval(successes: count, trials: paths) }
}
