/// NIST's constructed series: a first value, then a pair again and again (Simon and Lesage 1989).
extension CertifiedSample {
  static let numAcc1 = CertifiedSample(
    name: "NumAcc1", level: .lower, mean: "10000002", standardDeviation: "1", autocorrelation: "-0.5",
    values: ["10000001", "10000003", "10000002"])

  static let numAcc2 = CertifiedSample(
    name: "NumAcc2", level: .average, mean: "1.2", standardDeviation: "0.1", autocorrelation: "-0.999",
    values: alternating("1"))

  static let numAcc3 = CertifiedSample(
    name: "NumAcc3", level: .average, mean: "1000000.2", standardDeviation: "0.1",
    autocorrelation: "-0.999", values: alternating("1000000"))

  static let numAcc4 = CertifiedSample(
    name: "NumAcc4", level: .higher, mean: "10000000.2", standardDeviation: "0.1",
    autocorrelation: "-0.999", values: alternating("10000000"))

  /// .2, then .1 and .3 five hundred times, behind some leading digits.
  private static func alternating(_ leading: String) -> [String] {
    [leading + ".2"] + (0..<1000).map { leading + ($0 % 2 == 0 ? ".1" : ".3") }
  }
}
