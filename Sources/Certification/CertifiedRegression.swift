/// A linear regression whose answer is known to fifteen digits: a set of NIST's Statistical Reference
/// Datasets (public domain).
///
/// The data of Pontius and NoInt2 were typed from memory, not read from NIST's files. Their figures come from exact
/// rational arithmetic on those data, rounded to fifteen digits; NIST made its own in arithmetic of 500
/// digits. No file of NIST's was at hand to compare them by program.
///
/// Data, formula and figures are text, so that whoever certifies takes the path a user's file takes. Figures
/// are as printed, in plain decimals.
public struct CertifiedRegression: Sendable, Equatable {
  /// The figures of one coefficient, under the name R gives it: `(Intercept)`, `x`, `I(x^2)`.
  public struct Coefficient: Sendable, Equatable {
    public let name: String
    public let estimate: String
    public let standardError: String
  }

  public let name: String
  public let level: CertifiedLevel
  /// Where data and figures come from.
  public let source: String
  /// In R's notation; its variables are columns of the table.
  public let formula: String
  /// The response first.
  public let columns: [DecimalColumn]
  /// In the order of the formula's terms, the intercept first.
  public let coefficients: [Coefficient]
  /// The square root of the residual sum of squares over n - k.
  public let residualDeviation: String
  /// About the mean with an intercept, about zero without.
  public let rSquared: String
  /// Of the whole regression; nil where the residuals are zero and it is infinite.
  public let f: String?

  /// - Parameters:
  ///   - coefficients: a line each of name, estimate, standard error.
  ///   - table: a line of column names, then a line per row.
  init(
    name: String, level: CertifiedLevel, source: String, formula: String, coefficients: String,
    residualDeviation: String, rSquared: String, f: String?, table: String
  ) {
    self.name = name
    self.level = level
    self.source = source
    self.formula = formula
    self.coefficients = coefficients.split(separator: "\n").map {
      let words = $0.split(separator: " ").map(String.init)
      return Coefficient(name: words[0], estimate: words[1], standardError: words[2])
    }
    self.residualDeviation = residualDeviation
    self.rSquared = rSquared
    self.f = f
    columns = DecimalColumn.columns(table)
  }

  /// Every set, from easy to hard as NIST lists them.
  public static let all = [
    norris, pontius, noInt1, noInt2, filip, longley, wampler1, wampler2, wampler3, wampler4, wampler5,
  ]
}
