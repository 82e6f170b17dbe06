/// One figure of two scenarios, their difference and the part of it that each driver brings.
public struct ComparedFigure: Sendable, Hashable {
  public let measure: ComparedMeasure
  /// Whole numbers of the measure's unit; `nil` where it cannot be measured.
  public let first: Int?
  public let second: Int?
  /// By driver: whole numbers that add to the difference; `nil` where a mixture cannot be measured.
  public let parts: [Int]?
  /// Monte Carlo error of the difference in numbers of the unit, on the same futures; `nil` of the money expected and of
  /// medians.
  public let error: Double?

  /// `second` less `first`.
  public var difference: Int? {
    guard let first, let second else { return nil }
    return second - first
  }
}
