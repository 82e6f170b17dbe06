/// A one-way analysis of variance whose answer is known to fifteen digits: a set of NIST's Statistical
/// Reference Datasets (public domain).
public struct CertifiedAnova: Sendable, Equatable {
  public let name: String
  public let level: CertifiedLevel
  /// Where data and figures come from.
  public let source: String
  /// The responses of each treatment, as decimal text; treatments are numbered from 1.
  public let treatments: [[String]]
  /// Sum of squares between treatments, with `betweenFreedom` degrees of freedom.
  public let between: String
  /// Sum of squares within treatments, with `withinFreedom` degrees of freedom.
  public let within: String
  public let f: String
  public let rSquared: String
  /// The square root of the mean square within treatments.
  public let residualDeviation: String

  init(
    name: String, level: CertifiedLevel, source: String, between: String, within: String, f: String,
    rSquared: String, residualDeviation: String, treatments: [[String]]
  ) {
    self.name = name
    self.level = level
    self.source = source
    self.treatments = treatments
    self.between = between
    self.within = within
    self.f = f
    self.rSquared = rSquared
    self.residualDeviation = residualDeviation
  }

  /// Treatments written as words, each begun by its number and a colon.
  init(
    name: String, level: CertifiedLevel, source: String, between: String, within: String, f: String,
    rSquared: String, residualDeviation: String, text: String
  ) {
    var treatments: [[String]] = []
    for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      if word.hasSuffix(":") {
        treatments.append([])
      } else {
        treatments[treatments.count - 1].append(String(word))
      }
    }
    self.init(
      name: name, level: level, source: source, between: between, within: within, f: f,
      rSquared: rSquared, residualDeviation: residualDeviation, treatments: treatments)
  }

  /// Treatments less one.
  public var betweenFreedom: Int { treatments.count - 1 }

  /// Observations less treatments.
  public var withinFreedom: Int { treatments.reduce(0) { $0 + $1.count } - treatments.count }

  /// The set as a regression's table: columns `y` and `treatment`, for `y ~ factor(treatment)`.
  public var columns: [DecimalColumn] {
    let numbers = treatments.enumerated().flatMap { index, responses in
      responses.map { _ in String(index + 1) }
    }
    return [
      DecimalColumn(name: "y", values: treatments.flatMap { $0 }),
      DecimalColumn(name: "treatment", values: numbers),
    ]
  }

  /// Every set, from easy to hard as NIST lists them.
  public static let all = [siRstv, atmWtAg] + simonLesage
}
