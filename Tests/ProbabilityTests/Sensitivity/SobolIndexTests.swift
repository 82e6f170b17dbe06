import Foundation
import Testing

@testable import Probability

@Suite("Sobol indices: functions whose indices are known")
struct SobolIndexTests {
  /// Estimates of every input's index for a function of independent uniforms.
  private func indices(
    inputs: Int, draws: Int, seed: UInt32 = 1, _ function: ([Double]) -> Double
  ) -> [SobolIndex] {
    let streams = (0..<inputs).map { input in
      [seed, seed + 1_000_000].map { RandomStream(seed: $0, variable: UInt32(input + 1)) }
    }
    func values(_ sample: (Int) -> Int) -> [Double] {
      (0..<draws).map { draw in
        function((0..<inputs).map { streams[$0][sample($0)].uniform(path: UInt64(draw), draw: 0) })
      }
    }
    let (a, b) = (values { _ in 0 }, values { _ in 1 })
    return (0..<inputs).compactMap { input in
      SobolIndex(a: a, b: b, mixed: values { $0 == input ? 1 : 0 })
    }
  }

  /// Within 4.5 standard errors: fails by chance once in 150,000 times.
  private func check(_ found: [SobolIndex], first: [Double], total: [Double], error: Double) {
    #expect(found.count == first.count)
    for (index, truth) in zip(found, zip(first, total)) {
      #expect((index.first.value - truth.0).magnitude <= 4.5 * index.first.error + 1e-12)
      #expect((index.total.value - truth.1).magnitude <= 4.5 * index.total.error + 1e-12)
      #expect(index.first.error < error && index.total.error < error)
    }
  }

  @Test("Ishigami, a = 7, b = 0.1")
  func ishigami() {
    // V1 = (1 + b pi^4 / 5)^2 / 2, V2 = a^2 / 8, V13 = 8 b^2 pi^8 / 225 (Ishigami and Homma 1990).
    let (a, b) = (7.0, 0.1)
    let v1 = pow(1 + b * pow(Double.pi, 4) / 5, 2) / 2
    let (v2, v13) = (a * a / 8, 8 * b * b * pow(Double.pi, 8) / 225)
    let variance = v1 + v2 + v13
    let found = indices(inputs: 3, draws: 40_000) { u in
      let x = u.map { Double.pi * (2 * $0 - 1) }
      return sin(x[0]) + a * pow(sin(x[1]), 2) + b * pow(x[2], 4) * sin(x[0])
    }
    check(
      found, first: [v1 / variance, v2 / variance, 0],
      total: [(v1 + v13) / variance, v2 / variance, v13 / variance], error: 0.01)
    #expect((v1 / variance - 0.3139).magnitude < 1e-4)
  }

  @Test("Sobol's g-function of eight inputs")
  func product() {
    // V_i = 1 / (3 (1 + a_i)^2); V = prod (1 + V_i) - 1; V_Ti = V_i prod of (1 + V_j) of the others.
    let a = [0.0, 1, 4.5, 9, 99, 99, 99, 99]
    let parts = a.map { 1 / (3 * (1 + $0) * (1 + $0)) }
    let product = parts.reduce(1) { $0 * (1 + $1) }
    let variance = product - 1
    let found = indices(inputs: 8, draws: 20_000) { u in
      zip(u, a).reduce(1) { $0 * (abs(4 * $1.0 - 2) + $1.1) / (1 + $1.1) }
    }
    check(
      found, first: parts.map { $0 / variance },
      total: parts.map { $0 * product / (1 + $0) / variance }, error: 0.02)
    #expect((parts[0] / variance - 0.716).magnitude < 1e-3)
  }

  @Test("a sum: shares are those of the squared weights, first and total alike")
  func linear() {
    let weights = [1.0, 2, 3, 0]
    let shares = weights.map { $0 * $0 / 14 }
    let found = indices(inputs: 4, draws: 20_000) { zip($0, weights).reduce(5) { $0 + $1.0 * $1.1 } }
    check(found, first: shares, total: shares, error: 0.02)
    // An input that does nothing has exactly none.
    for estimate in [found[3].first, found[3].total] {
      #expect(estimate.value == 0 && estimate.error == 0)
    }
  }

  @Test("only both together: nothing by itself, all in total")
  func interaction() {
    let found = indices(inputs: 2, draws: 20_000) { ($0[0] < 0.5) == ($0[1] < 0.5) ? 1 : 0 }
    check(found, first: [0, 0], total: [1, 1], error: 0.02)
  }

  @Test("95 % intervals hold the truth in about 95 of 100 trials")
  func coverage() {
    var held = (first: 0, total: 0)
    let trials = 400
    for seed in 1...UInt32(trials) {
      let index = indices(inputs: 2, draws: 400, seed: seed) { $0[0] + 2 * $0[1] + $0[0] * $0[1] }[0]
      // f = x + 2 y + x y: E[f | x] = 1.5 x + 1, V1 = 2.25 / 12; V2 = 6.25 / 12; V12 = 1 / 144.
      let variance = 2.25 / 12 + 6.25 / 12 + 1.0 / 144
      if index.first.interval.contains(2.25 / 12 / variance) { held.first += 1 }
      if index.total.interval.contains((2.25 / 12 + 1.0 / 144) / variance) { held.total += 1 }
    }
    // Three standard errors of 400 trials at 95 % are 13.
    #expect((367...393).contains(held.first))
    #expect((367...393).contains(held.total))
  }

  @Test("nothing to share out: no draws, one draw, no spread, no number")
  func edges() {
    #expect(SobolIndex(a: [], b: [], mixed: []) == nil)
    #expect(SobolIndex(a: [1], b: [2], mixed: [3]) == nil)
    #expect(SobolIndex(a: [4, 4], b: [4, 4], mixed: [4, 4]) == nil)
    #expect(SobolIndex(a: [.nan, 4], b: [4, 4], mixed: [4, 4]) == nil)
  }
}

@Suite("differences on the same draws")
struct PairedDifferenceTests {
  @Test("by hand: 1, 2, 3 against 2, 2, 5")
  func byHand() {
    // Differences 1, 0, 2: mean 1, deviation 1, error 1 / sqrt 3.
    let difference = PairedDifference(a: [1, 2, 3], b: [2, 2, 5])
    #expect(difference.mean == 1)
    #expect((difference.error - 1 / 3.0.squareRoot()).magnitude < 1e-15)
    #expect(difference.interval.contains(0))
  }

  @Test("what is not a number on either side is left out; the same has no error; none and one")
  func edges() {
    let difference = PairedDifference(a: [1, .nan, 3], b: [2, 2, 4])
    #expect(difference.count == 2 && difference.mean == 1 && difference.error == 0)
    #expect(PairedDifference(a: [], b: []).mean.isNaN)
    #expect(PairedDifference(a: [], b: []).error == 0)
    #expect(PairedDifference(a: [3], b: [5]).error == 0)
  }
}

@Suite("ranks among numbers")
struct RankScaleTests {
  @Test("by hand: among 1, 2, 2, 9")
  func byHand() {
    let scale = RankScale([9, 2, 1, 2])
    #expect([0, 1, 1.5, 2, 5, 9, 10].map(scale.rank) == [0, 0.125, 0.25, 0.5, 0.75, 0.875, 1])
  }
}
