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
            let rows = AddedRows(
              rows: a.rows, factors: factors, first: first,
              second: a.low.isEmpty ? nil : second.baseAddress, high: high, low: low)
            RowBlocks.forEach(rows: a.rows) { rows.add($0) }
          }
        }
      }
    }
    return WideVector(high: high, low: low)
  }
}

/// Rows to which products are added, in place; blocks of them by different threads.
private struct AddedRows: @unchecked Sendable {
  let rows: Int
  let factors: [DoubleDouble]
  let first: UnsafePointer<Double>
  let second: UnsafePointer<Double>?
  let high: UnsafeMutablePointer<Double>
  let low: UnsafeMutablePointer<Double>

  func add(_ block: Range<Int>) {
    let full = block.lowerBound + block.count & ~7
    for row in stride(from: block.lowerBound, to: full, by: 8) {
      var sum = WideLanes(high: GramKernel.load(high, row), low: GramKernel.load(low, row))
      for (column, factor) in factors.enumerated() {
        sum.add(factor, times: GramKernel.load(first, column * rows + row))
        if let second {
          sum.add(DoubleDouble(factor.hi), times: GramKernel.load(second, column * rows + row))
        }
      }
      GramKernel.store(sum.high, high, row)
      GramKernel.store(sum.low, low, row)
    }
    for row in full..<block.upperBound {
      var sum = DoubleDouble(parts: high[row], low[row])
      for (column, factor) in factors.enumerated() {
        sum = sum + factor * first[column * rows + row]
        if let second { sum = sum + factor.hi * second[column * rows + row] }
      }
      high[row] = sum.hi
      low[row] = sum.lo
    }
  }
}

extension WideVector {
  /// The first elements.
  public func prefix(_ count: Int) -> WideVector {
    guard count < self.count else { return self }
    return WideVector(high: Array(high.prefix(count)), low: Array(low.prefix(count)))
  }

  /// Each element less a number.
  public func subtracting(_ number: DoubleDouble) -> WideVector {
    WideVector(high.indices.map { self[$0] - number })
  }

  /// Each element times a number.
  public func scaled(by factor: DoubleDouble) -> WideVector {
    WideVector(high.indices.map { self[$0] * factor })
  }
}
