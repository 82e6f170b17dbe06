import Testing

@testable import LinearAlgebra

/// A small generator of its own: the room knows no random numbers.
struct Noise {
  var state: UInt64

  mutating func next() -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(state >> 11) * 0x1p-53 - 0.5
  }
}

@Suite("The Gram route of tall designs")
struct GramTests {
  static func design(rows: Int, columns: Int, seed: UInt64, wide: Bool) -> (WideMatrix, WideVector) {
    var noise = Noise(state: seed)
    let high = (0..<rows * columns).map { $0 < rows ? 1 : noise.next() + 3 }
    let low = high.map { wide ? $0 * noise.next() * 0x1p-54 : 0 }
    let response = (0..<rows).map { _ in noise.next() * 100 }
    return (
      WideMatrix(rows: rows, columns: columns, high: high, low: wide ? low : []), WideVector(response)
    )
  }

  @Test("both routes round to the same doubles", arguments: [7, 40, 333], [false, true])
  func routes(_ rows: Int, _ wide: Bool) throws {
    let (design, response) = GramTests.design(rows: rows, columns: 4, seed: UInt64(rows), wide: wide)
    let refined = try solveLeastSquares(design, response)
    let factor = GramFactor(design)
    let direct = solveByGram(design, response, factor, inverse: true)
    #expect(direct.coefficients.high == refined.coefficients.high)
    #expect(direct.residuals.high == refined.residuals.high)
    for (a, b) in zip(direct.inverseGram.storage, refined.inverseGram.storage) {
      #expect((a - b).magnitude <= 0x1p-52 * b.magnitude)
    }
  }

  @Test("a tall design takes the short way and keeps X'r = 0 to 1e-25")
  func tall() throws {
    let (design, response) = GramTests.design(rows: 2_003, columns: 3, seed: 9, wide: false)
    let solution = try solveLeastSquares(design, response)
    for product in Gram.products(design, solution.residuals) { #expect(product.value.magnitude < 1e-22) }
  }

  @Test("dependent columns are those on the right, whatever their scale")
  func dependent() {
    var noise = Noise(state: 3)
    let a = (0..<50).map { _ in noise.next() * 1e-190 }
    let b = (0..<50).map { _ in noise.next() * 1e190 }
    let sum = zip(a, b).map { $0 * 1e100 + $1 * 1e-190 }
    let design = Matrix(rows: 50, columns: 4, columnMajor: a + b + sum + [Double](repeating: 0, count: 50))
    #expect(GramFactor(WideMatrix(design)).dependent == [2, 3])
  }
}
