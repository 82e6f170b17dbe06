/// The effects of one grouping, recovered from a within fit.
///
/// The first grouping's values carry the level of the response; those of the others are differences from
/// their first level (the first of each connected component where two groupings fall apart into several).
/// In balanced panels they are what plm's `fixef` gives: `level` for the first, `dfirst` for the second.
public struct FixedEffect: Sendable, Equatable {
  /// The name of the grouping.
  public let name: String
  /// Its levels, in order.
  public let levels: [String]
  /// One value per level; nan for a level without a row of positive weight.
  public let values: [Double]
  /// sigma * sqrt(1 / weight + mean(x)'(X'X)^-1 mean(x)) per level; nil with several groupings.
  public let standardErrors: [Double]?
}

/// The intercept of a within model: mean(y) - mean(x)'b, weighted means over all rows.
public struct OverallIntercept: Sendable, Equatable {
  public let estimate: Double
  /// sigma * sqrt(1 / sum of weights + mean(x)'(X'X)^-1 mean(x)).
  public let standardError: Double
}
