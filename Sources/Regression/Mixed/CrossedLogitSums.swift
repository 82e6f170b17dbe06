/// The sums over rows behind a `CrossedLogitCurvature`.
struct CrossedLogitSums {
  private let rows: CrossedLogitRows
  private let deviations: [Double]
  private(set) var gradient: [Double]
  private(set) var diagonal: [Double]
  /// Levels of the largest factor by dense part.
  private(set) var cross: [Double]
  /// The dense part, upper triangle, row after row.
  private(set) var matrix: [Double]

  init(_ rows: CrossedLogitRows, deviations: [Double], gradient: [Double], precisions: [Double]) {
    self.rows = rows
    self.deviations = deviations
    self.gradient = gradient
    let dense = rows.dense
    diagonal = [Double](repeating: 1, count: rows.total - dense)
    cross = [Double](repeating: 0, count: diagonal.count * dense)
    matrix = [Double](repeating: 0, count: dense * dense)
    for index in 0..<dense {
      let isEffect = index < rows.coefficients
      matrix[index * dense + index] = isEffect ? 1 : precisions[index - rows.coefficients]
    }
  }

  /// Adds every row.
  mutating func add(slopes: [Double], weights: [Double]) {
    let smaller = rows.smaller
    for row in slopes.indices {
      addCoefficients(row, slope: slopes[row], weight: weights[row])
      for place in smaller.indices {
        addEffect(smaller[place], row, others: smaller[(place + 1)...], slopes[row], weights[row])
      }
      if let largest = rows.largest { addLargest(largest, row, smaller, slopes[row], weights[row]) }
    }
  }

  /// w x x' and the slope times x.
  private mutating func addCoefficients(_ row: Int, slope: Double, weight: Double) {
    let (first, dense, columns) = (rows.coefficients, rows.dense, rows.columns)
    rows.design.withUnsafeBufferPointer { design in
      matrix.withUnsafeMutableBufferPointer { matrix in
        for left in 0..<columns {
          let value = design[row * columns + left]
          guard value != 0 else { continue }
          gradient[first + left] += slope * value
          let factor = weight * value
          let line = (first + left) * dense + first
          for right in left..<columns { matrix[line + right] += factor * design[row * columns + right] }
        }
      }
    }
  }

  /// An effect of the dense part, with coefficients and the factors after it.
  private mutating func addEffect(
    _ factor: Int, _ row: Int, others: ArraySlice<Int>, _ slope: Double, _ weight: Double
  ) {
    guard let place = place(factor, row) else { return }
    let (dense, deviation) = (rows.dense, deviations[factor])
    gradient[place] += slope * deviation
    matrix[place * dense + place] += weight * deviation * deviation
    for other in others {
      if let second = self.place(other, row) {
        matrix[place * dense + second] += weight * deviation * deviations[other]
      }
    }
    let line = place * dense + rows.coefficients
    for column in 0..<rows.columns {
      matrix[line + column] += weight * deviation * rows.design[row * rows.columns + column]
    }
  }

  /// The effect of the largest factor: its diagonal and its row against the dense part.
  private mutating func addLargest(
    _ factor: Int, _ row: Int, _ smaller: [Int], _ slope: Double, _ weight: Double
  ) {
    guard let place = place(factor, row) else { return }
    let deviation = deviations[factor]
    gradient[place] += slope * deviation
    diagonal[place - rows.dense] += weight * deviation * deviation
    let line = (place - rows.dense) * rows.dense
    for other in smaller {
      if let second = self.place(other, row) {
        cross[line + second] += weight * deviation * deviations[other]
      }
    }
    let (first, values) = (line + rows.coefficients, row * rows.columns)
    for column in 0..<rows.columns {
      cross[first + column] += weight * deviation * rows.design[values + column]
    }
  }

  /// Where a row's effect lies in the flat vector.
  private func place(_ factor: Int, _ row: Int) -> Int? {
    let level = rows.factors[factor].levels[row]
    return level < 0 ? nil : rows.offsets[factor] + Int(level)
  }

  /// Takes C'D^-1 C from the dense part.
  mutating func eliminate() {
    let dense = rows.dense
    matrix.withUnsafeMutableBufferPointer { matrix in
      cross.withUnsafeBufferPointer { cross in
        for level in diagonal.indices {
          for left in 0..<dense where cross[level * dense + left] != 0 {
            let factor = cross[level * dense + left] / diagonal[level]
            for right in left..<dense {
              matrix[left * dense + right] -= factor * cross[level * dense + right]
            }
          }
        }
      }
    }
  }
}
