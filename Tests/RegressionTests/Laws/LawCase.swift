import LinearAlgebra
import Probability
import Regression

/// A sample that laws are tried on: eight units of five periods, three columns beside the intercept, of
/// which the third nearly equals the first.
struct LawCase: Sendable {
  /// What responses are drawn.
  enum Response: Sendable { case real, yesNo, count, positive }

  var sample: Sample
  var units: Grouping
  var periods: Grouping

  /// Columns `x1`, `x2` and `x3 = x1 + z / conditioning`, each with a part common to a unit.
  init(seed: UInt32, conditioning: Double = 1, response: Response = .real) {
    let stream = RandomStream(seed: seed, variable: 7)
    let rows = 40
    func normal(_ row: Int, _ draw: UInt64) -> Double {
      // 20 bits: sums and products of a few such numbers are exact.
      (stream.normal(path: UInt64(row), draw: draw) * 0x1p20).rounded() / 0x1p20
    }
    func column(_ draw: UInt64) -> [Double] {
      (0..<rows).map { normal($0, draw) + normal(1000 + $0 / 5, draw) }
    }
    let (x1, x2, z) = (column(1), column(2), column(3))
    let x3 = zip(x1, z).map { $0 + $1 / conditioning }
    let predictor = (0..<rows).map { 0.5 + x1[$0] - 0.5 * x2[$0] + 0.25 * z[$0] }
    let values = (0..<rows).map { row -> Double in
      let shifted = predictor[row] / 4
      let uniform = stream.uniform(path: UInt64(row), draw: 9)
      switch response {
      case .real: return predictor[row] + normal(row, 4) + normal(2000 + row / 5, 4)
      case .yesNo: return uniform < Elementary.logistic(shifted) ? 1 : 0
      case .count: return (Elementary.exp(shifted) * 4 * uniform).rounded()
      case .positive: return Elementary.exp(shifted) * (0.5 + uniform)
      }
    }
    sample = Sample(values, on: ["x1": x1, "x2": x2, "x3": x3])
    units = Grouping(name: "unit", labels: (0..<rows).map { "\($0 / 5)" })
    periods = Grouping(name: "period", labels: (0..<rows).map { "\(2000 + $0 % 5)" })
  }

  /// Rows of these indices in their order, weights and groups with them.
  func selecting(rows: [Int]) -> LawCase {
    var result = self
    result.sample = Sample(
      design: Design(names: sample.design.names, matrix: sample.design.matrix.selecting(rows: rows)),
      response: sample.response.selecting(rows),
      weights: sample.weights.map { weights in rows.map { weights[$0] } })
    result.units = units.selecting(rows: rows)
    result.periods = periods.selecting(rows: rows)
    return result
  }

  /// One column replaced.
  func replacing(_ name: String, _ change: (WideVector) -> WideVector) -> LawCase {
    let names = sample.design.names
    return with(names, names.indices.map { names[$0] == name ? change(column($0)) : column($0) })
  }

  /// One more column at the right.
  func adding(_ name: String, _ column: WideVector) -> LawCase {
    with(sample.design.names + [name], sample.design.names.indices.map(self.column) + [column])
  }

  /// The columns in the opposite order.
  var reversed: LawCase {
    let order = Array(sample.design.names.indices.reversed())
    return with(order.map { sample.design.names[$0] }, order.map(column))
  }

  func responding(_ change: (WideVector) -> WideVector) -> LawCase {
    var result = self
    result.sample = Sample(
      design: sample.design, response: change(sample.response), weights: sample.weights)
    return result
  }

  func weighted(_ weights: [Double]) -> LawCase {
    var result = self
    result.sample = Sample(design: sample.design, response: sample.response, weights: weights)
    return result
  }

  func column(_ index: Int) -> WideVector { sample.design.matrix.column(index) }

  private func with(_ names: [String], _ columns: [WideVector]) -> LawCase {
    var result = self
    result.sample = Sample(
      design: Design(names: names, matrix: WideMatrix(rows: sample.rows, columns: columns)),
      response: sample.response, weights: sample.weights)
    return result
  }
}

extension WideVector {
  /// Every element times a number, in double-double.
  func times(_ factor: Double) -> WideVector { WideVector(elements.map { $0 * factor }) }

  /// Every element plus a number, in double-double.
  func plus(_ constant: Double) -> WideVector { WideVector(elements.map { $0 + constant }) }
}
