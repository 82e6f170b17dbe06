internal import LinearAlgebra

extension Sandwich {
  /// HC0 to HC3: the squares of the residuals, times n / (n - parameters), over 1 - h, over (1 - h)^2.
  /// Source: MacKinnon and White 1985.
  func heteroskedastic(
    _ kind: CovarianceKind.HeteroskedasticKind
  ) throws(RegressionError) -> CovarianceEstimate {
    let needsLeverage = kind == .hc2 || kind == .hc3
    let absorbed = needsLeverage ? effects?.leverage : nil
    guard !needsLeverage || effects == nil || absorbed != nil else {
      throw .unsupported(
        "\(kind.rawValue) needs the rows' leverage on the effects, dear with so many levels: take HC1 or "
          + "clusters")
    }
    let whitening = self.whitening
    var meat = WeightedGram(size: size)
    var worst: Int?
    forEachBlock(whitening) { rows, q in
      let scales = scales(kind, rows, q, absorbed, worst: &worst)
      meat.add(q, count: rows.count, weights: scales)
    }
    if let worst { throw .leverageOfOne(row: sampleRow(worst), kind: kind.rawValue) }
    let factor = kind == .hc1 ? Double(count) / (try residualDegreesOfFreedom()) : 1
    return estimate(whitening.covariance(meat.matrix.scaled(by: factor)), kind.rawValue)
  }

  /// What each row of a block weighs in the meat.
  private func scales(
    _ kind: CovarianceKind.HeteroskedasticKind, _ rows: Range<Int>, _ q: UnsafeBufferPointer<Double>,
    _ absorbed: [Double]?, worst: inout Int?
  ) -> [Double] {
    guard kind == .hc2 || kind == .hc3 else { return rows.map { residuals[$0] * residuals[$0] } }
    var scales = leverages(rows, q, absorbed)
    for (index, row) in rows.enumerated() {
      let rest = 1 - scales[index]
      if rest <= Sandwich.leverageLimit, worst == nil { worst = row }
      let scaled = residuals[row] / rest
      scales[index] = kind == .hc2 ? residuals[row] * scaled : scaled * scaled
    }
    return scales
  }

  /// A row whose leverage leaves less than this is fitted without error: its residual says nothing.
  static let leverageLimit = 1e-10

  /// For each row its leverage, that on absorbed effects included where it is known: how much its fitted
  /// value moves with its response.
  public var leverages: [Double] {
    let absorbed = effects?.leverage
    var all: [Double] = []
    all.reserveCapacity(count)
    forEachBlock(whitening) { rows, q in all += leverages(rows, q, absorbed) }
    return all
  }

  private func leverages(
    _ rows: Range<Int>, _ q: UnsafeBufferPointer<Double>, _ absorbed: [Double]?
  ) -> [Double] {
    var sums = absorbed.map { Array($0[rows]) } ?? [Double](repeating: 0, count: rows.count)
    for column in 0..<size {
      let start = column * rows.count
      for row in 0..<rows.count { sums[row] += q[start + row] * q[start + row] }
    }
    return sums
  }

  /// Rows of the orthonormal basis (all or a part), 256 at a time: a range of rows, and for them column after column.
  func forEachBlock(
    _ whitening: Whitening, of part: Range<Int>? = nil,
    _ body: (Range<Int>, UnsafeBufferPointer<Double>) -> Void
  ) {
    let length = 256
    let part = part ?? 0..<count
    withUnsafeTemporaryAllocation(of: Double.self, capacity: max(1, length * size)) { buffer in
      for start in stride(from: part.lowerBound, to: part.upperBound, by: length) {
        let rows = start..<min(start + length, part.upperBound)
        whitening.rows(rows, of: wideDesign, into: buffer)
        body(rows, UnsafeBufferPointer(rebasing: buffer[0..<rows.count * size]))
      }
    }
  }
}
