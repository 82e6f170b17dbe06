import Vectors

/// Things that happen or do not happen on a path in a year.
public enum YearEvent: String, Sendable, CaseIterable {
  case shortfall
  case breach
  case cashOut = "cash-out"

  /// What tells it: above zero, of `cashOut` below zero.
  public var measure: FundMeasure {
    switch self {
    case .shortfall: .shortfall
    case .breach: .breach
    case .cashOut: .lowestCash
    }
  }

  /// On which of eight paths it happens.
  func happens(_ block: PathBlock, _ column: Int, _ vector: Int) -> LaneMask {
    self == .cashOut ? block[column, vector] .< 0 : block[column, vector] .> 0
  }
}
