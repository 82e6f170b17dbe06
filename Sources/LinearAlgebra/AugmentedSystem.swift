/// The augmented system of least squares, `r + A x = top, A' r = 0`, solved in double-double.
struct AugmentedSystem {
  private let a: Matrix
  private let qr: PivotedQR

  /// Corrections are repeated while they shrink, at most this often.
  private static let mostSteps = 30
  /// A correction of this relative size is the last one needed.
  private static let enough = 1e-26
  /// The relative size at which the last correction must have arrived.
  private static let goal = 1e-22

  init(_ a: Matrix, _ qr: PivotedQR) {
    self.a = a
    self.qr = qr
  }

  /// The solution, refined until corrections are below 1e-26 or no longer halve; their size is relative to
  /// the largest element of x or r, or of `top` where that is larger.
  ///
  /// - Throws: `notRefined` if they stop above 1e-22, or a LAPACK error.
  func solve(_ top: [Double]) throws(LinearAlgebraError) -> (r: WideVector, x: WideVector) {
    var r = WideVector(count: a.rows)
    var x = WideVector(count: a.columns)
    guard a.columns > 0 else { return (WideVector(top), x) }
    var last = Double.infinity
    for _ in 0..<AugmentedSystem.mostSteps {
      let step = try qr.correction(
        top: topResidual(top, r, x), bottom: bottomResidual(r))
      r.add(step.r)
      x.add(step.x)
      let size = max(
        relative(step.x, to: max(x.largest, largest(top))),
        relative(step.r, to: max(r.largest, largest(top))))
      let stalled = size > last / 2
      last = min(size, last)
      if stalled || size <= AugmentedSystem.enough { break }
    }
    guard last <= AugmentedSystem.goal else { throw .notRefined(correction: last) }
    return (r, x)
  }

  private func relative(_ step: [Double], to scale: Double) -> Double {
    scale > 0 ? largest(step) / scale : 0
  }

  /// top - r - A x, formed in double-double, rounded.
  private func topResidual(_ top: [Double], _ r: WideVector, _ x: WideVector) -> [Double] {
    var sums = top.indices.map { -r[$0] + top[$0] }
    a.storage.withUnsafeBufferPointer { elements in
      for column in 0..<a.columns {
        let factor = -x[column]
        let start = column * a.rows
        for row in 0..<a.rows { sums[row] = sums[row] + factor * elements[start + row] }
      }
    }
    return sums.map(\.value)
  }

  /// -A' r, formed in double-double, rounded.
  private func bottomResidual(_ r: WideVector) -> [Double] {
    a.storage.withUnsafeBufferPointer { elements in
      (0..<a.columns).map { column in
        var sum = DoubleDouble(0)
        let start = column * a.rows
        for row in 0..<a.rows { sum = sum - r[row] * elements[start + row] }
        return sum.value
      }
    }
  }
}

/// The largest magnitude in a vector; zero if it is empty.
func largest(_ values: [Double]) -> Double {
  var most = 0.0
  for value in values { most = max(most, value.magnitude) }
  return most
}
