internal import LinearAlgebra

extension Sandwich {
  /// CR2: residuals of a cluster multiplied by B_g^-1/2, B_g their covariance under the working model of
  /// independent rows of equal variance, and degrees of freedom by Satterthwaite's rule for each coefficient.
  ///
  /// With weights the working model is that of the rows before weighting, as R's clubSandwich for `lm`.
  /// Absorbed effects count as columns; those nested in the clusters need not.
  /// Source: Bell and McCaffrey 2002; Pustejovsky and Tipton 2018.
  func cr2(_ ways: [Grouping]) throws(RegressionError) -> CovarianceEstimate {
    guard ways.count == 1 else {
      throw .unsupported("CR2 is defined for one way of clustering, 2 were given: take CR1 for two")
    }
    let way = ways[0]
    let whitening = self.whitening
    let basis = try workingBasis(way, whitening)
    let clusters = way.rowsByLevel.map { basis.cluster(rows: $0) }
    let scores = clusters.map(\.score)
    var meat = Matrix(rows: size, columns: size)
    for score in scores {
      for column in 0..<size { for row in 0..<size { meat[row, column] += score[row] * score[column] } }
    }
    let freedoms = (0..<size).map { basis.degreesOfFreedom(clusters, direction: whitening.direction($0)) }
    return CovarianceEstimate(
      matrix: whitening.covariance(meat),
      references: freedoms.map { .studentT(degreesOfFreedom: $0) },
      description: "cluster-robust by \(way.name) (CR2, \(way.levels.count) clusters)")
  }

  private func workingBasis(
    _ way: Grouping, _ whitening: Whitening
  ) throws(RegressionError) -> WorkingBasis {
    let q = whitening.rows(of: wideDesign)
    let crossing = absorbed.filter { !$0.isNested(in: way) }
    if let weights {
      guard absorbed.isEmpty else {
        throw .unsupported("CR2 with weights and absorbed effects: give the effects as dummies, or take CR1")
      }
      return WorkingBasis(q, residuals: residuals, weights: weights)
    }
    guard !crossing.isEmpty else { return WorkingBasis(q, residuals: residuals) }
    let nested = absorbed.filter { $0.isNested(in: way) }
    return WorkingBasis(q, residuals: residuals, dummies: try EffectDummies(crossing, nested).rows)
  }
}

extension Grouping {
  /// The rows of each level, in their order.
  fileprivate var rowsByLevel: [[Int]] {
    var rows = [[Int]](repeating: [], count: levels.count)
    for (row, code) in codes.enumerated() { rows[Int(code)].append(row) }
    return rows
  }
}
