import LinearAlgebra
import Regression
import Testing

/// Ridge regression of Longley's data in R's units against `lm.ridge` of MASS (R 4.2) and scikit-learn.
@Suite("Ridge") struct RidgeTests {
  static let penalties = [0, 0.001, 0.01, 0.1, 1, 10]

  /// At penalty 0 the peer's singular value decomposition leaves 10 digits of the conditioning of 2.4e7.
  @Test("coefficients and cross-validation as MASS")
  func peer() throws {
    let path = try RidgeModel.path(RidgeTests.penalties, Longley.sample)
    let crossValidation = [
      0.008364240555059115, 0.0081474554290581, 0.008468651698805146, 0.012720617884889948,
      0.018122877528477896, 0.05627901758373915,
    ]
    #expect(fewestDigits(path.fits.map(\.generalizedCrossValidation), crossValidation) > 10)
    let scaled = [
      [
        0.1573796456189876, -3.4471924929186675, -1.827885980168765, -0.6962102290568275,
        -0.34419720925398467, 8.431971623563529,
      ],
      [
        0.0746986637084144, -2.683263337209889, -1.7230766552893222, -0.6751030584997901,
        -0.5640560433764803, 7.892792005999468,
      ],
      [
        -0.026121518279625597, -0.17979673793407588, -1.361046973536776, -0.5881396454008397,
        -1.0031677184016952, 5.656286555370701,
      ],
      [
        0.641185157949723, 1.1194943937339865, -1.066576971683109, -0.4430320028799672,
        0.0503400830709688, 2.385895344421742,
      ],
      [
        0.8959583477852955, 1.0856838191206524, -0.7436812471652212, -0.19661806163233056,
        0.7894944680367932, 1.0622709561204036,
      ],
      [
        0.6952321214684904, 0.7511005880832932, -0.04152219631858327, 0.2168643124470633,
        0.6753883604581615, 0.6967904600449285,
      ],
    ]
    for (fit, expected) in zip(path.fits, scaled) {
      #expect(fewestDigits(fit.scaledCoefficients, expected) > 10, "penalty \(fit.penalty)")
    }
    let original = [
      -3252.5429246791055, 0.007148965974559261, -0.027881323935984196, -0.01904391658474841,
      -0.010019022833060217, -0.08374727876999857, 1.7121869833288943,
    ]
    #expect(fewestDigits(path.fits[1].coefficients, original) > 10)
    #expect(path.bestByCrossValidation.penalty == 0.001)
  }

  @Test("penalties estimated from least squares as MASS")
  func suggested() throws {
    let suggested = try RidgeModel.suggestedPenalties(for: Longley.sample)
    #expect(digits(suggested.hoerlKennardBaldwin, 0.004275357393983021) > 10)
    #expect(digits(suggested.lawlessWang, 0.03229530772206195) > 10)
  }

  /// scikit-learn's RidgeCV on standardised columns over logspace(-4, 2, 25).
  @Test("the penalty of least leave-one-out error as scikit-learn")
  func leaveOneOut() throws {
    let root = 1.778279410038922801  // 10^(1/4)
    let penalties = (0..<25).map { step in (0..<step).reduce(1e-4) { power, _ in power * root } }
    let best = try RidgeModel.path(penalties, Longley.sample).bestByLeaveOneOut
    #expect(digits(best.penalty, 0.0031622776601683794) > 13)
    #expect(digits(best.leaveOneOutError, 0.161840168034304) > 10)
  }

  /// Leaving a row out in earnest, columns kept on their scale: the formula by leverages is exact.
  @Test("the leave-one-out error is that of leaving out")
  func refit() throws {
    let fit = try RidgeModel(penalty: 0.5).fit(Longley.sample)
    let priors = [Double.infinity] + fit.scales.map { 1 / ($0 * 0.5.squareRoot()) }
    let prior = NormalPrior(means: priors.map { _ in 0 }, standardDeviations: priors)
    var squares = 0.0
    for row in 0..<16 {
      var weights = [Double](repeating: 1, count: 16)
      weights[row] = 0
      let sample = Sample(
        design: Longley.sample.design, response: Longley.sample.response, weights: weights)
      let error = try LinearModel(prior: prior).fit(sample).residuals[row]
      squares += error * error / 16
    }
    #expect(digits(fit.leaveOneOutError, squares) > 11)
  }

  /// numpy's closed form on standardised columns: precision 1e-6 for the intercept, 1 for the others; the
  /// prior of one standard deviation is a penalty of 1.
  @Test("the conjugate posterior, and ridge as its mean")
  func posterior() throws {
    let ridge = try RidgeModel(penalty: 1).fit(Longley.sample)
    let columns = zip(Longley.columns, ridge.scales).map { name, scale in
      let values = Longley.column(name)
      let mean = values.reduce(0, +) / 16
      return WideVector(values.map { ($0 - mean) / scale })
    }
    let ones = WideVector([Double](repeating: 1, count: 16))
    let sample = Sample(
      design: Design(
        names: [Design.intercept] + Longley.columns, matrix: WideMatrix(rows: 16, columns: [ones] + columns)),
      response: Longley.sample.response)
    let prior = NormalPrior(
      means: [0, 0, 0, 0, 0, 0, 0], standardDeviations: [1000, 1, 1, 1, 1, 1, 1])
    let fit = try LinearModel(prior: prior).fit(sample)
    let means = [
      65.31699591768775, 0.8959583477853217, 1.0856838191206677, -0.7436812471652239, -0.1966180616323282,
      0.7894944680367413, 1.0622709561203598,
    ]
    let variances = [
      0.06249999609375024, 0.6435843359726481, 0.720449975204489, 0.15556085282984694, 0.1125448198791173,
      0.6783644514364776, 0.7503866781082865,
    ]
    #expect(fewestDigits(fit.coefficients, means) > 11)
    #expect(fewestDigits((0..<7).map { fit.unscaledCovariance[$0, $0] }, variances) > 12)
    #expect(fewestDigits(fit.coefficients.dropFirst(), ridge.scaledCoefficients) > 11)
  }

  @Test("what goes wrong is said with its place")
  func refused() throws {
    let flat = Sample([1, 2, 4], on: ["x": [3, 3, 3], "z": [1, 5, 2]])
    #expect(throws: RegressionError.rankDeficient(columns: ["x"])) { try RidgeModel(penalty: 1).fit(flat) }
    #expect(throws: RegressionError.rankDeficient(columns: ["x"])) {
      try RidgeModel(penalty: 0).fit(Sample([1, 2, 4, 3], on: ["z": [1, 5, 2, 7], "x": [2, 10, 4, 14]]))
    }
    #expect(throws: RegressionError.fewerRowsThanColumns(rows: 2, columns: 3)) {
      try RidgeModel(penalty: 0).fit(Sample([1, 2], on: ["x": [3, 4], "z": [5, 2]]))
    }
    #expect { try RidgeModel(penalty: -1).fit(Longley.sample) } throws: {
      if case .unsupported(let message) = $0 as? RegressionError { message.contains("-1") } else { false }
    }
    let wide = try RidgeModel(penalty: 0.1).fit(Sample([1, 2], on: ["x": [3, 4], "z": [5, 2]]))
    #expect(wide.effectiveDegreesOfFreedom < 2)
  }
}
