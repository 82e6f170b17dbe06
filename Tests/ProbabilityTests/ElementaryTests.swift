import Probability
import Testing

/// The elementary functions against values by mpmath (Scripts/elementary.py) and against their own relations.
@Suite("Elementary functions")
struct ElementaryTests {
  @Test("errors stay within the ulps promised")
  func table() {
    typealias Reference = ElementaryReference
    #expect(worst(Reference.exp, Elementary.exp) <= 0.65)
    #expect(worst(Reference.log, Elementary.log) <= 0.9)
    #expect(worst(Reference.log1p, Elementary.log1p) <= 1)
    #expect(worst(Reference.expm1, Elementary.expm1) <= 1.3)
    #expect(worst(Reference.logistic, Elementary.logistic) <= 2.1)
    #expect(worst(Reference.logit, Elementary.logit) <= 3)
    #expect(worst(Reference.softplus, Elementary.softplus) <= 2)
    #expect(worst(Reference.power, Elementary.power) <= 1.3)
    #expect(worst(Reference.powerAtTheEnds, Elementary.power) <= 16)
  }

  /// The largest error in ulps over lines of argument, value, what the value's rounding lost.
  private func worst(_ table: [Double], _ function: (Double) -> Double) -> Double {
    stride(from: 0, to: table.count, by: 3).map { start in
      ulps(function(table[start]), table[start + 1], table[start + 2])
    }.max()!
  }

  private func worst(_ table: [Double], _ function: (Double, Double) -> Double) -> Double {
    stride(from: 0, to: table.count, by: 4).map { start in
      ulps(function(table[start], table[start + 1]), table[start + 2], table[start + 3])
    }.max()!
  }

  private func ulps(_ found: Double, _ high: Double, _ low: Double) -> Double {
    ((found - high) - low).magnitude / high.ulp
  }

  @Test("the ends of the range")
  func ends() {
    #expect(
      Elementary.exp(0) == 1 && Elementary.exp(-.infinity) == 0 && Elementary.exp(.infinity) == .infinity)
    #expect(Elementary.exp(709.782712893384) == 0x1.fffffffffff2ap1023)
    #expect(Elementary.exp(709.782712893385) == .infinity && Elementary.exp(-745.14) == 0)
    #expect(Elementary.exp(-745.1) == .leastNonzeroMagnitude && Elementary.exp(.nan).isNaN)
    #expect(
      Elementary.log(1) == 0 && Elementary.log(0) == -.infinity && Elementary.log(.infinity) == .infinity)
    #expect(Elementary.log(-1).isNaN && Elementary.log(.nan).isNaN)
    #expect(Elementary.log(.leastNonzeroMagnitude) == -744.4400719213812)
    #expect(Elementary.log1p(-1) == -.infinity && Elementary.log1p(-2).isNaN && Elementary.log1p(0) == 0)
    #expect(Elementary.expm1(-.infinity) == -1 && Elementary.expm1(1e-300) == 1e-300)
    #expect(Elementary.logistic(-.infinity) == 0 && Elementary.logistic(.infinity) == 1)
    #expect(Elementary.logistic(0) == 0.5 && Elementary.logit(0.5) == 0)
    #expect(
      Elementary.logit(0) == -.infinity && Elementary.logit(1) == .infinity && Elementary.logit(2).isNaN)
    #expect(
      Elementary.power(0, 2) == 0 && Elementary.power(0, -1) == .infinity && Elementary.power(-1, 2).isNaN)
    #expect(Elementary.power(0, 0) == 1 && Elementary.power(2, 10) == 1024 && Elementary.power(2, -1) == 0.5)
    #expect(Elementary.power(2, 1e300) == .infinity && Elementary.power(0.5, 1e300) == 0)
  }

  @Test("relations over a dense grid")
  func relations() {
    var last = -Double.infinity
    for step in -4000...4000 {
      let x = Double(step) / 128
      let e = Elementary.exp(x)
      #expect((e * Elementary.exp(-x) - 1).magnitude <= 0x1p-51)
      #expect((Elementary.log(e) - x).magnitude <= 0x1p-53 * (2 + x.magnitude))
      #expect((Elementary.logistic(x) + Elementary.logistic(-x) - 1).magnitude <= 0x1p-52)
      #expect((Elementary.softplus(x) - Elementary.softplus(-x) - x).magnitude <= 0x1p-48)
      #expect(e > last)
      last = e
    }
  }
}
