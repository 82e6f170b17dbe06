internal import LinearAlgebra

/// What each row does to a linear fit; one value per row. Names of R in brackets.
public struct Influence: Sendable, Equatable {
  /// The share of a row's own response in its fitted value, from 0 to 1 [hatvalues].
  public let leverages: [Double]
  /// r_i = u_i sqrt(w_i) / (sigma sqrt(1 - h_i)): internally studentised residuals [rstandard].
  public let standardizedResiduals: [Double]
  /// The same with sigma estimated without the row: externally studentised residuals [rstudent].
  public let studentizedResiduals: [Double]
  /// r_i^2 h_i / (k (1 - h_i)): how far the coefficients move without the row [cooks.distance].
  public let cooksDistances: [Double]
  /// t_i sqrt(h_i / (1 - h_i)): by how many standard errors the fitted value moves [dffits].
  public let dffits: [Double]
}

extension LinearFit {
  /// The influence of each row, weights included as in R.
  ///
  /// Where a row determines its own fitted value (leverage 1), residuals and distances are not defined and
  /// nan, as are externally studentised residuals of a fit with one degree of freedom.
  /// Source: Belsley, Kuh and Welsch 1980, Regression Diagnostics; Cook 1977, Technometrics 19.
  ///
  /// - Throws: `noDegreesOfFreedom` for a fit that leaves no residuals.
  public func influence() throws(RegressionError) -> Influence {
    guard residualDegreesOfFreedom > 0 else {
      throw .noDegreesOfFreedom(rows: sample.rows, parameters: names.count)
    }
    let leverages = leverages
    let weighted = residuals.enumerated().map { $1 * weight($0).squareRoot() }
    let standardized = leverages.indices.map {
      leverages[$0] < 1 ? weighted[$0] / (sigma * (1 - leverages[$0]).squareRoot()) : .nan
    }
    let freedom = residualDegreesOfFreedom
    let studentized = standardized.map { r in
      freedom > 1 ? r * ((freedom - 1) / (freedom - r * r)).squareRoot() : .nan
    }
    let odds = leverages.map { $0 / (1 - $0) }
    return Influence(
      leverages: leverages, standardizedResiduals: standardized, studentizedResiduals: studentized,
      cooksDistances: odds.indices.map {
        standardized[$0] * standardized[$0] * odds[$0] / Double(names.count)
      },
      dffits: odds.indices.map { studentized[$0] * odds[$0].squareRoot() })
  }

  /// The weight of a row, one by default.
  private func weight(_ row: Int) -> Double { sample.weights?[row] ?? 1 }

  /// Sums of squares of the rows of an orthonormal basis, 0 for rows of weight zero; what differs from 1 by
  /// rounding is 1.
  private var leverages: [Double] {
    var leverages = [Double](repeating: 0, count: sample.rows)
    let basis = Whitening(solution.factor).rows(of: system.data)
    for row in 0..<basis.rows {
      let sum = basis.row(row).reduce(0) { $0 + $1 * $1 }
      leverages[system.rows?[row] ?? row] = sum > 1 - 1e-14 ? 1 : sum
    }
    return leverages
  }
}
