import Tabular

extension RegressionResult {
  /// JSON of a fixed order of keys, numbers of 17 significant digits, null where nothing is defined.
  public var json: String { jsonValue.document }

  private var jsonValue: JSONValue {
    .object(
      asked + [
        ("coefficients", .array(coefficients.map(json))), ("observations", .integer(observations)),
      ] + fitted + [("tests", .object(tests.map { ($0.key, json($0)) }))] + structure + remarks)
  }

  private var asked: [(key: String, value: JSONValue)] {
    [
      ("method", .text(method)), ("file", .text(request.file)), ("formula", .text(request.formula)),
      ("family", .text(request.family.rawValue)), ("link", .text(linkName)),
      ("effects", .text(request.effects.rawValue)), ("weights", .text(request.weights)),
      ("covariance", .text(covariance)), ("level", .number(request.level)),
    ]
  }

  /// The link that was used.
  var linkName: String {
    request.link?.rawValue ?? request.family.links.first?.rawValue ?? "identity"
  }

  private func json(_ coefficient: Coefficient) -> JSONValue {
    .object([
      ("name", .text(coefficient.name)), ("estimate", .number(coefficient.estimate)),
      ("standardError", .number(coefficient.standardError)), ("statistic", .number(coefficient.statistic)),
      ("degreesOfFreedom", .number(coefficient.degreesOfFreedom)), ("pValue", .number(coefficient.pValue)),
      ("lower", .number(coefficient.lower)), ("upper", .number(coefficient.upper)),
    ])
  }

  private var fitted: [(key: String, value: JSONValue)] {
    [
      ("degreesOfFreedom", .number(degreesOfFreedom)), ("sigma", .number(sigma)),
      ("rSquared", .number(rSquared)), ("adjustedRSquared", .number(adjustedRSquared)),
      ("withinRSquared", .number(withinRSquared)),
      ("residualSumOfSquares", .number(residualSumOfSquares)), ("logLikelihood", .number(logLikelihood)),
      ("deviance", .number(deviance)), ("nullDeviance", .number(nullDeviance)),
      ("dispersion", .number(dispersion)), ("aic", .number(aic)), ("bic", .number(bic)),
      ("iterations", .integer(iterations)),
    ]
  }

  private func json(_ test: Test) -> JSONValue {
    let freedom: JSONValue =
      test.degreesOfFreedom.count == 1
      ? .number(test.degreesOfFreedom[0]) : .array(test.degreesOfFreedom.map { .number($0) })
    return .object([
      ("title", .text(test.title)), ("statistic", .number(test.statistic)),
      ("degreesOfFreedom", test.degreesOfFreedom.isEmpty ? .null : freedom),
      ("pValue", .number(test.pValue)),
    ])
  }

  private var structure: [(key: String, value: JSONValue)] {
    [
      ("groups", .array(groups.map(json))), ("varianceComponents", .array(variances.map(json))),
      ("theta", .array(theta.map { .number($0) })), ("unitEffects", .array(unitEffects.map(json))),
      ("residuals", .array(residuals?.quantiles.map { .number($0) } ?? [])),
      ("conditionNumber", .number(conditionNumber)),
      ("varianceInflation", .object(inflation.map { ($0.name, .number($0.value)) })),
    ]
  }

  private func json(_ groups: Groups) -> JSONValue {
    .object([
      ("name", .text(groups.name)), ("count", .integer(groups.count)),
      ("smallest", .integer(groups.smallest)), ("largest", .integer(groups.largest)),
    ])
  }

  private func json(_ component: VarianceComponent) -> JSONValue {
    .object([
      ("name", .text(component.name)), ("variance", .number(component.variance)),
      ("standardDeviation", .number(component.standardDeviation)),
    ])
  }

  private func json(_ effect: UnitEffect) -> JSONValue {
    .object([("unit", .text(effect.unit)), ("estimate", .number(effect.estimate))])
  }

  private var remarks: [(key: String, value: JSONValue)] {
    [
      ("omittedLines", .array(omitted.map { .integer($0) })), ("aliased", .texts(aliased)),
      ("notes", .texts(notes)),
    ]
  }
}
