import LinearAlgebra
import Regression

/// A small unbalanced panel made by rule: 12 units of 3 to 9 periods, beginning in different ones.
/// The scripts `plm.R` and `lme4.R` make the same.
struct MadePanel {
  let sample: Sample
  let index: PanelIndex
  /// 1 to 4.
  let weights: [Double]
  /// The response's error alone, less its mean in each unit: no effects are left in it.
  let flat: [Double]

  init(shuffled: Bool = false) throws {
    var units: [Int] = []
    var periods: [Int] = []
    for unit in 0..<12 {
      for period in 0..<(3 + unit * 5 % 7) {
        units.append(unit)
        periods.append(period + unit % 3)
      }
    }
    let rows = Array(units.indices)
    let first = rows.map { Double($0 * 7919 % 1009) / 1009 }
    let second = rows.map { Double(($0 * $0 * 31 + 17 * $0) % 499) / 499 }
    let errors = rows.map { Double(($0 * 6007 + $0 * $0 * 13) % 997) / 997 - 0.5 }
    let response = rows.map { (row: Int) -> Double in
      let unit = Double(units[row] * 37 % 23 - 11) / 10
      return 2 + 0.7 * first[row] - 1.3 * second[row] + unit + errors[row]
    }
    flat = rows.map { row in
      let members = rows.filter { units[$0] == units[row] }
      return errors[row] - members.map { errors[$0] }.reduce(0, +) / Double(members.count)
    }
    weights = rows.map { Double(1 + $0 * 3 % 4) }
    let order = shuffled ? rows.map { $0 * 29 % rows.count } : rows
    precondition(Set(order).count == rows.count)
    let design = WideMatrix(
      rows: rows.count,
      columns: [rows.map { _ in 1.0 }, first, second].map { WideVector($0).selecting(order) })
    sample = Sample(
      design: Design(names: [Design.intercept, "x1", "x2"], matrix: design),
      response: WideVector(response).selecting(order))
    index = try PanelIndex(
      units: Grouping(name: "g", labels: order.map { "\(units[$0])" }),
      periods: Grouping(name: "t", labels: order.map { "\(periods[$0])" }))
  }

  func weighted() -> Sample {
    Sample(design: sample.design, response: sample.response, weights: weights)
  }
}
