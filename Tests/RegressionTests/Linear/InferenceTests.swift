import LinearAlgebra
import Regression
import Testing

/// Rules that need no peer, and errors.
@Suite("Inference on linear models")
struct InferenceTests {
  static let x = (0..<40).map { Double($0 * 29 % 41) / 8 }
  static let z = (0..<40).map { Double($0 * $0 % 23) }
  static let y = (0..<40).map { (row: Int) -> Double in
    let error = Double(row * 31 % 37) / 37
    return 3 + x[row] / 2 - z[row] / 7 + error
  }

  static func fit(weights: [Double]? = nil) throws -> LinearFit {
    try LinearModel().fit(sample(y, on: [("x", x), ("z", z)], weights: weights))
  }

  @Test("Wald's test of all slopes is the overall F, and so is the comparison with the mean")
  func overall() throws {
    let fit = try Self.fit()
    let f = try #require(fit.fTest)
    let wald = try fit.waldTest(["x", "z"], covariance: fit.covariance(.classical))
    let comparison = try fit.comparison(with: LinearModel().fit(sample(Self.y, on: [])))
    for other in [wald, comparison] {
      #expect(relativeError([other.statistic], [f.statistic]) < 1e-12)
      #expect(other.numerator == 2 && other.denominator == 37)
    }
  }

  @Test("Wald's test of one coefficient is its t squared")
  func single() throws {
    let fit = try Self.fit()
    let robust = try fit.covariance(.heteroskedastic(.hc3))
    let row = try CoefficientTable(fit, covariance: robust).rows[1]
    let wald = try fit.waldTest(["x"], covariance: robust)
    let squared = row.statistic * row.statistic
    #expect(relativeError([wald.statistic, wald.pValue], [squared, row.pValue]) < 1e-10)
    let equal = try fit.waldTest(["x"], equal: [row.lower], covariance: robust)
    #expect(relativeError([equal.pValue], [0.05]) < 1e-9)
  }

  @Test("rows of weight zero do not count, but are fitted")
  func zeroWeights() throws {
    let weights = (0..<40).map { $0 % 4 == 3 ? 0.0 : 1 + Double($0 % 3) }
    let kept = (0..<40).filter { weights[$0] > 0 }
    let fit = try Self.fit(weights: weights)
    let less = try LinearModel().fit(
      sample(
        kept.map { Self.y[$0] }, on: [("x", kept.map { Self.x[$0] }), ("z", kept.map { Self.z[$0] })],
        weights: kept.map { weights[$0] }))
    #expect(fit.coefficients == less.coefficients && fit.covariance == less.covariance)
    #expect(fit.observations == 30 && fit.residuals.count == 40)
    #expect(fit.logLikelihood == less.logLikelihood && fit.rSquared == less.rSquared)
    let groups = Grouping(name: "g", labels: (0..<40).map { String($0 % 8) })
    for correction in [CovarianceKind.ClusterCorrection.cr1, .cr2] {
      let all = try fit.covariance(.cluster([groups], correction))
      let some = try less.covariance(.cluster([groups.selecting(rows: kept)], correction))
      #expect(all == some && all.references.count == 3)
    }
  }

  @Test("a dependent column is named, or left out from the right")
  func aliasing() throws {
    let columns = [("x", Self.x), ("twice", Self.x.map { 2 * $0 }), ("z", Self.z)]
    #expect(throws: RegressionError.rankDeficient(columns: ["twice"])) {
      try LinearModel().fit(sample(Self.y, on: columns))
    }
    let fit = try LinearModel(aliasing: .leftToRight).fit(sample(Self.y, on: columns))
    #expect(fit.aliased == ["twice"] && fit.names == [Design.intercept, "x", "z"])
    #expect(try fit.coefficients == Self.fit().coefficients)
  }

  @Test("an offset is taken off the response and added to what is fitted")
  func offset() throws {
    let plain = try Self.fit()
    let offset = Self.z.map { $0 / 3 }
    let fit = try LinearModel().fit(
      Sample(
        design: plain.sample.design, response: plain.sample.response + WideVector(offset),
        offset: WideVector(offset)))
    #expect(fit.coefficients == plain.coefficients)
    #expect(relativeError(fit.fitted, zip(plain.fitted, offset).map { $0 + $1 }) < 1e-14)
  }

  @Test("what cannot be estimated is refused with its place")
  func refused() throws {
    let fit = try Self.fit()
    let one = Grouping(name: "state", labels: [String](repeating: "a", count: 40))
    #expect(throws: RegressionError.tooFewGroups(name: "state", groups: 1, needed: 2)) {
      try fit.covariance(.cluster([one], .cr1))
    }
    #expect(throws: RegressionError.invalidLag(lag: 40, periods: 40)) {
      try fit.covariance(.neweyWest(lag: 40, units: nil, periods: nil))
    }
    let short = Grouping(name: "state", labels: ["a", "b"])
    #expect(throws: RegressionError.lengthMismatch(what: "values of 'state'", expected: 40, found: 2)) {
      try fit.covariance(.cluster([short], .cr0))
    }
    let last = (0..<40).map { $0 == 17 ? 1.0 : 0 }
    let alone = try LinearModel().fit(sample(Self.y, on: [("x", Self.x), ("last", last)]))
    #expect(throws: RegressionError.leverageOfOne(row: 17, kind: "HC3")) {
      try alone.covariance(.heteroskedastic(.hc3))
    }
    let periods = Grouping(name: "year", labels: (0..<40).map { String(2000 + $0 / 2) })
    #expect(throws: RegressionError.duplicatePeriod(unit: "a", period: "2000", rows: [0, 1])) {
      try fit.covariance(.neweyWest(lag: 1, units: one, periods: periods))
    }
    #expect(throws: RegressionError.fewerRowsThanColumns(rows: 1, columns: 2)) {
      try LinearModel().fit(sample([1], on: [("x", [2])]))
    }
  }

  @Test("a gap in time is no neighbour, and the step of time is what divides all distances")
  func gaps() throws {
    let fit = try Self.fit()
    let years = (0..<40).map { 1900 + 5 * ($0 < 20 ? $0 : $0 + 1) }
    let periods = Grouping(name: "year", labels: years.map(String.init))
    let unit = Grouping(name: "unit", labels: [String](repeating: "a", count: 40))
    let gap = try fit.covariance(.neweyWest(lag: 1, units: unit, periods: periods)).matrix
    let halves = Grouping(name: "half", labels: (0..<40).map { $0 < 20 ? "a" : "b" })
    let split = try fit.covariance(.neweyWest(lag: 1, units: halves, periods: periods)).matrix
    #expect(gap == split)
  }

  @Test("an indefinite two-way covariance is reported")
  func indefinite() throws {
    let first = Grouping(name: "a", labels: (0..<40).map { String($0 % 2) })
    let second = Grouping(name: "b", labels: (0..<40).map { String($0 / 2 % 2) })
    let found = try Self.fit().covariance(.cluster([first, second], .cr1))
    let negative = found.standardErrors.contains(where: \.isNaN)
    #expect(!negative || found.warning != nil)
    #expect(found.warning?.contains("not positive semidefinite") == true)
  }
}
