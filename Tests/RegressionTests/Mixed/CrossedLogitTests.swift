import LinearAlgebra
import Probability
import Regression
import Testing

/// Crossed random intercepts of a logistic model against lme4 1.1.31 (`Scripts/crossed_logit.R`).
///
/// At given standard deviations mode, criterion and errors to 9 digits, as far as lme4's inner iteration goes;
/// the standard deviations to 4.5 (the search in R goes by differences; seen 4.8), the criterion not below.
@Suite("Crossed logit")
struct CrossedLogitTests {
  private let made = MadeLogit()
  private let flat = [Double.infinity, .infinity]

  @Test("joint mode and criterion at given standard deviations: lme4")
  func given() throws {
    let fit = try made.fit(.flat(3), flat, deviations: [0.7, 0.7])
    let criterion = fit.logPosterior - 1.5 * Elementary.log(2 * Double.pi)
    #expect(digits(criterion, -387.209596072038) > 11)
    #expect(
      fewestDigits(fit.coefficients, [0.342781475163274, 0.755451967301495, -0.819816941091400]) > 9)
    #expect(
      fewestDigits(fit.standardErrors, [0.334051996910006, 0.309656645276231, 0.321563767293945]) > 8)
    let effects = [-0.501603445666728, 1.003664258334376, -0.340840181496356, 0.224388960858905]
    #expect(fewestDigits(fit.effects[0].prefix(4), effects) > 9)
    #expect(fit.largestSlope < 1e-10, "\(fit.largestSlope)")
  }

  @Test("standard deviations with flat priors: lme4's criterion at its best")
  func estimated() throws {
    let fit = try made.fit(.flat(3), flat)
    let criterion = fit.logPosterior - 1.5 * Elementary.log(2 * Double.pi)
    #expect(criterion > -386.046514749699 - 1e-9 && digits(criterion, -386.046514749699) > 11)
    #expect(fewestDigits(fit.deviations, [0.829124837260660, 0.487430055385668]) > 4.5)
    #expect(
      fewestDigits(fit.coefficients, [0.334104930204965, 0.762589040589017, -0.808230061820293]) > 5)
  }

  /// The joint mode pulls coefficients a little toward zero against `glmer`, which maximises Laplace's
  /// marginal likelihood over them; its standard deviations are a little smaller. Seen: 0.13 of a standard
  /// error and 5 %.
  @Test("close to glmer's Laplace (nAGQ = 1)")
  func glmer() throws {
    let fit = try made.fit(.flat(3), flat)
    let peer = [0.351865837897999, 0.797792284095403, -0.847730097496250]
    for index in peer.indices {
      #expect((fit.coefficients[index] - peer[index]).magnitude < 0.2 * fit.standardErrors[index])
    }
    for (found, peer) in zip(fit.deviations, [0.809786405269763, 0.466763031469892]) {
      #expect(found > peer && found < 1.06 * peer)
    }
  }

  @Test("one factor: lme4's cbpp, cases of sickness by herd")
  func cbpp() throws {
    let data = CattleHerds()
    let model = CrossedLogitModel(prior: .flat(4), deviationScales: [.infinity])
    let fit = try model.fit(
      rows: data.rows, columns: 4, names: data.names, response: data.response, factors: [data.herds])
    #expect(fewestDigits(fit.deviations, [0.681867279689804]) > 5)
    let coefficients = [-1.367015194069389, -0.969348288892614, -1.104454124056583, -1.551886271409629]
    #expect(fewestDigits(fit.coefficients, coefficients) > 5)
    let given = try model.fit(
      rows: data.rows, columns: 4, names: data.names, response: data.response, factors: [data.herds],
      deviations: [0.7])
    let errors = [0.239499224220809, 0.304261520833170, 0.324392820950237, 0.425314745404798]
    #expect(fewestDigits(given.standardErrors, errors) > 8)
  }

  @Test("dense Newton without elimination: mode, covariance, variances and criterion to 1e-10")
  func dense() throws {
    let deviations = [0.6, 0.9]
    let prior = NormalPrior(means: [0.1, 0, -0.2], standardDeviations: [2, 1, 0.5])
    let fit = try made.fit(prior, [0.5, 0.5], deviations: deviations)
    let peer = try DenseLogit(made, prior, deviations)
    let values = fit.effects[0] + fit.effects[1] + fit.coefficients
    let variances =
      fit.effectVariances[0] + fit.effectVariances[1] + fit.standardErrors.map { $0 * $0 }
    for index in values.indices {
      #expect((values[index] - peer.mode[index]).magnitude < 1e-10)
      #expect((variances[index] - peer.covariance[index, index]).magnitude < 1e-10)
    }
    let halfNormals = deviations.reduce(0.0) {
      $0 + Elementary.log(2 / Double.pi) / 2 - Elementary.log(0.5) - 2 * $1 * $1
    }
    #expect((fit.logPosterior - peer.logMarginal - halfNormals).magnitude < 1e-9)
    #expect(fit.largestSlope < 1e-10)
  }

  @Test("levels and factors in another order: the same fit")
  func relabelled() throws {
    let prior = NormalPrior(means: [0, 0, 0], standardDeviations: [2, 1, 1])
    let fit = try made.fit(prior, [0.5, 0.3])
    var other = made
    other.factors = [
      .init(name: "h", levels: made.factors[1].levels.map { 11 - $0 }, count: 12),
      .init(name: "g", levels: made.factors[0].levels.map { ($0 * 7 + 3) % 30 }, count: 31),
    ]
    let same = try other.fit(prior, [0.3, 0.5])
    for (left, right) in zip(fit.deviations, same.deviations.reversed()) {
      #expect((left - right).magnitude < 1e-6)
    }
    for (left, right) in zip(fit.coefficients, same.coefficients) {
      #expect((left - right).magnitude < 1e-6)
    }
    for level in 0..<30 {
      #expect((fit.effects[0][level] - same.effects[1][(level * 7 + 3) % 30]).magnitude < 1e-6)
    }
    #expect(same.effects[1][30] == 0)
    let square = same.deviations[1] * same.deviations[1]
    #expect(digits(same.effectVariances[1][30], square) > 14)
    #expect(try made.fit(prior, [0.5, 0.3]) == fit)
  }

  @Test("the half-normal prior pulls standard deviations toward zero, the more the smaller its scale")
  func pull() throws {
    let prior = NormalPrior(means: [0, 0, 0], standardDeviations: [2, 1, 1])
    let scales = [Double.infinity, 0.5, 0.1]
    let first = try scales.map { try made.fit(prior, [$0, 0.5]).deviations[0] }
    for (left, right) in zip(first, first.dropFirst()) { #expect(left > right) }
    #expect(first[1] > 0.5 && first[2] < 0.5 * first[1], "\(first)")
  }

  @Test("a tiny scale leaves no effects: the generalized linear model with that prior")
  func noEffects() throws {
    let prior = NormalPrior(means: [0.1, 0, -0.2], standardDeviations: [2, 1, 0.5])
    let peer = try GeneralizedLinearModel(family: .binomial, prior: prior).fit(made.sample)
    let fit = try made.fit(prior, [1e-7, 1e-7])
    var none = made
    none.factors = []
    let plain = try none.fit(prior, [])
    for index in 0..<3 {
      #expect((fit.coefficients[index] - peer.coefficients[index]).magnitude < 1e-10)
      #expect((plain.coefficients[index] - peer.coefficients[index]).magnitude < 1e-12)
      #expect((plain.standardErrors[index] - peer.standardErrors[index]).magnitude < 1e-12)
    }
    #expect(fit.effects.joined().allSatisfy { $0.magnitude < 1e-12 })
  }

  @Test("no effects in the data: the standard deviation ends at its floor")
  func floor() throws {
    let count = 400
    let levels = (0..<count).map { Int32($0 / 2 % 40) }
    let model = CrossedLogitModel(
      prior: NormalPrior(means: [0], standardDeviations: [2]), deviationScales: [0.5])
    let fit = try model.fit(
      rows: [Double](repeating: 1, count: count), columns: 1, names: ["one"],
      response: (0..<count).map { Double($0 % 2) },
      factors: [.init(name: "g", levels: levels, count: 40)])
    #expect(digits(fit.deviations[0], 0.01) > 12, "\(fit.deviations)")
  }

  @Test("separated: finite with proper priors, refused with flat ones")
  func separation() throws {
    let x = (0..<40).map { Double($0) / 40 - 0.5 }
    let response = x.map { $0 > 0 ? 1.0 : 0 }
    let rows: [Double] = x.flatMap { value -> [Double] in [1, value] }
    let factor = CrossedLogitModel.Factor(name: "g", levels: (0..<40).map { Int32($0 / 8) }, count: 5)
    let proper = CrossedLogitModel(
      prior: NormalPrior(means: [0, 0], standardDeviations: [2.5, 2.5]), deviationScales: [0.5])
    let fit = try proper.fit(
      rows: rows, columns: 2, names: ["one", "x"], response: response, factors: [factor])
    #expect(fit.coefficients[1] > 2 && fit.coefficients[1] < 10 && fit.largestSlope < 1e-9)
    let flat = CrossedLogitModel(prior: .flat(2), deviationScales: [])
    #expect {
      try flat.fit(rows: rows, columns: 2, names: ["one", "x"], response: response, factors: [])
    } throws: { error in
      guard case .separated(["one", "x"], _) = error as? RegressionError else { return false }
      return true
    }
  }

  @Test("without rows the prior comes back")
  func empty() throws {
    let model = CrossedLogitModel(
      prior: NormalPrior(means: [0.3, -1], standardDeviations: [2, 0.5]), deviationScales: [0.5])
    let fit = try model.fit(
      rows: [], columns: 2, names: ["one", "x"], response: [],
      factors: [.init(name: "g", levels: [], count: 3)])
    #expect(fit.coefficients == [0.3, -1] && fit.effects == [[0, 0, 0]])
    #expect(fit.covariance == Matrix(rowMajor: [[4, 0], [0, 0.25]]))
    #expect(digits(fit.deviations[0], 0.01) > 12)
  }

  @Test("bad input is refused with place and way out")
  func refused() {
    func message(_ change: (inout MadeLogit) -> Void) -> String {
      var data = made
      change(&data)
      do {
        _ = try data.fit(.flat(3), [0.5, 0.5])
        return "fitted"
      } catch {
        return "\(error)"
      }
    }
    #expect(message { $0.rows[4] = .nan }.hasPrefix("row 1, column 'x1' is nan"))
    #expect(message { $0.response[7] = 2 }.hasPrefix("the outcome of row 7 is 2.0"))
    #expect(message { $0.factors.removeLast() }.hasPrefix("2 scales of standard deviations were given"))
    #expect(
      message { $0.factors[1] = .init(name: "h", levels: $0.factors[1].levels, count: 11) }
        == "row 1 has level 11 of 'h', which has 11: give 0 to 10, or -1 for no effect")
    #expect(message { data in data.response = [] }.hasPrefix("1800 values of the design were given"))
  }

  @Test("rows without an effect count for the coefficients alone")
  func withoutEffect() throws {
    let prior = NormalPrior(means: [0, 0, 0], standardDeviations: [2, 1, 1])
    var none = made
    none.factors = made.factors.map {
      .init(name: $0.name, levels: [Int32](repeating: -1, count: 600), count: $0.count)
    }
    let fit = try none.fit(prior, [0.5, 0.5])
    let peer = try GeneralizedLinearModel(family: .binomial, prior: prior).fit(made.sample)
    for index in 0..<3 {
      #expect((fit.coefficients[index] - peer.coefficients[index]).magnitude < 1e-12)
    }
    #expect(fit.effects.joined().allSatisfy { $0 == 0 })
  }
}
