import Certification
import Probability
import Testing

/// The tables built in, against the functions they certify.
@Suite("Certified figures")
struct FigureTests {
  @Test("generator vectors")
  func generator() {
    #expect(GeneratorVector.all.count == 11)
    for vector in GeneratorVector.all {
      #expect(Philox4x32.block(counter: vector.counter, key: vector.key) == vector.block)
    }
  }

  @Test("distribution figures agree to at least 14 digits", arguments: DistributionFigure.Function.allCases)
  func distributions(function: DistributionFigure.Function) {
    let figures = DistributionFigure.all.filter { $0.function == function }
    #expect(figures.count >= 5, "\(function)")
    for figure in figures {
      let digits = LogRelativeError.digits(
        of: value(function, figure.arguments), certified: figure.value)
      #expect(digits >= 14, "\(figure)")
    }
  }

  private func value(_ function: DistributionFigure.Function, _ a: [Double]) -> Double {
    switch function {
    case .normalQuantile: Normal.quantile(a[0])
    case .normalCdf: Normal.cdf(a[0])
    case .normalUpperTail: Normal.upperTail(a[0])
    case .normalLogCdf: Normal.logCdf(a[0])
    case .inverseMills: Normal.inverseMills(a[0])
    case .studentUpperTail: StudentT.upperTail(a[0], degreesOfFreedom: a[1])
    case .studentQuantile: StudentT.quantile(a[0], degreesOfFreedom: a[1])
    case .chiSquaredCdf: ChiSquared.cdf(a[0], degreesOfFreedom: a[1])
    case .chiSquaredUpperTail: ChiSquared.upperTail(a[0], degreesOfFreedom: a[1])
    case .chiSquaredQuantile: ChiSquared.quantile(a[0], degreesOfFreedom: a[1])
    case .fCdf: FDistribution.cdf(a[0], numerator: a[1], denominator: a[2])
    case .fUpperTail: FDistribution.upperTail(a[0], numerator: a[1], denominator: a[2])
    case .fQuantile: FDistribution.quantile(a[0], numerator: a[1], denominator: a[2])
    case .logGamma: logGamma(a[0])
    case .digamma: digamma(a[0])
    case .trigamma: trigamma(a[0])
    }
  }
}
