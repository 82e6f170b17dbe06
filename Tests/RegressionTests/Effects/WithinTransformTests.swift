import LinearAlgebra
import Regression
import Testing

/// A small generator of reproducible test data.
struct TestNumbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed &+ 0x9E37_79B9_7F4A_7C15 }

  mutating func bits() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 33
  }

  /// From 0 (with) to 1 (without).
  mutating func uniform() -> Double { Double(bits()) * 0x1p-31 }

  /// A whole number below a bound.
  mutating func below(_ bound: Int) -> Int { Int(bits() % UInt64(bound)) }

  mutating func uniforms(_ count: Int) -> [Double] { (0..<count).map { _ in uniform() - 0.5 } }

  mutating func grouping(_ name: String, levels: Int, rows: Int) -> Grouping {
    Grouping(name: name, labels: (0..<rows).map { _ in String(below(levels)) })
  }
}

@Suite("Sweeping out fixed effects")
struct WithinTransformTests {
  static let shapes: [[Int]] = [[7], [9, 4], [4, 9], [6, 6], [12, 5, 3], [5, 5, 5, 4]]

  /// The residuals of a least squares regression on dummies, redundant ones left out.
  static func byDummies(_ x: [Double], _ effects: [Grouping], _ weights: [Double]?) throws -> [Double] {
    var columns: [[Double]] = []
    for effect in effects {
      for level in effect.levels.indices {
        columns.append(effect.codes.map { Int($0) == level ? 1 : 0 })
      }
    }
    let roots = weights?.map { $0.squareRoot() } ?? x.map { _ in 1 }
    let scaled = columns.map { WideVector(zip($0, roots).map(*)) }
    let all = WideMatrix(rows: x.count, columns: scaled)
    let dropped = Set(GramFactor(all).dependent)
    let kept = columns.indices.filter { !dropped.contains($0) }
    let solution = try solveLeastSquares(
      all.selecting(columns: kept), WideVector(zip(x, roots).map(*)), inverse: false)
    return x.indices.map { row in
      var rest = DoubleDouble(x[row])
      for (index, column) in kept.enumerated() {
        rest = rest - solution.coefficients[index] * columns[column][row]
      }
      return rest.value
    }
  }

  @Test("sweeping is regressing on dummies, weighted and not", arguments: shapes)
  func dummies(_ shape: [Int]) throws {
    var numbers = TestNumbers(seed: 1)
    let effects = shape.enumerated().map { numbers.grouping("e\($0)", levels: $1, rows: 60) }
    let x = numbers.uniforms(60)
    for weights in [nil, numbers.uniforms(60).map { $0 + 0.6 }] {
      let expected = try WithinTransformTests.byDummies(x, effects, weights)
      let transform = try WithinTransform(effects: effects, weights: weights)
      let wide = try transform.residuals(of: WideVector(x)).high
      let plain = try transform.residuals(ofColumns: x)
      for row in x.indices {
        #expect(abs(wide[row] - expected[row]) < 1e-15)
        #expect(abs(plain[row] - expected[row]) < 2e-15)
      }
    }
  }

  @Test("the order of the effects does not matter", arguments: shapes)
  func order(_ shape: [Int]) throws {
    var numbers = TestNumbers(seed: 2)
    let effects = shape.enumerated().map { numbers.grouping("e\($0)", levels: $1, rows: 50) }
    let x = WideVector(numbers.uniforms(50))
    let one = try WithinTransform(effects: effects).residuals(of: x)
    let other = try WithinTransform(effects: effects.reversed()).residuals(of: x)
    for row in 0..<50 { #expect(abs(one.high[row] - other.high[row]) < 1e-16) }
  }
}
