internal import LinearAlgebra

/// A value being swept: a double, or a double-double where every digit is wanted.
///
/// Sums of doubles need no second part: what a mean lacks the next pass takes away.
protocol SweepElement: Sendable {
  static var zero: Self { get }
  /// The value rounded to double.
  var rounded: Double { get }
  func plus(_ other: Self) -> Self
  func minus(_ other: Self) -> Self
  func minus(_ step: Double) -> Self
  func times(_ weight: Double) -> Self
  func times(inverse: DoubleDouble) -> Self
  static func largestMagnitude(_ values: UnsafePointer<Self>, _ count: Int) -> Double
}

extension Double: SweepElement {
  @inline(__always) var rounded: Double { self }
  @inline(__always) func plus(_ other: Double) -> Double { self + other }
  @inline(__always) func minus(_ other: Double) -> Double { self - other }
  @inline(__always) func times(_ weight: Double) -> Double { self * weight }
  @inline(__always) func times(inverse: DoubleDouble) -> Double { self * inverse.hi }
}

extension DoubleDouble: SweepElement {
  static var zero: DoubleDouble { DoubleDouble(0) }
  @inline(__always) var rounded: Double { value }
  @inline(__always) func plus(_ other: DoubleDouble) -> DoubleDouble { self + other }
  @inline(__always) func minus(_ other: DoubleDouble) -> DoubleDouble { self - other }
  @inline(__always) func minus(_ step: Double) -> DoubleDouble { self + -step }
  @inline(__always) func times(_ weight: Double) -> DoubleDouble { self * weight }
  @inline(__always) func times(inverse: DoubleDouble) -> DoubleDouble { self * inverse }
}

extension SweepElement {
  /// The largest magnitude of some values, rounded to double; zero of none.
  static func largestMagnitude(_ values: UnsafePointer<Self>, _ count: Int) -> Double {
    var most = 0.0
    for index in 0..<count { most = max(most, values[index].rounded.magnitude) }
    return most
  }
}

extension Double {
  /// The same, eight lanes at a time.
  static func largestMagnitude(_ values: UnsafePointer<Double>, _ count: Int) -> Double {
    var highest = SIMD8<Double>(repeating: 0)
    var lowest = highest
    for index in stride(from: 0, to: count & ~7, by: 8) {
      let lanes = UnsafeRawPointer(values + index).loadUnaligned(as: SIMD8<Double>.self)
      highest.replace(with: lanes, where: lanes .> highest)
      lowest.replace(with: lanes, where: lanes .< lowest)
    }
    var most = max(highest.max(), -lowest.min())
    for index in count & ~7..<count { most = max(most, values[index].magnitude) }
    return most
  }
}
