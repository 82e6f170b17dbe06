public import LinearAlgebra

/// A covariance of coefficients and the degrees of freedom that belong to it.
public struct CovarianceEstimate: Sendable, Equatable {
  /// k by k.
  public let matrix: Matrix
  /// One distribution per coefficient.
  public let references: [Reference]
  /// What was estimated, in words for a report: `cluster-robust by state (CR2, 48 clusters)`.
  public let description: String
  /// What a reader must know before using it, with the way out; nil if nothing.
  public let warning: String?

  public init(matrix: Matrix, references: [Reference], description: String, warning: String? = nil) {
    self.matrix = matrix
    self.references = references
    self.description = description
    self.warning = warning
  }

  /// The square roots of the diagonal; nan where an indefinite covariance has a negative one.
  public var standardErrors: [Double] {
    (0..<matrix.rows).map { matrix[$0, $0] < 0 ? .nan : matrix[$0, $0].squareRoot() }
  }
}
