extension WideVector {
  /// The vector less A x, each element summed from left to right in double-double, eight rows at a time.
  public func subtracting(_ a: WideMatrix, times x: WideVector) -> WideVector {
    precondition(a.rows == count && a.columns == x.count, "\(a.rows) by \(a.columns) less from \(count)")
    let factors = (0..<a.columns).map { -x[$0] }
    var high = self.high
    var low = self.low.isEmpty ? [Double](repeating: 0, count: count) : self.low
    high.withUnsafeMutableBufferPointer { high in
      low.withUnsafeMutableBufferPointer { low in
        a.high.withUnsafeBufferPointer { first in
          a.low.withUnsafeBufferPointer { second in
            guard let high = high.baseAddress, let low = low.baseAddress, let first = first.baseAddress
            else { return }
            addRows(a.rows, factors, first, a.low.isEmpty ? nil : second.baseAddress, to: high, low)
          }
        }
      }
    }
    return WideVector(high: high, low: low)
  }
}

private func addRows(
  _ rows: Int, _ factors: [DoubleDouble], _ first: UnsafePointer<Double>, _ second: UnsafePointer<Double>?,
  to high: UnsafeMutablePointer<Double>, _ low: UnsafeMutablePointer<Double>
) {
  for row in stride(from: 0, to: rows & ~7, by: 8) {
    var sum = WideLanes(high: GramKernel.load(high, row), low: GramKernel.load(low, row))
    for (column, factor) in factors.enumerated() {
      sum.add(factor, times: GramKernel.load(first, column * rows + row))
      if let second { sum.add(DoubleDouble(factor.hi), times: GramKernel.load(second, column * rows + row)) }
    }
    GramKernel.store(sum.high, high, row)
    GramKernel.store(sum.low, low, row)
  }
  for row in rows & ~7..<rows {
    var sum = DoubleDouble(parts: high[row], low[row])
    for (column, factor) in factors.enumerated() {
      sum = sum + factor * first[column * rows + row]
      if let second { sum = sum + factor.hi * second[column * rows + row] }
    }
    high[row] = sum.hi
    low[row] = sum.lo
  }
}
