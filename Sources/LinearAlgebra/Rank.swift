/// A column whose part orthogonal to the columns on its left is at most this share of its length is
/// dependent.
///
/// Polynomials of degree 10 on a narrow interval leave 1e-9 and pass; rounding of an exact copy leaves 1e-16.
public let rankTolerance = 1e-11

/// The columns that depend on columns to their left, by modified Gram-Schmidt, each projection done twice.
///
/// Plain double arithmetic in a fixed order: the answer does not depend on the processor. A dependent column
/// is left out of the basis, so of two equal columns the second is named. A column of zeros is dependent.
func dependentColumns(_ matrix: Matrix) -> [Int] {
  var basis: [[Double]] = []
  var dependent: [Int] = []
  for index in 0..<matrix.columns {
    var rest = matrix.column(index)
    let length = norm(rest)
    for _ in 0..<2 { for direction in basis { project(&rest, outOf: direction) } }
    let left = norm(rest)
    if left <= rankTolerance * length {
      dependent.append(index)
    } else {
      basis.append(rest.map { $0 / left })
    }
  }
  return dependent
}

private func project(_ vector: inout [Double], outOf direction: [Double]) {
  var share = 0.0
  for index in 0..<vector.count { share += vector[index] * direction[index] }
  for index in 0..<vector.count { vector[index] -= share * direction[index] }
}

private func norm(_ vector: [Double]) -> Double {
  var sum = 0.0
  for value in vector { sum += value * value }
  return sum.squareRoot()
}
