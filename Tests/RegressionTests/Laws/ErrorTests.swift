import LinearAlgebra
import Regression
import Testing

/// Bad input meets a typed error that says where, in every estimator.
@Suite("Errors of every estimator") struct ErrorTests {
  private func error(of estimator: LawEstimator, _ data: LawCase) -> RegressionError? {
    do {
      _ = try estimator.fit(data)
      return nil
    } catch {
      return error as? RegressionError
    }
  }

  private func spoiled(_ values: WideVector, _ row: Int, _ value: Double) -> WideVector {
    var high = values.high
    high[row] = value
    return WideVector(high)
  }

  @Test("a value that is not finite, by row and column", arguments: LawEstimator.everyone)
  func notFinite(_ estimator: LawEstimator) throws {
    let data = estimator.cases[0].replacing("x2") { spoiled($0, 13, .infinity) }
    #expect(error(of: estimator, data) == .notFinite(row: 13, column: "x2", value: .infinity))
    let message = error(of: estimator, data)!.description
    #expect(message.contains("row 13") && message.contains("'x2'"))
  }

  @Test("a response that is not finite, by row", arguments: LawEstimator.everyone)
  func responseNotFinite(_ estimator: LawEstimator) throws {
    let data = estimator.cases[0].responding { spoiled($0, 7, .infinity) }
    #expect(error(of: estimator, data) == .responseNotFinite(row: 7, value: .infinity))
    #expect(error(of: estimator, data)!.description.contains("row 7"))
  }

  @Test("a negative weight, by row", arguments: LawEstimator.everyone)
  func negativeWeight(_ estimator: LawEstimator) throws {
    let weights = (0..<40).map { $0 == 31 ? -2.0 : 1 }
    let found = error(of: estimator, estimator.cases[0].weighted(weights))
    guard case .unsupported = found else {
      #expect(found == .invalidWeight(row: 31, value: -2))
      #expect(found?.description.contains("row 31") == true)
      return
    }
  }

  /// A factor of one level is a dummy that is one in every row.
  @Test("a factor of one level, by column", arguments: LawEstimator.everyone)
  func oneLevel(_ estimator: LawEstimator) throws {
    let ones = WideVector([Double](repeating: 1, count: 40))
    switch error(of: estimator, estimator.cases[0].adding("regionNorth", ones)) {
    case .rankDeficient(let columns): #expect(columns == ["regionNorth"])
    case .absorbed(let columns, _): #expect(columns == ["regionNorth"])
    case let other: Issue.record("\(estimator.name): \(String(describing: other))")
    }
  }

  @Test("fewer rows than columns, with both numbers", arguments: LawEstimator.everyone)
  func fewRows(_ estimator: LawEstimator) throws {
    guard estimator.name != "ridge" else { return }
    let data = estimator.cases[0].selecting(rows: [0, 1, 5])
    let found = try #require(
      error(of: estimator, data), "\(estimator.name) fitted four columns to three rows")
    #expect(found.description.contains { $0.isNumber })
  }

  @Test(
    "one cluster, by name",
    arguments: [CovarianceKind.ClusterCorrection.cr0, .cr1, .cr2])
  func oneCluster(_ correction: CovarianceKind.ClusterCorrection) throws {
    let data = LawCase(seed: 2)
    let one = Grouping(name: "country", labels: [String](repeating: "FR", count: 40))
    let fit = try LinearModel().fit(data.sample)
    #expect(throws: RegressionError.tooFewGroups(name: "country", groups: 1, needed: 2)) {
      try fit.covariance(.cluster([one], correction))
    }
  }

  @Test("one unit of a panel, by name")
  func oneUnit() throws {
    var data = LawCase(seed: 2)
    data.units = Grouping(name: "country", labels: [String](repeating: "FR", count: 40))
    for name in ["between", "random effects", "mixed"] {
      let estimator = try #require(LawEstimator.panel.first { $0.name == name })
      let found = try #require(error(of: estimator, data), "\(name)")
      #expect(found.description.contains { $0.isNumber }, "\(name): \(found.description)")
    }
  }

  @Test("separated outcomes, by column", arguments: ["logit", "probit"])
  func separated(_ name: String) throws {
    let estimator = try #require(LawEstimator.generalized.first { $0.name == name })
    let data = estimator.cases[0].adding(
      "member", WideVector((0..<40).map { estimator.cases[0].sample.response.high[$0] * 2 - 1 }))
    guard case .separated(let columns, _) = error(of: estimator, data) else {
      Issue.record("\(name): \(String(describing: error(of: estimator, data)))")
      return
    }
    #expect(columns.contains("member"))
  }
}
