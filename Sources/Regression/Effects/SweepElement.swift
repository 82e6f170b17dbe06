internal import LinearAlgebra

/// A value being swept: a double, or a double-double where every digit is wanted.
protocol SweepElement: Sendable {
  /// Nothing.
  static var zero: Self { get }
  /// The value rounded to double.
  var rounded: Double { get }
  /// Adds the value times a weight to a sum in double-double.
  func add(to sum: inout DoubleDouble)
  func add(to sum: inout DoubleDouble, weight: Double)
  func minus(_ mean: DoubleDouble) -> Self
  func minus(_ step: Double) -> Self
  func plus(_ other: Self, weight: Double) -> Self
  func plus(_ other: Self) -> Self
}

extension Double: SweepElement {
  @inline(__always) var rounded: Double { self }

  /// What rounding drops is kept in the low part, which is put in order by the mean's product.
  @inline(__always) func add(to sum: inout DoubleDouble) {
    let next = DoubleDouble.twoSum(sum.hi, self)
    sum = DoubleDouble(parts: next.hi, sum.lo + next.lo)
  }

  @inline(__always) func add(to sum: inout DoubleDouble, weight: Double) {
    sum = sum + DoubleDouble.twoProduct(self, weight)
  }

  @inline(__always) func minus(_ mean: DoubleDouble) -> Double {
    let high = DoubleDouble.twoSum(self, -mean.hi)
    return high.hi + (high.lo - mean.lo)
  }

  @inline(__always) func minus(_ step: Double) -> Double { self - step }
  @inline(__always) func plus(_ other: Double, weight: Double) -> Double { self + other * weight }
  @inline(__always) func plus(_ other: Double) -> Double { self + other }
}

extension DoubleDouble: SweepElement {
  static var zero: DoubleDouble { DoubleDouble(0) }
  @inline(__always) var rounded: Double { value }
  @inline(__always) func add(to sum: inout DoubleDouble) { sum = sum + self }
  @inline(__always) func add(to sum: inout DoubleDouble, weight: Double) { sum = sum + self * weight }
  @inline(__always) func minus(_ mean: DoubleDouble) -> DoubleDouble { self - mean }
  @inline(__always) func minus(_ step: Double) -> DoubleDouble { self + -step }
  @inline(__always) func plus(_ other: DoubleDouble, weight: Double) -> DoubleDouble { self + other * weight }
  @inline(__always) func plus(_ other: DoubleDouble) -> DoubleDouble { self + other }
}
