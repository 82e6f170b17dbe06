import LinearAlgebra
import Regression
import Testing

/// Laws that every estimator obeys, tried on random designs of conditioning up to 1e8.
///
/// Transformed data are exact in double-double, so both fits solve the same problem and may differ by
/// rounding alone. Least squares are refined in double-double: their tolerance, 1e-12 of the larger of value
/// and standard error, does not grow with the conditioning (a plain double solution would lose 8 digits of
/// 16). Likelihoods stop when steps are below 1e-9 of a standard error: 1e-9.
@Suite("Laws of every estimator") struct LawTests {
  @Test(
    "a column times 1000 divides its coefficient and error", arguments: LawEstimator.obeying(.columnScale))
  func columnScale(_ estimator: LawEstimator) throws {
    for data in estimator.cases {
      let plain = try estimator.fit(data)
      let scaled = try estimator.fit(data.replacing("x2") { $0.times(1000) })
      estimator.expect(scaled, equals: plain) { $0 == "x2" ? 1e-3 : 1 }
    }
  }

  @Test("a response times -3 multiplies all", arguments: LawEstimator.obeying(.responseScale))
  func responseScale(_ estimator: LawEstimator) throws {
    for data in estimator.cases {
      let scaled = try estimator.fit(data.responding { $0.times(-3) })
      estimator.expect(scaled, equals: try estimator.fit(data)) { _ in -3 }
    }
  }

  @Test("the order of rows does not matter", arguments: LawEstimator.obeying(.rowOrder))
  func rowOrder(_ estimator: LawEstimator) throws {
    for data in estimator.cases {
      let order = (0..<40).map { $0 * 17 % 40 }
      estimator.expect(try estimator.fit(data.selecting(rows: order)), equals: try estimator.fit(data))
    }
  }

  @Test("the order of columns does not matter", arguments: LawEstimator.obeying(.columnOrder))
  func columnOrder(_ estimator: LawEstimator) throws {
    for data in estimator.cases {
      estimator.expect(try estimator.fit(data.reversed), equals: try estimator.fit(data))
    }
  }

  @Test("whole weights are repeated rows", arguments: LawEstimator.obeying(.replication))
  func replication(_ estimator: LawEstimator) throws {
    for data in estimator.cases {
      let counts = (0..<40).map { $0 % 4 }
      let rows = counts.indices.flatMap { [Int](repeating: $0, count: counts[$0]) }
      let repeated = try estimator.fit(data.selecting(rows: rows))
      let weighted = try estimator.fit(data.weighted(counts.map(Double.init)))
      let freedom = repeated.degreesOfFreedom / weighted.degreesOfFreedom
      for (name, value) in repeated.coefficients {
        let error = repeated.errors[name]!
        estimator.expect(weighted.coefficients[name]!, value, error, "coefficient of \(name)")
        guard estimator.name != "ridge" else { continue }
        let scale = estimator.response == .real ? freedom.squareRoot() : 1
        estimator.expect(weighted.errors[name]!, error * scale, error, "error of \(name)")
      }
    }
  }

  @Test("a response plus 100 moves only the intercept", arguments: LawEstimator.obeying(.responseShift))
  func responseShift(_ estimator: LawEstimator) throws {
    for data in estimator.cases {
      let plain = try estimator.fit(data)
      let moved = try estimator.fit(data.responding { $0.plus(100) })
      let shift = estimator.name == "first difference" ? 0.0 : 100
      for (name, value) in plain.coefficients {
        let expected = value + (name == Design.intercept ? shift : 0)
        estimator.expect(moved.coefficients[name]!, expected, plain.errors[name]!, name)
      }
    }
  }

  @Test("a column plus 100 moves only the intercept", arguments: LawEstimator.obeying(.columnShift))
  func columnShift(_ estimator: LawEstimator) throws {
    for data in estimator.cases {
      let plain = try estimator.fit(data)
      let moved = try estimator.fit(data.replacing("x2") { $0.plus(100) })
      let drop = estimator.name == "first difference" ? 0 : 100 * plain.coefficients["x2"]!
      for (name, value) in plain.coefficients {
        let expected = value - (name == Design.intercept ? drop : 0)
        estimator.expect(moved.coefficients[name]!, expected, moved.errors[name]!, name)
      }
    }
  }

  @Test("a combination of columns is refused by its name", arguments: LawEstimator.obeying(.dependentColumn))
  func dependentColumn(_ estimator: LawEstimator) throws {
    for data in estimator.cases {
      let sum = data.column(1).times(3) + data.column(2).plus(7)
      #expect("\(estimator.name)") {
        _ = try estimator.fit(data.adding("sum", sum))
      } throws: {
        switch $0 as? RegressionError {
        case .rankDeficient(let columns): columns == ["sum"]
        default: false
        }
      }
    }
  }

  /// X'u = 0 is what every estimator here solves; what is left may be rounding of each product.
  @Test("residuals are orthogonal to columns", arguments: LawEstimator.obeying(.orthogonality))
  func orthogonality(_ estimator: LawEstimator) throws {
    for data in estimator.cases {
      let sandwich = try #require(try estimator.fit(data).sandwich)
      let (design, residuals) = (sandwich.design, sandwich.residuals)
      for column in 0..<design.columns {
        let products = zip(design.column(column), residuals).map { $0 * $1 }
        let sum = products.reduce(DoubleDouble(0)) { $0 + $1 }.value
        #expect(sum.magnitude < estimator.tolerance * products.reduce(0) { $0 + $1.magnitude })
      }
    }
  }
}

extension LawEstimator {
  /// Both fits agree once the coefficient of a name is multiplied by its factor.
  func expect(_ found: LawFit, equals expected: LawFit, factor: (String) -> Double = { _ in 1 }) {
    #expect(found.coefficients.count == expected.coefficients.count)
    for (name, value) in expected.coefficients {
      let (times, error) = (factor(name), expected.errors[name]!)
      expect(found.coefficients[name]!, value * times, error * times.magnitude, "coefficient of \(name)")
      expect(found.errors[name]!, error * times.magnitude, error * times.magnitude, "error of \(name)")
    }
  }

  func expect(_ found: Double, _ expected: Double, _ error: Double, _ what: String) {
    let off = (found - expected).magnitude / max(expected.magnitude, error)
    #expect(off <= tolerance, "\(name): \(what) is \(found), not \(expected)")
  }
}
