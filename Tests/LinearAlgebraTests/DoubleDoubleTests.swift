import LinearAlgebra
import Testing

@Suite("Double-double")
struct DoubleDoubleTests {
  @Test("sums and products of two doubles are exact")
  func exact() {
    let sum = DoubleDouble.twoSum(1, 0x1p-80)
    #expect(sum.hi == 1 && sum.lo == 0x1p-80)
    let product = DoubleDouble.twoProduct(1 + 0x1p-30, 1 - 0x1p-30)
    #expect(product.hi == 1 && product.lo == -0x1p-60)
  }

  @Test("quotients, products and roots agree to 1e-30")
  func inverses() {
    for n in 2...300 {
      let value = DoubleDouble(Double(n)) / DoubleDouble(7)
      let back = value * DoubleDouble(7) - DoubleDouble(Double(n))
      #expect(back.value.magnitude <= 1e-30 * Double(n))
      let root = value.squareRoot()
      #expect((root * root - value).value.magnitude <= 1e-30 * value.hi)
      #expect((value + value - value * 2).value == 0 && (-value + value).value == 0)
    }
    #expect(DoubleDouble(0).squareRoot().value == 0 && DoubleDouble(-1).squareRoot().value.isNaN)
  }

  @Test("0.1 + 0.2 - 0.3 is what the doubles' own errors leave")
  func cancellation() {
    let rest = DoubleDouble(0.1) + DoubleDouble(0.2) - DoubleDouble(0.3)
    #expect(rest.value == 0x1p-55)
  }
}
