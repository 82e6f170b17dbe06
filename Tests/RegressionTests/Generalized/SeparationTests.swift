import LinearAlgebra
import Regression
import Testing

@Suite("Separation")
struct SeparationTests {
  static let logit = GeneralizedLinearModel(family: .binomial)
  static let probit = GeneralizedLinearModel(family: .binomial, link: .probit)
  static let poisson = GeneralizedLinearModel(family: .poisson)

  /// The columns named, or nil where an estimate came out.
  private func separated(_ fit: () throws -> GeneralizedLinearFit) throws -> [String]? {
    do {
      _ = try fit()
      return nil
    } catch let error as RegressionError {
      guard case .separated(let columns, _) = error else { throw error }
      #expect(error.description.contains("Firth"))
      return columns
    }
  }

  private func expect(_ columns: [String]?, _ fit: () throws -> GeneralizedLinearFit) throws {
    let found = try separated(fit)
    #expect(found == columns)
  }

  private func expectSeparation(_ fit: () throws -> GeneralizedLinearFit) throws {
    let found = try separated(fit)
    #expect(found != nil)
  }

  @Test("an exposure among cases only is named, for logit and probit", arguments: [logit, probit])
  func rareExposure(_ model: GeneralizedLinearModel) throws {
    let data = FirthTests.rare
    try expect(["exposed"]) { try model.fit(data.columns, response: data.response) }
  }

  @Test("complete separation", arguments: [logit, probit])
  func complete(_ model: GeneralizedLinearModel) throws {
    let data = FirthTests.complete
    try expect(["(Intercept)", "x"]) { try model.fit(data.columns, response: data.response) }
  }

  /// A tie at the border only: x = 3 has both outcomes, all else is told apart.
  @Test("quasi-complete separation at a tie", arguments: [logit, probit])
  func tie(_ model: GeneralizedLinearModel) throws {
    let columns: KeyValuePairs = ["x": [1.0, 2, 3, 3, 4, 5]]
    try expect(["(Intercept)", "x"]) { try model.fit(columns, response: [0, 0, 0, 1, 1, 1]) }
    try expect(["(Intercept)", "x"]) { try model.fit(columns, response: [0, 0, 0.5, 0.25, 1, 1]) }
  }

  @Test("counts that are zero wherever a dummy is one")
  func zeroCounts() throws {
    let x = [0.5, 1, 2, 3, 4, 2, 1, 5]
    let dummy = [0.0, 0, 0, 0, 0, 1, 1, 1]
    let counts = [1.0, 0, 3, 4, 6, 0, 0, 0]
    let columns: KeyValuePairs = ["x": x, "dummy": dummy]
    try expect(["dummy"]) { try SeparationTests.poisson.fit(columns, response: counts) }
    let exposure = [Double](repeating: 20, count: 8)
    let shifted = try separated {
      try SeparationTests.poisson.fit(
        columns, response: counts, weights: [1, 1, 1, 1, 1, 1e-12, 1e-12, 1e-12], offset: exposure)
    }
    #expect(shifted == ["dummy"])
    try expect(["(Intercept)"]) { try SeparationTests.poisson.fit([:], response: [0, 0, 0]) }
  }

  /// A prior on the separating column alone leaves a finite estimate, one on another column does not.
  @Test("a prior helps where it is on the separating column")
  func priors() throws {
    let data = FirthTests.rare
    for (deviations, expected) in [([.infinity, 2, .infinity], nil), ([1, .infinity, 1], ["exposed"])]
      as [([Double], [String]?)]
    {
      let prior = NormalPrior(means: [0, 0, 0], standardDeviations: deviations)
      let model = GeneralizedLinearModel(family: .binomial, prior: prior)
      try expect(expected) { try model.fit(data.columns, response: data.response) }
    }
  }

  /// One row on the wrong side, by ever less or with ever less weight: a finite estimate exists.
  @Test("extreme but overlapping data raise no alarm", arguments: [1e-1, 1e-3, 1e-5, 1e-7])
  func overlapping(_ gap: Double) throws {
    let x = [-3, -2, -1, gap, -gap, 1, 2, 3]
    let response = [0.0, 0, 0, 0, 1, 1, 1, 1]
    let fit = try SeparationTests.logit.fit(["x": x], response: response)
    #expect(fit.coefficients[1] * gap < 2)
    #expect(scoreSize(fit, response, x) < 1e-10)
    let rare = try SeparationTests.logit.fit(
      ["x": [0, 0, 1, 1]], response: [1, 0, 1, 0], weights: [gap * gap, 1, 1, gap * gap])
    #expect(digits(rare.fitted[0], gap * gap / (1 + gap * gap)) > 11)
  }

  private func scoreSize(_ fit: GeneralizedLinearFit, _ response: [Double], _ x: [Double]) -> Double {
    x.indices.map { x[$0] * (response[$0] - fit.fitted[$0]) }.reduce(0, +).magnitude
  }

  /// Designs of three columns drawn by a seed, outcomes by a plane: separated. With one outcome turned deep
  /// inside the other side: overlapping.
  @Test("random planes", arguments: 1...12)
  func random(_ seed: Int) throws {
    var stream = Stream(state: UInt64(seed))
    let rows = 40
    let columns = (0..<3).map { _ in (0..<rows).map { _ in stream.next() } }
    let plane = (0..<rows).map { columns[0][$0] - 2 * columns[1][$0] + 0.5 * columns[2][$0] + 0.1 }
    var response = plane.map { $0 > 0 ? 1.0 : 0 }
    let named: KeyValuePairs = ["a": columns[0], "b": columns[1], "c": columns[2]]
    for model in [SeparationTests.logit, SeparationTests.probit] {
      try expectSeparation { try model.fit(named, response: response) }
    }
    let lowest = plane.indices.min { plane[$0] < plane[$1] }!
    let highest = plane.indices.max { plane[$0] < plane[$1] }!
    (response[lowest], response[highest]) = (1, 0)
    for model in [SeparationTests.logit, SeparationTests.probit] {
      try expect(nil) { try model.fit(named, response: response) }
    }
  }
}

/// Uniform numbers from -1 to 1 by SplitMix64.
struct Stream {
  var state: UInt64

  mutating func next() -> Double {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return Double((z ^ (z >> 31)) >> 11) * 0x1p-52 - 1
  }
}
