/// A number held as the unevaluated sum of two doubles, `hi + lo`, with |lo| at most half an ulp of hi.
///
/// About 106 bits, relative error of one operation at most 2^-102, exponent range of a double.
/// Only additions, multiplications and fused multiply-adds that round correctly: the same bits everywhere.
/// Source of the error-free transformations: Dekker 1971, Knuth TAOCP 2, 4.2.2.
public struct DoubleDouble: Sendable, Equatable {
  /// The number rounded to double.
  public var hi: Double
  /// What rounding left out.
  public var lo: Double

  /// A double, exactly.
  @inlinable
  public init(_ value: Double) {
    hi = value
    lo = 0
  }

  /// A number from parts that are one already: |lo| at most half an ulp of hi.
  @inlinable
  public init(parts hi: Double, _ lo: Double) {
    self.hi = hi
    self.lo = lo
  }

  /// The sum of two doubles of which the first is the larger in magnitude (or zero), exactly.
  @inlinable
  public init(larger: Double, smaller: Double) {
    hi = larger + smaller
    lo = smaller - (hi - larger)
  }

  /// The exact sum of any two doubles.
  @inlinable
  public static func twoSum(_ a: Double, _ b: Double) -> DoubleDouble {
    var sum = DoubleDouble(a + b)
    let part = sum.hi - a
    sum.lo = (a - (sum.hi - part)) + (b - part)
    return sum
  }

  /// The exact product of two doubles (while nothing overflows or falls below 2^-1022).
  @inlinable
  public static func twoProduct(_ a: Double, _ b: Double) -> DoubleDouble {
    var product = DoubleDouble(a * b)
    product.lo = (-product.hi).addingProduct(a, b)
    return product
  }

  /// The number rounded to the nearest double.
  @inlinable
  public var value: Double { hi + lo }

  /// The square root of a number that is not negative.
  public func squareRoot() -> DoubleDouble {
    guard hi > 0 else { return DoubleDouble(hi.squareRoot()) }
    let root = hi.squareRoot()
    let rest = self - DoubleDouble.twoProduct(root, root)
    return DoubleDouble(larger: root, smaller: rest.hi / (2 * root))
  }
}

extension DoubleDouble {
  /// The sum.
  @inlinable
  public static func + (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let high = twoSum(a.hi, b.hi)
    let low = twoSum(a.lo, b.lo)
    let first = DoubleDouble(larger: high.hi, smaller: high.lo + low.hi)
    return DoubleDouble(larger: first.hi, smaller: first.lo + low.lo)
  }

  /// The sum with a double.
  @inlinable
  public static func + (a: DoubleDouble, b: Double) -> DoubleDouble {
    let high = twoSum(a.hi, b)
    return DoubleDouble(larger: high.hi, smaller: high.lo + a.lo)
  }

  /// The number with its sign turned.
  @inlinable
  public static prefix func - (a: DoubleDouble) -> DoubleDouble {
    var result = a
    result.hi = -a.hi
    result.lo = -a.lo
    return result
  }

  /// The difference.
  @inlinable
  public static func - (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble { a + (-b) }

  /// The product.
  @inlinable
  public static func * (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let product = twoProduct(a.hi, b.hi)
    return DoubleDouble(larger: product.hi, smaller: product.lo + (a.hi * b.lo + a.lo * b.hi))
  }

  /// The product with a double.
  @inlinable
  public static func * (a: DoubleDouble, b: Double) -> DoubleDouble {
    let product = twoProduct(a.hi, b)
    return DoubleDouble(larger: product.hi, smaller: product.lo + a.lo * b)
  }

  /// The quotient; division by zero gives what the high parts give.
  @inlinable
  public static func / (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let first = a.hi / b.hi
    guard first.isFinite, b.hi.isFinite else { return DoubleDouble(first) }
    let rest = a - b * first
    let second = rest.hi / b.hi
    let last = (rest - b * second).hi / b.hi
    return DoubleDouble(larger: first, smaller: second) + last
  }
}
