import Certification
import Probability

/// Checks functions against tables and the generator against published blocks.
enum FunctionTables {
  /// One table a function, in the order of their declaration.
  static func all() -> [Certificate.Table] {
    DistributionFigure.Function.allCases.compactMap { function in
      let digits = DistributionFigure.all.filter { $0.function == function }.map { figure in
        LogRelativeError.digits(of: value(function, figure.arguments), certified: figure.value)
      }
      guard let least = digits.min() else { return nil }
      return Certificate.Table(name: function.rawValue, values: digits.count, least: least)
    }
  }

  static func generatorBlocks() -> (right: Int, all: Int) {
    let vectors = GeneratorVector.all
    let right = vectors.count { Philox4x32.block(counter: $0.counter, key: $0.key) == $0.block }
    return (right, vectors.count)
  }

  private static func value(_ function: DistributionFigure.Function, _ a: [Double]) -> Double {
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
