/// The index of the first value that is infinite or not a number; nil if there is none.
///
/// x - x is zero for a finite x and nan for others: one sum of differences judges eight lanes at once.
public func firstNotFinite(_ values: [Double]) -> Int? {
  let isFinite = values.withUnsafeBufferPointer { values in
    var sum = SIMD8<Double>(repeating: 0)
    for index in stride(from: 0, to: values.count & ~7, by: 8) {
      let lanes = GramKernel.load(values.baseAddress!, index)
      sum += lanes - lanes
    }
    var rest = sum.sum()
    for index in values.count & ~7..<values.count { rest += values[index] - values[index] }
    return rest == 0
  }
  return isFinite ? nil : values.firstIndex { !$0.isFinite }
}
