/// A number that is asked of all paths together.
public enum Quantity: Sendable, Hashable, CustomStringConvertible {
  /// `P(shortfall by 2025)`: the share of futures.
  case probability(Occurrence)
  /// `median(closing-cash of core in 2023)`: over all futures.
  case statistic(Statistic, Reading, year: Int)

  /// What is told of a measure over all futures.
  public enum Statistic: Sendable, Hashable, CustomStringConvertible {
    case mean
    /// Percent: 5 is the quantile below which one future in twenty lies.
    case quantile(Int)

    /// `mean`, `median`, `q05` ... `q95`.
    init?(word: String) {
      switch word {
      case "mean": self = .mean
      case "median": self = .quantile(50)
      default:
        guard word.utf8.count == 3, word.hasPrefix("q"), let percent = Int(word.dropFirst()), percent > 0
        else { return nil }
        self = .quantile(percent)
      }
    }

    public var description: String {
      switch self {
      case .mean: "mean"
      case .quantile(50): "median"
      case .quantile(let percent): percent < 10 ? "q0\(percent)" : "q\(percent)"
      }
    }
  }

  /// Every measure and event it speaks of.
  public var readings: [Reading] {
    switch self {
    case .probability(let occurrence): occurrence.readings
    case .statistic(_, let reading, _): [reading]
    }
  }

  public var description: String {
    switch self {
    case .probability(let occurrence): "P(\(occurrence))"
    case .statistic(let statistic, let reading, let year): "\(statistic)(\(reading) in \(year))"
    }
  }
}
