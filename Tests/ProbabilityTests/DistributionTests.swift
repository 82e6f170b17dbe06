import Probability
import Testing

/// Distribution functions against mpmath at 30 digits, and Wichura's own checks of AS 241.
@Suite("Distribution functions")
struct DistributionTests {
  private func close(_ found: Double, _ expected: Double, within tolerance: Double) -> Bool {
    (found - expected).magnitude <= tolerance * expected.magnitude
  }

  @Test("normal quantile")
  func normalQuantile() {
    let table: [(p: Double, x: Double)] = [
      (1e-300, -37.0470962993611992365), (1e-16, -8.22208221613043561518), (1e-6, -4.75342430882289895734),
      (0.01, -2.32634787404084109308), (0.075, -1.43953147093845593495), (0.4, -0.253347103135799741325),
      (0.500001, 2.50662827470570519914e-6), (0.9, 1.28155156554460059349), (0.97575, 1.97296105131188495940),
      (0.9999, 3.71901648545570838672), (0.25, -0.6744897501960817), (1e-20, -9.262340089798408),
    ]
    for (p, x) in table { #expect(close(Normal.quantile(p), x, within: 1e-15), "at \(p)") }
    #expect(Normal.quantile(0.5) == 0 && Normal.quantile(0) == -.infinity && Normal.quantile(1) == .infinity)
    #expect(Normal.quantile(-0.1).isNaN && Normal.quantile(1.1).isNaN && Normal.quantile(.nan).isNaN)
  }

  @Test("normal distribution function and density")
  func normal() {
    let table: [(x: Double, cdf: Double)] = [
      (-8, 6.22096057427178412352e-16), (-3, 0.00134989803163009452665), (-0.5, 0.308537538725986896362),
      (0.5, 0.691462461274013103638), (3, 0.998650101968369905473), (-30, 4.90671392714818705954e-198),
    ]
    for (x, cdf) in table { #expect(close(Normal.cdf(x), cdf, within: 1e-15), "at \(x)") }
    #expect(Normal.cdf(0) == 0.5 && Normal.cdf(-.infinity) == 0 && Normal.cdf(.infinity) == 1)
    #expect(close(Normal.density(0), 0.398942280401432678, within: 1e-15))
    #expect(close(Normal.logDensity(2), Elementary.log(Normal.density(2)), within: 1e-15))
    for step in 1..<400 {
      let x = Double(step - 200) / 25
      #expect((Normal.quantile(Normal.cdf(x)) - x).magnitude < 2e-16 / Normal.density(x) + 4e-15)
    }
  }

  @Test("log gamma")
  func gammaFunction() {
    #expect(close(logGamma(1e-10), 23.0258509298827352737, within: 1e-15))
    #expect(close(logGamma(0.5), 0.572364942924700087072, within: 1e-14))
    #expect(close(logGamma(1.1), -0.0498724412598397241483, within: 1e-13))
    #expect(close(logGamma(50.5), 146.519255490720627222, within: 1e-15))
    #expect(logGamma(1).magnitude < 6e-15 && logGamma(0).isNaN)
  }

  @Test("Student's t")
  func student() {
    let table: [(t: Double, freedom: Double, p: Double)] = [
      (0.5, 1, 0.704832764699133451650), (1, 5, 0.363217467649122625600),
      (1.96, 30, 0.0593423128960504719719),
      (8, 71, 1.67227764696176180180e-11), (20, 1000, 4.06228849952477131371e-75),
      (50, 30, 1.87154176592227125964e-30),
    ]
    for (t, freedom, p) in table {
      #expect(close(StudentT.twoSided(t, degreesOfFreedom: freedom), p, within: 1e-12), "at \(t), \(freedom)")
      #expect(close(StudentT.cdf(-t, degreesOfFreedom: freedom), p / 2, within: 1e-12))
    }
    #expect(close(StudentT.quantile(0.975, degreesOfFreedom: 1), 12.7062047361747046460, within: 1e-12))
    #expect(close(StudentT.quantile(0.025, degreesOfFreedom: 30), -2.04227245630123830996, within: 1e-12))
  }

  @Test("chi-square")
  func chiSquared() {
    let table: [(x: Double, freedom: Double, upper: Double)] = [
      (0.1, 1, 0.751829634045849282489), (3.84, 10, 0.954276304320735825613),
      (10, 5, 0.0752352461465121787221), (50, 2, 1.38879438649640205947e-11),
      (200, 1, 2.08848758376254475700e-45), (200, 100, 1.17845007209794224462e-8),
    ]
    for (x, freedom, upper) in table {
      #expect(close(ChiSquared.upperTail(x, degreesOfFreedom: freedom), upper, within: 1e-12), "at \(x)")
      let whole =
        ChiSquared.cdf(x, degreesOfFreedom: freedom) + ChiSquared.upperTail(x, degreesOfFreedom: freedom)
      #expect((whole - 1).magnitude < 1e-13)
    }
    #expect(close(ChiSquared.quantile(0.05, degreesOfFreedom: 1), 0.00393214000001952273131, within: 1e-12))
    #expect(close(ChiSquared.quantile(0.99, degreesOfFreedom: 1), 6.63489660102121513844, within: 1e-12))
  }

  /// For none of n the formula reduces to z^2 / (n + z^2): 3.84146 / 13.84146.
  @Test("Wilson's interval")
  func wilson() {
    let none = Wilson.interval(successes: 0, trials: 10)
    #expect(none.lower == 0 && close(none.upper, 0.277532799862889, within: 1e-12))
    let all = Wilson.interval(successes: 10, trials: 10)
    #expect(all.upper == 1 && close(all.lower, 0.722467200137111, within: 1e-12))
    let half = Wilson.interval(successes: 5, trials: 10)
    #expect(((half.lower + half.upper) / 2 - 0.5).magnitude < 1e-15)
    #expect(Wilson.interval(successes: 0, trials: 0) == (0, 1))
  }
}
