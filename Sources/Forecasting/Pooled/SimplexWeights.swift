import Probability

/// Weights, none below 0 and adding up to 1, with which an average of quantiles has the least pinball loss.
struct SimplexWeights {
  /// Amounts over the mean gift count as ten at most: one lump must not choose the weights.
  static let cap = 10.0

  private let members: Int
  /// Vectors that hold one row's quantiles, eight members each.
  private let width: Int
  private var levels: [Double] = []
  private var outcomes: [Double] = []
  private var quantiles: [SIMD8<Double>] = []

  init(members: Int) { (self.members, width) = (members, (members + 7) / 8) }

  /// Adds one amount and the members' quantiles of it at one level.
  mutating func add(level: Double, outcome: Double, quantile: (Int) -> Double) {
    levels.append(level)
    outcomes.append(outcome)
    for start in stride(from: 0, to: members, by: 8) {
      var eight = SIMD8<Double>.zero
      for member in start..<min(start + 8, members) { eight[member - start] = quantile(member) }
      quantiles.append(eight)
    }
  }

  /// Equal weights, then 60 steps of exponentiated gradient (Kivinen and Warmuth 1997): each weight is
  /// multiplied by `exp(-4 g / (L sqrt k))`, with the loss L and its slope g. So few steps stay nearer to
  /// equal weights the less the data say. The mean of the second half of the steps; without data equal
  /// weights.
  func learned() -> [Double] {
    var weights = [Double](repeating: 1 / Double(members), count: members)
    var mean = [Double](repeating: 0, count: members)
    for step in 1...60 {
      let (loss, slope) = lossAndSlope(weights)
      guard members > 1, loss > 0 else { return weights }
      let length = 4 / (loss * Double(step).squareRoot())
      for member in 0..<members { weights[member] *= Elementary.exp(-length * slope[member]) }
      let sum = weights.reduce(0, +)
      for member in 0..<members {
        weights[member] /= sum
        if step > 30 { mean[member] += weights[member] / 30 }
      }
    }
    return mean
  }

  /// The pinball loss and its slope in each weight, less their mean: only differences between members matter.
  private func lossAndSlope(_ weights: [Double]) -> (loss: Double, slope: [Double]) {
    var packed = [SIMD8<Double>](repeating: .zero, count: width)
    for member in 0..<members { packed[member / 8][member % 8] = weights[member] }
    var (loss, slopes) = (0.0, [SIMD8<Double>](repeating: .zero, count: width))
    for row in levels.indices {
      var products = SIMD8<Double>.zero
      for part in 0..<width { products += packed[part] * quantiles[row * width + part] }
      let quantile = sumInOrder(products)
      let share = outcomes[row] < quantile ? 1 - levels[row] : -levels[row]
      loss += share * (quantile - outcomes[row])
      for part in 0..<width { slopes[part] += share * quantiles[row * width + part] }
    }
    let slope = (0..<members).map { slopes[$0 / 8][$0 % 8] }
    let mean = zip(weights, slope).reduce(0) { $0 + $1.0 * $1.1 }
    return (loss, slope.map { $0 - mean })
  }
}

/// Halves added to halves: the same order on every machine.
private func sumInOrder(_ vector: SIMD8<Double>) -> Double {
  let four = vector.lowHalf + vector.highHalf
  let two = four.lowHalf + four.highHalf
  return two.x + two.y
}
