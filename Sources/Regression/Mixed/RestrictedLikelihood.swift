internal import LinearAlgebra
internal import Probability

/// The profiled restricted likelihood of a random intercept as a function of the ratio r of the variances.
///
/// With t_i the total weight of a group, q_i = t_i / (1 + r t_i), W the cross products of [X y] within
/// groups and m_i their means, [X y]'V^-1 [X y] = W + sum q_i m_i m_i' is a sum of positive terms. With A its
/// block of X, and RSS(r) what is left of y,
///     criterion = sum log(1 + r t_i) + log |A| + (n - k)(1 + log(2 pi RSS / (n - k))) - sum log w.
/// Groups of equal weight share their q and are added up beforehand.
struct RestrictedLikelihood {
  /// Cross products of the columns of X, then y.
  private let within: CrossProducts
  /// The groups of one total weight.
  private struct Class {
    let total: DoubleDouble
    var groups = 0.0
    /// Of the groups' means.
    var products: CrossProducts
  }
  private let classes: [Class]
  private let logWeights: Double
  private let rows: Int
  private let size: Int

  init(_ data: MixedRows) {
    let matrix = data.sample.design.matrix
    let columns = (0..<matrix.columns).map { matrix.column($0) } + [data.sample.response]
    let weights = data.sample.weights.map { WideVector($0) }
    var within = CrossProducts(size: columns.count)
    let swept = columns.map { data.means.sweep($0) }
    for row in columns.indices {
      let weighted = weights.map { swept[row] * $0 } ?? swept[row]
      for column in 0...row { within.add((weighted * swept[column]).sum, row, column) }
    }
    self.within = within
    classes = RestrictedLikelihood.classes(data.means.totals, columns.map { data.means.means($0) })
    logWeights = data.sample.weights?.reduce(0) { $0 + Elementary.log($1) } ?? 0
    rows = data.sample.rows
    size = matrix.columns
  }

  /// The groups by total weight, in the order in which the weights are met.
  private static func classes(_ totals: [DoubleDouble], _ means: [[DoubleDouble]]) -> [Class] {
    var places: [[Double]: Int] = [:]
    var classes: [Class] = []
    for (group, total) in totals.enumerated() {
      let place = places[[total.hi, total.lo]] ?? classes.count
      if place == classes.count {
        places[[total.hi, total.lo]] = place
        classes.append(Class(total: total, products: CrossProducts(size: means.count)))
      }
      classes[place].groups += 1
      for row in means.indices {
        for column in 0...row {
          classes[place].products.add(means[row][group] * means[column][group], row, column)
        }
      }
    }
    return classes
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
  }

  /// The criterion and its derivative
  ///     sum q_i - sum q_i^2 m_i'A^-1 m_i - (n - k) sum q_i^2 e_i^2 / RSS,
  /// e_i what the columns leave of a group's mean of y.
  func point(at ratio: Double) throws(RegressionError) -> Point {
    let shares = classes.map { $0.total / (DoubleDouble(1) + $0.total * ratio) }
    var products = within
    for (one, share) in zip(classes, shares) { products.add(one.products, times: share) }
    guard let factor = WideCholesky((0..<size).map { products.row($0) }) else {
      throw .numerical("the cross products of the columns are not positive definite: rescale the columns")
    }
    let solved = factor.solve(Array(products.row(size).prefix(size)))
    let contrast = solved.map { -$0 } + [DoubleDouble(1)]
    let residual = products.quadraticForm(contrast)
    let inverse = (0..<size).map { factor.solve(unit($0)) }
    var traces = DoubleDouble(0)
    var squares = DoubleDouble(0)
    for (one, share) in zip(classes, shares) {
      traces = traces + share * one.groups - share * share * one.products.product(inverse)
      squares = squares + share * share * one.products.quadraticForm(contrast)
    }
    let pull = squares / residual * Double(rows - size)
    return Point(
      ratio: ratio, criterion: criterion(ratio, factor, residual), slope: (traces - pull).value,
      scale: traces.value.magnitude + pull.value.magnitude)
  }

  private func unit(_ index: Int) -> [DoubleDouble] {
    (0..<size).map { DoubleDouble($0 == index ? 1 : 0) }
  }

  private func criterion(_ ratio: Double, _ factor: WideCholesky, _ residual: DoubleDouble) -> Double {
    let freedom = Double(rows - size)
    var sum = freedom * (1 + Elementary.log(2 * .pi * residual.value / freedom)) - logWeights
    for one in classes {
      sum += one.groups * Elementary.log((DoubleDouble(1) + one.total * ratio).value)
    }
    for pivot in factor.diagonal { sum += 2 * Elementary.log(pivot.value) }
    return sum
  }

  /// The typical weight of a group: what ratios are measured against.
  var averageTotal: Double {
    let groups = classes.reduce(0) { $0 + $1.groups }
    return classes.reduce(DoubleDouble(0)) { $0 + $1.total * $1.groups }.value / max(1, groups)
  }
}
