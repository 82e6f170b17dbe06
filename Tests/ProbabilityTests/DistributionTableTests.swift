import Probability
import Testing

/// Tails and quantiles against 50-digit values by mpmath (Scripts/distributions.py): degrees of freedom from
/// 1 to a million, probabilities from 1e-300 to almost 1.
@Suite("Distribution tables")
struct DistributionTableTests {
  typealias Reference = DistributionReference

  @Test("Student's t")
  func student() {
    expect(14.3, Reference.studentTail, arguments: 2) {
      [StudentT.upperTail($0[0], degreesOfFreedom: $0[1])]
    }
    expect(14.3, Reference.studentTail, arguments: 2) {
      [StudentT.cdf(-$0[0], degreesOfFreedom: $0[1])]
    }
    expect(14.3, Reference.studentQuantile, arguments: 2) {
      [StudentT.quantile($0[0], degreesOfFreedom: $0[1])]
    }
  }

  @Test("chi-square")
  func chiSquared() {
    expect(14.3, Reference.chiTails, arguments: 2) {
      [
        ChiSquared.cdf($0[0], degreesOfFreedom: $0[1]), ChiSquared.upperTail($0[0], degreesOfFreedom: $0[1]),
      ]
    }
    expect(14.3, Reference.chiQuantile, arguments: 2) {
      [ChiSquared.quantile($0[0], degreesOfFreedom: $0[1])]
    }
  }

  @Test("F")
  func fisher() {
    expect(14.3, Reference.fTails, arguments: 3) {
      [
        FDistribution.cdf($0[0], numerator: $0[1], denominator: $0[2]),
        FDistribution.upperTail($0[0], numerator: $0[1], denominator: $0[2]),
      ]
    }
    expect(14.3, Reference.fQuantile, arguments: 3) {
      [FDistribution.quantile($0[0], numerator: $0[1], denominator: $0[2])]
    }
  }

  @Test("logarithm and slope of the normal tail")
  func normal() {
    expect(14.5, Reference.normal, arguments: 1) { [Normal.logCdf($0[0]), Normal.inverseMills($0[0])] }
  }

  @Test("log gamma, digamma, trigamma")
  func gammaFunctions() {
    expect(14.3, Reference.gammaFunctions, arguments: 1) {
      [logGamma($0[0]), digamma($0[0]), trigamma($0[0])]
    }
  }

  @Test("infinite and extreme degrees of freedom, and arguments without an answer")
  func extremes() {
    #expect(StudentT.upperTail(2, degreesOfFreedom: .infinity) == Normal.upperTail(2))
    #expect(StudentT.quantile(0.975, degreesOfFreedom: .infinity) == Normal.quantile(0.975))
    #expect(digits(StudentT.upperTail(-30, degreesOfFreedom: 1e15), 1) > 15)
    #expect(digits(StudentT.upperTail(3, degreesOfFreedom: 1e18), Normal.upperTail(3)) > 14.3)
    #expect(digits(StudentT.quantile(1e-200, degreesOfFreedom: 1e18), Normal.quantile(1e-200)) > 14.3)
    let chi = ChiSquared.upperTail(12, degreesOfFreedom: 3)
    #expect(digits(FDistribution.upperTail(4, numerator: 3, denominator: .infinity), chi) > 14.3)
    #expect(digits(FDistribution.upperTail(4, numerator: 3, denominator: 1e18), chi) > 14.3)
    #expect(digits(FDistribution.cdf(0.25, numerator: .infinity, denominator: 3), chi) > 14.3)
    #expect(FDistribution.upperTail(0, numerator: 2, denominator: 3) == 1)
    #expect(FDistribution.cdf(.infinity, numerator: 2, denominator: 3) == 1)
    #expect(FDistribution.quantile(0, numerator: 2, denominator: 3) == 0)
    #expect(StudentT.quantile(1e-300, degreesOfFreedom: 0.1) == -.infinity)
    for bad in [-1, 0, Double.nan] {
      #expect(StudentT.twoSided(1, degreesOfFreedom: bad).isNaN)
      #expect(StudentT.quantile(0.3, degreesOfFreedom: bad).isNaN)
      #expect(ChiSquared.quantile(0.3, degreesOfFreedom: bad).isNaN)
      #expect(FDistribution.upperTail(1, numerator: bad, denominator: 3).isNaN)
      #expect(FDistribution.quantile(0.3, numerator: 3, denominator: bad).isNaN)
    }
    #expect(StudentT.upperTail(.nan, degreesOfFreedom: 3).isNaN && Normal.logCdf(.nan).isNaN)
    #expect(Normal.logCdf(-.infinity) == -.infinity && Normal.inverseMills(.infinity) == 0)
    #expect(digamma(0).isNaN && trigamma(-1).isNaN && digamma(1e300) > 690)
  }

  /// Expects at least so many correct digits of every value, in rows of arguments and expected values.
  private func expect(
    _ least: Double, _ table: [Double], arguments: Int, _ found: ([Double]) -> [Double],
    at location: SourceLocation = #_sourceLocation
  ) {
    let width = arguments + found(Array(table[0..<arguments])).count
    for start in stride(from: 0, to: table.count / width * width, by: width) {
      let place = Array(table[start..<start + arguments])
      for (value, expected) in zip(found(place), table[start + arguments..<start + width]) {
        let digits = digits(value, expected)
        #expect(digits >= least, "\(digits) digits at \(place): \(value)", sourceLocation: location)
      }
    }
  }

  private func digits(_ found: Double, _ expected: Double) -> Double {
    let error = (found - expected).magnitude / (expected == 0 ? 1 : expected.magnitude)
    return error == 0 ? 16 : -Elementary.log(error) / 2.302585092994046
  }
}
