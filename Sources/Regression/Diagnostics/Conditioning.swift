public import LinearAlgebra

/// How nearly the columns of a design depend on each other.
///
/// Singular values by own Jacobi rotations in double-double, none by LAPACK: the same bits everywhere.
public struct Conditioning: Sendable, Equatable {
  /// Of the design as it stands, the largest first.
  public let singularValues: [Double]
  /// Of the design with each column divided by its length, the largest first.
  public let scaledSingularValues: [Double]

  /// The conditioning of a design of n rows by k columns, k at least 1.
  public init(_ design: WideMatrix) {
    let triangle = GramFactor(design).triangle
    singularValues = LinearAlgebra.singularValues(of: triangle)
    scaledSingularValues = LinearAlgebra.singularValues(of: triangle.unitColumns)
  }

  /// The largest over the smallest singular value: `kappa(exact = TRUE)` of R, `cond` of numpy and of
  /// statsmodels. It changes with the columns' units. Infinite for dependent columns.
  public var conditionNumber: Double { Conditioning.ratio(singularValues) }

  /// The same for columns of unit length, which no change of units changes: above 30 coefficients lose
  /// precision to near dependence. Source: Belsley, Kuh and Welsch 1980, Regression Diagnostics, 3.3.
  public var scaledConditionNumber: Double { Conditioning.ratio(scaledSingularValues) }

  private static func ratio(_ values: [Double]) -> Double {
    guard let largest = values.first, let smallest = values.last else { return .nan }
    return smallest > 0 ? largest / smallest : .infinity
  }
}

extension LinearFit {
  /// The conditioning of the design, rows times the roots of their weights.
  public func conditioning() -> Conditioning { Conditioning(system.data) }
}

extension WideMatrix {
  /// Each column divided by its length; columns of zeros as they are.
  fileprivate var unitColumns: WideMatrix {
    WideMatrix(
      rows: rows,
      columns: (0..<columns).map { index in
        let length = column(index).sumOfSquares.squareRoot()
        guard length.hi > 0 else { return column(index) }
        return WideVector(column(index).elements.map { $0 / length })
      })
  }
}
