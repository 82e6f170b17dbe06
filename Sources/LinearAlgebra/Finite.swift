/// The index of the first value that is infinite or not a number; nil if there is none.
///
/// x - x is zero for a finite x and nan for others: one sum of differences judges eight lanes at once.
public func firstNotFinite(_ values: [Double]) -> Int? {
  values.withUnsafeBufferPointer { values in
    let shared = SharedValues(values: values)
    let areFinite = RowBlocks.map(rows: values.count) { shared.areFinite($0) }
    return areFinite.allSatisfy { $0 } ? nil : values.firstIndex { !$0.isFinite }
  }
}

/// Values read by several threads.
private struct SharedValues: @unchecked Sendable {
  let values: UnsafeBufferPointer<Double>

  func areFinite(_ range: Range<Int>) -> Bool {
    guard let start = values.baseAddress else { return true }
    let full = range.lowerBound + range.count & ~7
    var sum = SIMD8<Double>(repeating: 0)
    for index in stride(from: range.lowerBound, to: full, by: 8) {
      let lanes = GramKernel.load(start, index)
      sum += lanes - lanes
    }
    var rest = sum.sum()
    for index in full..<range.upperBound { rest += values[index] - values[index] }
    return rest == 0
  }
}
