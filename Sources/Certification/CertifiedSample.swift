/// A series whose mean, standard deviation and lag-1 autocorrelation are known to fifteen digits: a
/// univariate set of NIST's Statistical Reference Datasets (public domain), or `Pi5000`, which is our own.
///
/// Mavro was typed from memory, Michelso is of R (`morley`), not read from NIST's files. Their figures come from
/// exact rational arithmetic on those data, rounded to fifteen digits; NIST made its own in
/// arithmetic of 500 digits. No file of NIST's was at hand to compare them by program.
public struct CertifiedSample: Sendable, Equatable {
  public let name: String
  public let level: CertifiedLevel
  /// Where data and figures come from.
  public let source: String
  /// The series in order, as decimal text.
  public let values: [String]
  public let mean: String
  /// With divisor n - 1.
  public let standardDeviation: String
  /// The sum of (y_i - mean) (y_i+1 - mean) over the sum of (y_i - mean)^2.
  public let autocorrelation: String

  init(
    name: String, level: CertifiedLevel, source: String = "NIST StRD", mean: String,
    standardDeviation: String, autocorrelation: String, values: [String]
  ) {
    self.name = name
    self.level = level
    self.source = source
    self.values = values
    self.mean = mean
    self.standardDeviation = standardDeviation
    self.autocorrelation = autocorrelation
  }

  /// A series written as words.
  init(
    name: String, level: CertifiedLevel, source: String, mean: String, standardDeviation: String,
    autocorrelation: String, text: String
  ) {
    self.init(
      name: name, level: level, source: source, mean: mean, standardDeviation: standardDeviation,
      autocorrelation: autocorrelation,
      values: text.split { $0 == " " || $0 == "\n" }.map(String.init))
  }

  /// A series of digits.
  init(
    name: String, level: CertifiedLevel, source: String, mean: String, standardDeviation: String,
    autocorrelation: String, digits: String
  ) {
    self.init(
      name: name, level: level, source: source, mean: mean, standardDeviation: standardDeviation,
      autocorrelation: autocorrelation, values: digits.filter { $0 != "\n" }.map { String($0) })
  }

  /// Every set: NIST's from easy to hard, as NIST lists them, then the one that is not NIST's, 5,000 digits
  /// of pi.
  public static let all = [lottery, lew, mavro, michelso, numAcc1, numAcc2, numAcc3, numAcc4, pi5000]
}
