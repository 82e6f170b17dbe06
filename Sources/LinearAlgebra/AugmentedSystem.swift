/// The augmented system of least squares, `r + A x = top, A' r = 0`, solved in double-double.
struct AugmentedSystem {
  private let a: WideMatrix
  private let qr: PivotedQR

  /// Corrections are repeated while they shrink, at most this often.
  private static let mostSteps = 30
  /// A correction of this relative size is the last one needed.
  private static let enough = 1e-29
  /// The relative size at which the last correction must have arrived.
  private static let goal = 1e-20

  init(_ a: WideMatrix, _ qr: PivotedQR) {
    self.a = a
    self.qr = qr
  }

  /// The solution, refined until corrections are below 1e-29 or no longer halve; their size is relative to
  /// the largest element of x or r, or of `top` where that is larger. Nil if they stop above 1e-20.
  ///
  /// - Throws: a LAPACK error.
  func solve(_ top: WideVector) throws(LinearAlgebraError) -> (r: WideVector, x: WideVector)? {
    var r = WideVector(count: a.rows)
    var x = WideVector(count: a.columns)
    guard a.columns > 0 else { return (top, x) }
    var last = Double.infinity
    for _ in 0..<AugmentedSystem.mostSteps {
      let step = try qr.correction(
        top: residuals(of: a, x, from: top, less: r), bottom: Gram.products(a, r).map { -$0.value })
      r.add(step.r)
      x.add(step.x)
      let size = max(
        relative(step.x, to: max(x.largest, top.largest)),
        relative(step.r, to: max(r.largest, top.largest)))
      let stalled = size > last / 2
      last = min(size, last)
      if stalled || size <= AugmentedSystem.enough { break }
    }
    return last <= AugmentedSystem.goal ? (r, x) : nil
  }

  private func relative(_ step: [Double], to scale: Double) -> Double {
    scale > 0 ? largest(step) / scale : 0
  }

  private func residuals(
    of a: WideMatrix, _ x: WideVector, from top: WideVector, less r: WideVector
  ) -> [Double] {
    (top - r).subtracting(a, times: x).elements.map(\.value)
  }
}

/// The largest magnitude in a vector; zero if it is empty.
func largest(_ values: [Double]) -> Double { values.withUnsafeBufferPointer(largest) }

/// The largest of finite magnitudes, eight lanes at a time; lanes are replaced rather than compared by
/// `pointwiseMax`, which the compiler leaves generic (measured: a tenth of a second for eleven million values).
func largest(_ values: UnsafeBufferPointer<Double>) -> Double {
  guard let start = values.baseAddress else { return 0 }
  var highest = SIMD8<Double>(repeating: 0)
  var lowest = highest
  for index in stride(from: 0, to: values.count & ~7, by: 8) {
    let some = GramKernel.load(start, index)
    highest.replace(with: some, where: some .> highest)
    lowest.replace(with: some, where: some .< lowest)
  }
  var most = max(highest.max(), -lowest.min())
  for index in values.count & ~7..<values.count { most = max(most, values[index].magnitude) }
  return most
}
