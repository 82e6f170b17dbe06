import Probability
import Testing

/// Seeded draws against what their distributions promise, at four standard errors.
@Suite("Random streams")
struct RandomStreamTests {
  let stream = RandomStream(seed: 20_260_101, variable: 7)
  let count = 10_000

  /// Whether the mean of the draws lies within four standard errors of the expected one.
  private func meanFits(
    _ expected: Double, variance: Double, _ draw: (RandomStream, UInt64) -> Double
  ) -> Bool {
    var sum = 0.0
    for path in 0..<UInt64(count) { sum += draw(stream, path) }
    return (sum / Double(count) - expected).magnitude <= 4 * (variance / Double(count)).squareRoot()
  }

  @Test("a stream is a pure function of its address, and the address is Philox's counter")
  func address() {
    let path: UInt64 = 0x85a3_08d3_243f_6a88
    let words = Philox4x32.block(counter: SIMD4(0x243f_6a88, 0x85a3_08d3, 5, 0), key: stream.key)
    let (first, second) = stream.uniforms(path: path, draw: 5)
    let low = UInt64(words.x) | UInt64(words.y) << 32
    let high = UInt64(words.z) | UInt64(words.w) << 32
    #expect(first == (Double(low >> 12) + 0.5) * 0x1p-52 && second == (Double(high >> 12) + 0.5) * 0x1p-52)
    #expect(stream.uniform(path: path, draw: 5) == first)
    #expect(stream.normal(path: path, draw: 5) == Normal.quantile(first))
    #expect(RandomStream(seed: 1, variable: 7) != stream)
  }

  @Test("moments of uniforms and normals")
  func moments() {
    #expect(meanFits(0.5, variance: 1 / 12.0) { $0.uniform(path: $1, draw: 0) })
    #expect(
      meanFits(1 / 3.0, variance: 4 / 45.0) { s, p in
        let u = s.uniform(path: p, draw: 1)
        return u * u
      })
    #expect(
      meanFits(0.25, variance: 1 / 9.0 - 1 / 16.0) {
        let u = $0.uniforms(path: $1, draw: 2)
        return u.0 * u.1
      })
    #expect(meanFits(0, variance: 1) { $0.normal(path: $1, draw: 3) })
    #expect(
      meanFits(1, variance: 2) {
        let z = $0.normal(path: $1, draw: 4)
        return z * z
      })
    #expect(
      meanFits(3, variance: 96) {
        let z = $0.normal(path: $1, draw: 5)
        return z * z * z * z
      })
  }

  @Test("neighbouring draws, paths and variables are uncorrelated")
  func independence() {
    let other = RandomStream(seed: 20_260_101, variable: 8)
    #expect(meanFits(0, variance: 1) { $0.normal(path: $1, draw: 0) * $0.normal(path: $1, draw: 1) })
    #expect(meanFits(0, variance: 1) { $0.normal(path: $1, draw: 0) * $0.normal(path: $1 + 1, draw: 0) })
    #expect(meanFits(0, variance: 1) { $0.normal(path: $1, draw: 0) * other.normal(path: $1, draw: 0) })
  }

  @Test("uniforms fill a hundred cells evenly")
  func cells() {
    var cells = [Double](repeating: 0, count: 100)
    for path in 0..<UInt64(count) { cells[Int(stream.uniform(path: path, draw: 9) * 100)] += 1 }
    let chiSquared = cells.map { ($0 - 100) * ($0 - 100) / 100 }.reduce(0, +)
    #expect((0.0001...0.9999).contains(ChiSquared.cdf(chiSquared, degreesOfFreedom: 99)))
  }

  @Test(
    "gamma draws have the mean, the variance and the distribution of their shape", arguments: [0.3, 1, 4.5])
  func gamma(shape: Double) {
    #expect(meanFits(shape, variance: shape) { $0.gamma(shape: shape, path: $1, draw: 0) })
    let fourth = 3 * shape * shape + 6 * shape
    #expect(
      meanFits(shape, variance: fourth - shape * shape) {
        let miss = $0.gamma(shape: shape, path: $1, draw: 1) - shape
        return miss * miss
      })
    let median = ChiSquared.quantile(0.5, degreesOfFreedom: 2 * shape) / 2
    #expect(meanFits(0.5, variance: 0.25) { $0.gamma(shape: shape, path: $1, draw: 2) < median ? 1 : 0 })
  }

  @Test("beta draws have the mean and the second moment of their shapes")
  func beta() {
    for (a, b) in [(0.5, 0.5), (2, 3), (0.02, 0.01)] {
      let mean = a / (a + b)
      let variance = a * b / ((a + b) * (a + b) * (a + b + 1))
      #expect(meanFits(mean, variance: variance) { $0.beta(a, b, path: $1, draw: 3) })
      let second = variance + mean * mean
      #expect(
        meanFits(second, variance: second * (1 - second)) {
          let x = $0.beta(a, b, path: $1, draw: 4)
          return x * x
        })
    }
  }

  @Test("rejection attempts of one draw touch no other draw")
  func lanes() {
    let gammas = Set((0..<500).map { stream.gamma(shape: 2, path: 1, draw: $0) })
    #expect(gammas.count == 500)
    #expect(stream.gamma(shape: 2, path: 1, draw: 3) == stream.gamma(shape: 2, path: 1, draw: 3))
    let product = { (s: RandomStream, p: UInt64) in
      (s.gamma(shape: 2, path: p, draw: 0) - 2) * s.normal(path: p, draw: 0)
    }
    #expect(meanFits(0, variance: 2, product))
  }
}
