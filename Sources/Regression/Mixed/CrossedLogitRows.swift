/// The rows of a crossed logit and where coefficients and effects lie in one flat vector.
///
/// First the effects of all factors but the largest, then the p coefficients (together the `dense` part), then
/// the effects of the largest factor, whose block of the second derivatives is diagonal.
struct CrossedLogitRows: Sendable {
  let design: [Double]
  let response: [Double]
  let names: [String]
  let columns: Int
  let factors: [CrossedLogitModel.Factor]
  /// For each factor where its effects begin.
  let offsets: [Int]
  /// The factor with most levels, the first of equals; nil without factors.
  let largest: Int?
  /// Where the coefficients begin.
  let coefficients: Int
  /// Effects of the smaller factors and coefficients.
  let dense: Int
  /// All effects and coefficients.
  let total: Int

  init(
    _ design: [Double], columns: Int, names: [String], response: [Double],
    factors: [CrossedLogitModel.Factor]
  ) {
    self.design = design
    self.response = response
    self.names = names
    self.columns = columns
    self.factors = factors
    let most = factors.map(\.count).max()
    let largest = factors.firstIndex { $0.count == most }
    self.largest = largest
    var offsets = [Int](repeating: 0, count: factors.count)
    var next = 0
    for (index, factor) in factors.enumerated() where index != largest {
      offsets[index] = next
      next += factor.count
    }
    coefficients = next
    dense = next + columns
    if let largest { offsets[largest] = dense }
    self.offsets = offsets
    total = dense + (most ?? 0)
  }

  /// The numbers of the factors whose effects are in the dense part.
  var smaller: [Int] { factors.indices.filter { $0 != largest } }

  /// x_i'b + sum of s_f u_f for each row, at a point of the flat vector.
  func predictor(_ point: [Double], _ deviations: [Double]) -> [Double] {
    var result = [Double](repeating: 0, count: response.count)
    for row in result.indices {
      var sum = 0.0
      for column in 0..<columns { sum += design[row * columns + column] * point[coefficients + column] }
      result[row] = sum
    }
    for (index, factor) in factors.enumerated() {
      for (row, level) in factor.levels.enumerated() where level >= 0 {
        result[row] += deviations[index] * point[offsets[index] + Int(level)]
      }
    }
    return result
  }
}
