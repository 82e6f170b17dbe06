/// A running sum of products kept as three doubles, about 159 bits: enough to square a design without loss.
///
/// What rounding drops from the first part goes, exactly, to the second, and from there to the third.
struct TripleSum {
  private(set) var first = 0.0
  private(set) var second = 0.0
  private(set) var third = 0.0

  /// The sum rounded to double, also when the first two parts cancel.
  var value: Double {
    let upper = DoubleDouble.twoSum(first, second)
    return upper.hi + (upper.lo + third)
  }

  /// The sum rounded to double-double.
  var wideValue: DoubleDouble { DoubleDouble.twoSum(first, second) + third }

  @inline(__always)
  mutating func addProduct(_ a: Double, _ b: Double) {
    let product = DoubleDouble.twoProduct(a, b)
    let sum = DoubleDouble.twoSum(first, product.hi)
    first = sum.hi
    addSmall(sum.lo)
    addSmall(product.lo)
  }

  /// Adds the product of two doubles where it is of the size of what rounding the first part drops.
  @inline(__always)
  mutating func addSmallProduct(_ a: Double, _ b: Double) {
    let product = DoubleDouble.twoProduct(a, b)
    addSmall(product.hi)
    third += product.lo
  }

  /// Adds a term of the size of what rounding the first part drops.
  @inline(__always)
  mutating func addSmall(_ term: Double) {
    let sum = DoubleDouble.twoSum(second, term)
    second = sum.hi
    third += sum.lo
  }

  /// Subtracts factor * x.
  mutating func subtract(_ factor: TripleSum, times x: DoubleDouble) {
    addProduct(-factor.first, x.hi)
    addProduct(-factor.first, x.lo)
    addProduct(-factor.second, x.hi)
    third -= factor.second * x.lo + factor.third * x.hi
  }
}
