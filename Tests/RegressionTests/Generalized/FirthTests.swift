import LinearAlgebra
import Regression
import Testing

/// Firth's correction against R 4.2.2 with brglm2 0.9 (`type = "AS_mean"`), FLIC by its definition with `glm`
/// and an offset (Scripts/brglm2.R).
@Suite("Firth's correction")
struct FirthTests {
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let columns: KeyValuePairs<String, [Double]>
    let response: [Double]
    var weights: [Double]?
    let coefficients: [Double]
    /// The lower triangle, column after column.
    let covariance: [Double]
    let deviance: Double
    let intercept: Double
    let interceptVariance: Double
  }

  static let firth = GeneralizedLinearModel(family: .binomial, bias: .firth)
  static let flic = GeneralizedLinearModel(family: .binomial, bias: .firthWithIntercept)

  /// An exposure seen among cases only: no finite maximum likelihood estimate.
  static let rare = Case(
    testDescription: "quasi-complete separation",
    columns: [
      "exposed": [1, 1, 1] + [Double](repeating: 0, count: 21),
      "x": [
        1.5, 2.25, 0.5, 3, 2.75, 2.5, 2.25, 2, 1.75, 1.5, 1.25, 1, 0.75, 0.5, 0.25, 0, 3.25, 3.5, 3.75, 4,
        4.25, 0.125, 0.375, 0.625,
      ],
    ], response: [1, 1, 1, 1, 0, 1, 0, 1, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0],
    coefficients: [-0.59057608656011207, 2.5492889212861014, -0.020502234325843059],
    covariance: [
      0.60315047587003734, -0.30260601080805882, -0.21097857593441233, 3.2424963647668967,
      0.049705650509436025, 0.11321164119898691,
    ], deviance: 27.559846225161845, intercept: -0.57540409663756886,
    interceptVariance: 0.60061215240442967)
  static let complete = Case(
    testDescription: "complete separation", columns: ["x": [1, 2, 3, 4, 5, 6]],
    response: [0, 0, 0, 1, 1, 1], coefficients: [-3.9511937099723755, 1.1289124885635358],
    covariance: [10.157130221543349, -2.5580389244848392, 0.73086826413852535], deviance: 2.707239091319968,
    intercept: -3.9511937099723746, interceptVariance: 10.157130221543332)
  static let trials = Case(
    testDescription: "shares of trials", columns: ["x": [0, 1, 2, 4]],
    response: [0, 1.0 / 8, 2.0 / 9, 7.0 / 10], weights: [12, 8, 9, 10],
    coefficients: [-3.2308018219837282, 1.0109915872235664],
    covariance: [0.88859545042753885, -0.26802699598020024, 0.10515548763070391],
    deviance: 0.99713166858534985, intercept: -3.2797770000033641, interceptVariance: 0.91963505950473801)

  @Test("coefficients, covariance and deviance as brglm2", arguments: [rare, complete, trials])
  func peer(_ data: Case) throws {
    let fit = try FirthTests.firth.fit(data.columns, response: data.response, weights: data.weights)
    let size = fit.names.count
    let lower = (0..<size).flatMap { column in (column..<size).map { fit.covariance[$0, column] } }
    #expect(leastDigits(fit.coefficients, data.coefficients) > 10)
    #expect(leastDigits(lower, data.covariance) > 10)
    #expect(digits(fit.deviance, data.deviance) > 11)
  }

  @Test("FLIC moves the intercept alone and meets the observed share", arguments: [rare, complete, trials])
  func intercept(_ data: Case) throws {
    let firth = try FirthTests.firth.fit(data.columns, response: data.response, weights: data.weights)
    let flic = try FirthTests.flic.fit(data.columns, response: data.response, weights: data.weights)
    let weights = data.weights ?? data.response.map { _ in 1 }
    #expect(digits(flic.coefficients[0], data.intercept) > 10)
    #expect(flic.coefficients.dropFirst() == firth.coefficients.dropFirst())
    #expect(digits(flic.covariance[0, 0], data.interceptVariance) > 10)
    let fitted = zip(weights, flic.fitted).map { $0 * $1 }.reduce(0, +)
    #expect(digits(fitted, zip(weights, data.response).map { $0 * $1 }.reduce(0, +)) > 13)
  }

  @Test("the adjusted score vanishes")
  func score() throws {
    let data = FirthTests.rare
    let fit = try FirthTests.firth.fit(data.columns, response: data.response)
    for column in [[Double](repeating: 1, count: 24)] + data.columns.map(\.value) {
      var score = 0.0
      for (row, x) in column.enumerated() {
        score += x * (data.response[row] - fit.fitted[row] + fit.leverage[row] * (0.5 - fit.fitted[row]))
      }
      #expect(score.magnitude < 1e-12)
    }
  }

  /// Two by two tables: Firth adds a half to each cell, so the log odds ratio has a closed form.
  @Test("a half is added to each cell of a saturated table")
  func halves() throws {
    let fit = try FirthTests.firth.fit(["x": [0, 1]], response: [3.0 / 11, 1], weights: [11, 7])
    let odds = [3.5 / 8.5, 7.5 / 0.5]
    let slope = fit.linearPredictor[1] - fit.linearPredictor[0]
    #expect(digits(fit.fitted[0] / (1 - fit.fitted[0]), odds[0]) > 12)
    #expect(digits(fit.fitted[1] / (1 - fit.fitted[1]), odds[1]) > 12)
    #expect(digits(fit.coefficients[1], slope) > 12)
  }

  @Test("what does not go together is said")
  func combinations() {
    let prior = NormalPrior(means: [0, 0], standardDeviations: [1, 1])
    let models = [
      GeneralizedLinearModel(family: .binomial, link: .probit, bias: .firth),
      GeneralizedLinearModel(family: .poisson, bias: .firth),
      GeneralizedLinearModel(family: .binomial, prior: prior, bias: .firth),
      GeneralizedLinearModel(family: .gamma, link: .logit),
    ]
    for model in models {
      #expect { try model.fit(["x": [1, 2, 3]], response: [1, 0, 1]) } throws: {
        if case .unsupported = $0 as? RegressionError { true } else { false }
      }
    }
    #expect { try FirthTests.flic.fit(["x": [1, 2, 3]], response: [1, 0, 1], intercept: false) } throws: {
      if case .unsupported = $0 as? RegressionError { true } else { false }
    }
  }
}
