/// A forecast as a file holds it: amounts to the cent, the chance of nothing to a millionth.
///
/// What is scored is what is written, so that others who score the file find the same figures.
extension PredictiveDistribution {
  /// Largest amount that a forecast may name.
  static let mostAmount = 1e18

  /// Why the numbers are no forecast; `nil` where they are.
  var fault: String? {
    let numbers = [mean, zeroProbability] + quantiles
    guard numbers.allSatisfy(\.isFinite) else { return "a value is not a finite number" }
    guard numbers.allSatisfy({ $0 >= 0 }) else { return "a value is negative" }
    guard numbers.allSatisfy({ $0 <= PredictiveDistribution.mostAmount }) else {
      return "a value is beyond \(PredictiveDistribution.mostAmount)"
    }
    if zeroProbability > 1 { return "the chance of nothing is \(zeroProbability), above 1" }
    let falls = zip(quantiles, quantiles.dropFirst()).contains { $1 < $0 - 1e-9 * $0 - 1e-9 }
    return falls ? "its quantiles fall" : nil
  }

  /// Rounded; quantiles that fell by an error of arithmetic are level.
  var settled: PredictiveDistribution {
    var highest = 0.0
    let rising = quantiles.map { quantile in
      highest = max(highest, PredictiveDistribution.cents(quantile))
      return highest
    }
    return PredictiveDistribution(
      mean: PredictiveDistribution.cents(mean),
      zeroProbability: (zeroProbability * 1e6).rounded() / 1e6, quantiles: rising)
  }

  private static func cents(_ amount: Double) -> Double { (amount * 100).rounded() / 100 }
}
