import LinearAlgebra
import Probability
import Regression

/// 600 rows of 30 by 12 crossed levels, made by the rule of `Scripts/crossed_logit.R`; 339 are yes.
struct MadeLogit {
  var rows: [Double] = []
  var response: [Double] = []
  var factors: [CrossedLogitModel.Factor] = []

  init() {
    var g: [Int32] = []
    var h: [Int32] = []
    for i in 0..<600 {
      let (first, second) = ((i * 7 + i / 31 * 5) % 30, (i * 11 + i / 17 * 3) % 12)
      let x1 = Double(i * 7919 % 1009) / 1009
      let x2 = Double((i * i * 31 + 17 * i) % 499) / 499
      let draw = Double((i * 6007 + i * i * 13) % 997) / 997
      let fixed = 0.3 + 1.2 * x1 - 0.8 * x2
      let effects = Double(first * 37 % 23 - 11) / 10 + (Double(second * 5 % 12) - 5.5) / 6
      rows += [1, x1, x2]
      response.append(draw < Elementary.logistic(fixed + effects) ? 1 : 0)
      g.append(Int32(first))
      h.append(Int32(second))
    }
    factors = [.init(name: "g", levels: g, count: 30), .init(name: "h", levels: h, count: 12)]
  }

  func fit(
    _ prior: NormalPrior, _ scales: [Double], deviations: [Double]? = nil
  ) throws(RegressionError) -> CrossedLogitFit {
    try CrossedLogitModel(prior: prior, deviationScales: scales).fit(
      rows: rows, columns: 3, names: ["one", "x1", "x2"], response: response, factors: factors,
      deviations: deviations)
  }

  /// The same without effects.
  var sample: Sample {
    func column(_ index: Int) -> [Double] { stride(from: index, to: rows.count, by: 3).map { rows[$0] } }
    return Sample(response, on: ["x1": column(1), "x2": column(2)])
  }
}

/// Newton's method on all effects and coefficients at once, the whole matrix of second derivatives inverted by
/// elimination: what `CrossedLogitModel` does without its structure. Effects in their own units.
struct DenseLogit {
  private(set) var mode: [Double]
  private(set) var covariance: Matrix
  private(set) var logMarginal = 0.0

  init(_ data: MadeLogit, _ prior: NormalPrior, _ deviations: [Double]) throws {
    let size = 45
    mode = [Double](repeating: 0, count: size)
    covariance = Matrix(rows: size, columns: size)
    let means = [Double](repeating: 0, count: 42) + prior.means
    let spreads =
      [Double](repeating: deviations[0], count: 30) + [Double](repeating: deviations[1], count: 12)
      + prior.standardDeviations
    for _ in 0..<12 {
      var information = Matrix(rows: size, columns: size)
      var gradient = [Double](repeating: 0, count: size)
      logMarginal = 0
      for index in 0..<size {
        let z = (mode[index] - means[index]) / spreads[index]
        gradient[index] = -z / spreads[index]
        information[index, index] = 1 / (spreads[index] * spreads[index])
        logMarginal -= z * z / 2 + Elementary.log(spreads[index])
      }
      for row in data.response.indices {
        var x = [Double](repeating: 0, count: size)
        x[Int(data.factors[0].levels[row])] = 1
        x[30 + Int(data.factors[1].levels[row])] = 1
        for column in 0..<3 { x[42 + column] = data.rows[row * 3 + column] }
        let present = x.indices.filter { x[$0] != 0 }
        let eta = present.reduce(0.0) { $0 + x[$1] * mode[$1] }
        let p = Elementary.logistic(eta)
        logMarginal += data.response[row] * eta - Elementary.softplus(eta)
        for left in present {
          gradient[left] += (data.response[row] - p) * x[left]
          for right in present { information[left, right] += p * (1 - p) * x[left] * x[right] }
        }
      }
      let lower = try Cholesky(information).lower
      covariance = inverse(lower)
      for index in 0..<size {
        logMarginal -= Elementary.log(lower[index, index])
        for other in 0..<size { mode[index] += covariance[index, other] * gradient[other] }
      }
    }
  }
}

/// (L L')^-1 of a lower triangle.
private func inverse(_ lower: Matrix) -> Matrix {
  let size = lower.rows
  var result = Matrix(rows: size, columns: size)
  for column in 0..<size {
    var x = [Double](repeating: 0, count: size)
    x[column] = 1
    for row in 0..<size {
      for left in 0..<row { x[row] -= lower[row, left] * x[left] }
      x[row] /= lower[row, row]
    }
    for row in (0..<size).reversed() {
      for below in row + 1..<max(size, row + 1) { x[row] -= lower[below, row] * x[below] }
      x[row] /= lower[row, row]
    }
    for row in 0..<size { result[row, column] = x[row] }
  }
  return result
}

/// lme4's `cbpp`: new cases of pleuropneumonia in 15 herds of cattle over four periods, an animal a row
/// (Lesnoff and others 2004); figures printed by `Scripts/crossed_logit.R`.
struct CattleHerds {
  let names = ["one", "period2", "period3", "period4"]
  var rows: [Double] = []
  var response: [Double] = []
  let herds: CrossedLogitModel.Factor

  init() {
    var levels: [Int32] = []
    var herd: Int32 = -1
    for (index, period) in CattleHerds.period.enumerated() {
      if period == 1 { herd += 1 }
      for animal in 0..<CattleHerds.size[index] {
        rows += [1] + [2, 3, 4].map { $0 == period ? 1 : 0 }
        response.append(animal < CattleHerds.sick[index] ? 1 : 0)
        levels.append(herd)
      }
    }
    herds = .init(name: "herd", levels: levels, count: 15)
  }

  private static let period = [
    1, 2, 3, 4, 1, 2, 3, 1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4, 1, 1, 2, 3, 4,
    1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4,
  ]
  private static let sick = [
    2, 3, 4, 0, 3, 1, 1, 8, 2, 0, 2, 2, 0, 2, 0, 5, 0, 0, 1, 3, 0, 0, 1, 8, 1, 3, 0, 12, 2, 0, 0, 0,
    1, 1, 0, 2, 0, 5, 3, 1, 2, 1, 0, 0, 1, 2, 0, 0, 11, 0, 0, 0, 1, 1, 1, 0,
  ]
  private static let size = [
    14, 12, 9, 5, 22, 18, 21, 22, 16, 16, 20, 10, 10, 9, 6, 18, 25, 24, 4, 17, 17, 18, 20, 16, 10, 9, 5, 34,
    9, 6, 8, 6, 22, 22, 18, 22, 25, 27, 22, 22, 10, 8, 6, 5, 21, 24, 19, 23, 19, 2, 3, 2, 19, 15, 15, 15,
  ]
}
