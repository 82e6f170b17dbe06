public import LinearAlgebra

/// A covariance of coefficients and the degrees of freedom that belong to it.
public struct CovarianceEstimate: Sendable, Equatable {
  /// k by k.
  public let matrix: Matrix
  /// One distribution per coefficient.
  public let references: [Reference]
  /// What was estimated, in words for a report: `cluster-robust by state (CR2, 48 clusters)`.
  public let description: String

  public init(matrix: Matrix, references: [Reference], description: String) {
    self.matrix = matrix
    self.references = references
    self.description = description
  }

  /// The square roots of the diagonal.
  public var standardErrors: [Double] { (0..<matrix.rows).map { matrix[$0, $0].squareRoot() } }
}
