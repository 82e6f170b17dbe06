/// Least squares on all rows of a panel as if they were independent: `plm(model = "pooling")`.
public struct PooledModel: Sendable {
  public let aliasing: Aliasing

  public init(aliasing: Aliasing = .refuse) { self.aliasing = aliasing }

  /// Fits (weighted) least squares.
  ///
  /// - Throws: `noDegreesOfFreedom`, and what `LinearModel.fit` throws.
  public func fit(_ sample: Sample) throws(RegressionError) -> PanelFit {
    try PanelFit(.pooled, LinearModel(aliasing: aliasing).fit(sample))
  }
}
