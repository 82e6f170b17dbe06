import LinearAlgebra
import Regression
import Testing

/// A law of regressions; an estimator says which it obeys.
enum Law: String, Sendable, CaseIterable {
  case columnScale, responseScale, rowOrder, columnOrder, replication, responseShift, columnShift
  case dependentColumn, orthogonality
}

/// An estimator as the laws see it.
struct LawEstimator: Sendable, CustomTestStringConvertible {
  let name: String
  let response: LawCase.Response
  let laws: Set<Law>
  /// What two fits of the same problem may differ by, in units of the larger of value and standard error.
  let tolerance: Double
  let fit: @Sendable (LawCase) throws -> LawFit

  var testDescription: String { name }
}

/// Coefficients and standard errors by name.
struct LawFit {
  let coefficients: [String: Double]
  let errors: [String: Double]
  /// Standard errors that differ between weights and repetition only by this number's root.
  let degreesOfFreedom: Double
  let sandwich: Sandwich?

  init(_ estimate: some Estimate, _ kind: CovarianceKind = .classical) throws {
    let errors = try estimate.covariance(kind).standardErrors
    coefficients = Dictionary(uniqueKeysWithValues: zip(estimate.names, estimate.coefficients))
    self.errors = Dictionary(uniqueKeysWithValues: zip(estimate.names, errors))
    degreesOfFreedom = kind == .classical ? estimate.residualDegreesOfFreedom : 1
    sandwich = estimate.sandwich
  }

  init(_ ridge: RidgeFit) {
    coefficients = Dictionary(uniqueKeysWithValues: zip(ridge.names, ridge.coefficients))
    errors = coefficients.mapValues(\.magnitude)
    degreesOfFreedom = 1
    sandwich = nil
  }
}

extension LawEstimator {
  private static let all = Set(Law.allCases)
  /// What holds for robust covariances: repeated rows are further rows to them.
  private static let robust = all.subtracting([.replication])
  /// What holds for likelihoods: responses have no unit and no origin.
  private static let likelihood = all.subtracting([.responseScale, .responseShift])

  static let everyone = linear + panel + generalized

  static let linear: [LawEstimator] =
    [
      LawEstimator("least squares", laws: all) { try LawFit(LinearModel().fit($0.sample)) },
      LawEstimator("weighted least squares", laws: all.subtracting([.replication])) { data in
        let weights =
          data.sample.weights
          ?? data.sample.response.high.indices.map { row in
            1 + Double(Int(data.units.levels[Int(data.units.codes[row])])! % 3)
          }
        return try LawFit(LinearModel().fit(data.weighted(weights).sample))
      },
      // Penalised columns may depend on each other.
      LawEstimator("ridge", laws: all.subtracting([.dependentColumn, .orthogonality])) {
        try LawFit(RidgeModel(penalty: 0.5).fit($0.sample))
      },
    ] + covariances

  private static let covariances: [LawEstimator] = [
    robust("HC0") { _ in .heteroskedastic(.hc0) }, robust("HC1") { _ in .heteroskedastic(.hc1) },
    robust("HC2") { _ in .heteroskedastic(.hc2) }, robust("HC3") { _ in .heteroskedastic(.hc3) },
    robust("CR0", laws: all) { .cluster([$0.units], .cr0) }, robust("CR1") { .cluster([$0.units], .cr1) },
    robust("CR2") { .cluster([$0.units], .cr2) },
    robust("two ways") { .cluster([$0.units, $0.periods], .cr1) },
    robust("Newey-West") { .neweyWest(lag: 1, units: $0.units, periods: $0.periods) },
    robust("Driscoll-Kraay") { .driscollKraay(lag: 1, periods: $0.periods) },
  ]

  private static func robust(
    _ name: String, laws: Set<Law> = robust, _ kind: @escaping @Sendable (LawCase) -> CovarianceKind
  ) -> LawEstimator {
    LawEstimator(name, laws: laws) { try LawFit(LinearModel().fit($0.sample), kind($0)) }
  }

  /// Repeated rows of a panel are no panel, or more rows a unit: laws of weights are the linear model's.
  static let panel: [LawEstimator] = [
    LawEstimator("within", laws: robust) { try LawFit(WithinModel(effects: [$0.units]).fit($0.sample)) },
    LawEstimator("two-way within", laws: robust) {
      try LawFit(WithinModel(effects: [$0.units, $0.periods]).fit($0.sample))
    },
    LawEstimator("absorbing", laws: robust) {
      try LawFit(AbsorbingModel(effects: [$0.units, $0.periods]).fit($0.sample))
    },
    LawEstimator("between", laws: robust) { try LawFit(BetweenModel(groups: $0.units).fit($0.sample)) },
    LawEstimator("first difference", laws: robust) {
      try LawFit(
        FirstDifferenceModel(index: PanelIndex(units: $0.units, periods: $0.periods)).fit($0.sample))
    },
    LawEstimator("random effects", laws: robust) {
      try LawFit(RandomEffectsModel(groups: $0.units).fit($0.sample))
    },
    LawEstimator("mixed", laws: robust, tolerance: 1e-9) {
      try LawFit(MixedModel(groups: $0.units).fit($0.sample))
    },
  ]

  static let generalized: [LawEstimator] = [
    likelihood("logit", .yesNo, .binomial, .logit), likelihood("probit", .yesNo, .binomial, .probit),
    likelihood("Poisson", .count, .poisson, .log),
    likelihood("gamma", .positive, .gamma, .log, laws: likelihood.subtracting([.replication])),
  ]

  private static func likelihood(
    _ name: String, _ response: LawCase.Response, _ family: Family, _ link: Link,
    laws: Set<Law> = likelihood
  ) -> LawEstimator {
    LawEstimator(name, response, laws: laws, tolerance: 1e-9) {
      let fit = try GeneralizedLinearModel(family: family, link: link).fit($0.sample)
      return try LawFit(fit)
    }
  }

  init(
    _ name: String, _ response: LawCase.Response = .real, laws: Set<Law>, tolerance: Double = 1e-12,
    fit: @escaping @Sendable (LawCase) throws -> LawFit
  ) {
    self.name = name
    self.response = response
    self.laws = laws
    self.tolerance = tolerance
    self.fit = fit
  }

  /// Those that obey a law.
  static func obeying(_ law: Law) -> [LawEstimator] { everyone.filter { $0.laws.contains(law) } }

  /// Cases of growing conditioning, the last one near the limit of doubles for plain normal equations.
  var cases: [LawCase] {
    [1.0, 0x1p10, 0x1p20, 0x1p27].enumerated().map { index, conditioning in
      LawCase(seed: UInt32(11 + index), conditioning: conditioning, response: response)
    }
  }
}
