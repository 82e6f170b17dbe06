import LinearAlgebra

/// Columns computed element by element; loops without a closure per element once inlined.
extension WideVector {
  /// Every element through one function.
  @inline(__always)
  func elementwise(_ function: (DoubleDouble) -> DoubleDouble) -> WideVector {
    var high = [Double](repeating: 0, count: count)
    var low = high
    var isPlain = true
    for index in 0..<count {
      let value = function(self[index])
      high[index] = value.hi
      low[index] = value.lo
      if value.lo != 0 { isPlain = false }
    }
    return WideVector(high: high, low: isPlain ? [] : low)
  }

  /// Every pair of elements through one function.
  @inline(__always)
  func elementwise(
    _ other: WideVector, _ function: (DoubleDouble, DoubleDouble) -> DoubleDouble
  ) -> WideVector {
    var high = [Double](repeating: 0, count: count)
    var low = high
    var isPlain = true
    for index in 0..<count {
      let value = function(self[index], other[index])
      high[index] = value.hi
      low[index] = value.lo
      if value.lo != 0 { isPlain = false }
    }
    return WideVector(high: high, low: isPlain ? [] : low)
  }

  /// The first element that is no finite number.
  var firstNotFinite: Int? { high.firstIndex { !$0.isFinite } }
}
