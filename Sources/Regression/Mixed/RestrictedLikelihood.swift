internal import LinearAlgebra
internal import Probability

/// The profiled restricted likelihood of a random intercept as a function of the ratio r of the variances.
///
/// With t_i the total weight of a group, q_i = t_i / (1 + r t_i), W the cross products of [X y] within
/// groups and m_i their means, [X y]'V^-1 [X y] = W + sum q_i m_i m_i' is a sum of positive terms. With A its
/// block of X, and RSS(r) what is left of y,
///     criterion = sum log(1 + r t_i) + log |A| + (n - k)(1 + log(2 pi RSS / (n - k))) - sum log w.
struct RestrictedLikelihood {
  /// Columns of X, then y.
  private let within: [[DoubleDouble]]
  /// For each group the means of the columns of X, then of y.
  private let means: [[DoubleDouble]]
  private let totals: [DoubleDouble]
  private let logWeights: Double
  private let rows: Int
  private let size: Int

  init(_ data: MixedRows) {
    let matrix = data.sample.design.matrix
    let columns = (0..<matrix.columns).map { matrix.column($0) } + [data.sample.response]
    let weights = data.sample.weights.map { WideVector($0) }
    let swept = columns.map { data.means.sweep($0) }
    within = swept.map { one in
      let weighted = weights.map { one * $0 } ?? one
      return swept.map { (weighted * $0).sum }
    }
    let averages = columns.map { data.means.means($0) }
    totals = data.means.totals
    means = totals.indices.map { group in averages.map { $0[group] } }
    logWeights = data.sample.weights?.reduce(0) { $0 + Elementary.log($1) } ?? 0
    rows = data.sample.rows
    size = matrix.columns
  }

  /// What the likelihood says at one ratio.
  struct Point {
    let ratio: Double
    /// Minus twice the restricted log likelihood.
    let criterion: Double
    /// Its derivative by the ratio.
    let slope: Double
    /// The sum of the magnitudes of the slope's terms: what it is small against.
    let scale: Double
    /// The weighted residual sum of squares.
    let residual: DoubleDouble
    let coefficients: [DoubleDouble]
  }

  /// The criterion and its derivative
  ///     sum q_i - sum q_i^2 m_i'A^-1 m_i - (n - k) sum q_i^2 e_i^2 / RSS.
  func point(at ratio: Double) throws(RegressionError) -> Point {
    let shares = totals.map { $0 / (DoubleDouble(1) + $0 * ratio) }
    guard let factor = WideCholesky(products(shares)) else {
      throw .numerical("the cross products of the columns are not positive definite: rescale the columns")
    }
    let right = shares.indices.reduce(into: within.map { $0[size] }) { sums, group in
      for row in 0...size { sums[row] = sums[row] + shares[group] * means[group][row] * means[group][size] }
    }
    let solved = factor.solve(Array(right[..<size]))
    let residual = self.residual(solved, shares)
    var traces = DoubleDouble(0)
    var squares = DoubleDouble(0)
    for (group, share) in shares.enumerated() {
      let rest = self.rest(group, solved)
      let leverage = factor.forward(Array(means[group][..<size])).reduce(DoubleDouble(0)) { $0 + $1 * $1 }
      traces = traces + share * (DoubleDouble(1) - share * leverage)
      squares = squares + share * share * rest * rest
    }
    let pull = squares / residual * Double(rows - size)
    return Point(
      ratio: ratio, criterion: criterion(ratio, factor, residual), slope: (traces - pull).value,
      scale: traces.value.magnitude + pull.value.magnitude, residual: residual, coefficients: solved)
  }

  /// The lower triangle of A = X'V^-1 X.
  private func products(_ shares: [DoubleDouble]) -> [[DoubleDouble]] {
    var sums = (0..<size).map { Array(within[$0][...$0]) }
    for (group, share) in shares.enumerated() {
      for row in 0..<size {
        let weighted = share * means[group][row]
        for column in 0...row { sums[row][column] = sums[row][column] + weighted * means[group][column] }
      }
    }
    return sums
  }

  /// What the columns leave of a group's mean of y.
  private func rest(_ group: Int, _ coefficients: [DoubleDouble]) -> DoubleDouble {
    (0..<size).reduce(means[group][size]) { $0 - means[group][$1] * coefficients[$1] }
  }

  /// (y - Xb)'V^-1 (y - Xb) from the parts within and between groups.
  private func residual(_ coefficients: [DoubleDouble], _ shares: [DoubleDouble]) -> DoubleDouble {
    var contrast = coefficients.map { -$0 }
    contrast.append(DoubleDouble(1))
    var sum = DoubleDouble(0)
    for row in 0...size {
      for column in 0...size { sum = sum + contrast[row] * within[row][column] * contrast[column] }
    }
    for (group, share) in shares.enumerated() {
      let rest = rest(group, coefficients)
      sum = sum + share * rest * rest
    }
    return sum
  }

  private func criterion(_ ratio: Double, _ factor: WideCholesky, _ residual: DoubleDouble) -> Double {
    let freedom = Double(rows - size)
    var sum = freedom * (1 + Elementary.log(2 * .pi * residual.value / freedom)) - logWeights
    for total in totals { sum += Elementary.log((DoubleDouble(1) + total * ratio).value) }
    for pivot in factor.diagonal { sum += 2 * Elementary.log(pivot.value) }
    return sum
  }

  /// The typical weight of a group: what ratios are measured against.
  var averageTotal: Double {
    totals.reduce(DoubleDouble(0), +).value / Double(max(1, totals.count))
  }
}
