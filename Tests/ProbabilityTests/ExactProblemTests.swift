import Testing

@testable import Probability

/// Our streams and our statistics on problems with exact answers, each within four standard errors.
///
/// The answers are those of `random/monte_carlo_exact.json` of the validation folder (mpmath 1.4.1, twenty digits).
@Suite("problems with exact answers") struct ExactProblemTests {
  private static let paths = 200_000
  private let streams = (0..<12).map { RandomStream(seed: 20, variable: UInt32($0)) }

  private func normals(_ variable: Int) -> [Double] {
    (0..<UInt64(ExactProblemTests.paths)).map { streams[variable].normal(path: $0, draw: 0) }
  }

  private func answer(_ values: [Double], levels: [Double] = [0.5], tail: Double? = nil) throws
    -> SampleAnswer
  {
    let question = SampleQuestion(levels: levels, errorLevels: levels, tail: tail, isWhole: false)
    return try #require(SampleAnswer(of: values, question))
  }

  private func expect(_ found: Double, _ exact: Double, error: Double, _ note: String) {
    #expect(abs(found - exact) <= 4 * error, "\(note): \(found) for \(exact), standard error \(error)")
    #expect(
      error > 0 && error < 0.05 * max(abs(exact), 0.2), "\(note): no error to speak of, or too large a one")
  }

  private func expectMean(_ answer: SampleAnswer, _ exact: Double, _ note: String) {
    expect(answer.mean, exact, error: answer.deviation / Double(answer.count).squareRoot(), note)
  }

  @Test("lognormal: mean, variance, quantile, expected shortfall, mean excess")
  func lognormal() throws {
    let values = normals(0).map { Elementary.exp(1.2 + 0.8 * $0) }
    let found = try answer(values, levels: [0.05], tail: 0.95)
    expectMean(found, 4.572225195142159, "mean")
    let centred = try answer(values.map { ($0 - 4.572225195142159) * ($0 - 4.572225195142159) })
    expectMean(centred, 18.74115083747984, "variance")
    expect(found.quantiles[0], 0.8905795026612865, error: found.quantileErrors[0], "q05")
    let tail = try #require(found.tail)
    expect(tail.value, 18.206260949586992, error: tail.error, "expected shortfall")
    expectMean(try answer(values.map { max($0 - 5, 0) }), 1.28263997840078, "mean excess over 5")
  }

  @Test("compound Poisson of gammas: mean, chance of nothing, distribution, quantiles")
  func compound() throws {
    let values = (0..<UInt64(ExactProblemTests.paths)).map { path -> Double in
      // A Poisson number of claims by inversion.
      let u = streams[1].uniform(path: path, draw: 1)
      var (count, mass) = (0, Elementary.exp(-2.5))
      var below = mass
      while u > below, count < 60 {
        count += 1
        mass *= 2.5 / Double(count)
        below += mass
      }
      return (0..<count).reduce(0) {
        $0 + 3.2 * streams[2].gamma(shape: 1.7, path: path, draw: UInt64($1))
      }
    }
    let found = try answer(values, levels: [0.1, 0.5, 0.9, 0.95, 0.99])
    expectMean(found, 13.6, "mean")
    expectMean(try answer(values.map { ($0 - 13.6) * ($0 - 13.6) }), 117.504, "variance")
    func expectShare(_ exact: Double, _ note: String, _ holds: (Double) -> Bool) throws {
      expectMean(try answer(values.map { holds($0) ? 1 : 0 }), exact, note)
    }
    try expectShare(0.08208499862389879, "nothing") { $0 == 0 }
    try expectShare(0.4401828400842961, "at most 10") { $0 <= 10 }
    try expectShare(0.9168590364387982, "at most 30") { $0 <= 30 }
    let exact = [
      1.096500971112948, 11.55189684407513, 28.37786034032086, 34.29526593238687, 46.73046145674887,
    ]
    for (index, quantile) in exact.enumerated() {
      expect(found.quantiles[index], quantile, error: found.quantileErrors[index], "\(found.levels[index])")
    }
  }

  @Test("orthants: normals that are above zero together")
  func orthants() throws {
    let (x, y, z) = (normals(3), normals(4), normals(5))
    let exact = [
      (-0.9, 0.07178314656435314), (-0.5, 1 / 6.0), (0, 0.25), (0.3, 0.2984933420103391), (0.5, 1 / 3.0),
      (0.8, 0.3975836176504333), (0.95, 0.4494586879478701),
    ]
    for (rho, share) in exact {
      let rest = (1 - rho * rho).squareRoot()
      let both = zip(x, y).map { $0 > 0 && rho * $0 + rest * $1 > 0 ? 1.0 : 0 }
      expectMean(try answer(both), share, "correlation \(rho)")
    }
    // Three with one common half: correlation 0.5 of each pair.
    let common = normals(6)
    let all = common.indices.map { i in
      [x, y, z].allSatisfy { common[i] + $0[i] > 0 } ? 1.0 : 0
    }
    expectMean(try answer(all), 0.25, "three")
  }

  @Test("the largest of several normals")
  func largest() throws {
    let draws = [2: 0.5641895835477563, 3: 0.8462843753216344, 5: 1.1629644736405197, 10: 1.538752730835173]
    for (count, exact) in draws.sorted(by: { $0.key < $1.key }) {
      let values = (0..<UInt64(ExactProblemTests.paths)).map { path in
        (0..<UInt64(count)).reduce(-Double.infinity) { max($0, streams[7].normal(path: path, draw: $1)) }
      }
      expectMean(try answer(values), exact, "of \(count)")
    }
  }

  @Test("Student's t with five degrees of freedom: expected shortfall beyond 99 %")
  func student() throws {
    let values = (0..<30_000).map { path in
      StudentT.quantile(streams[8].uniform(path: path, draw: 0), degreesOfFreedom: 5)
    }
    let tail = try #require(try answer(values, tail: 0.99).tail)
    expect(tail.value, 4.45242911181797, error: tail.error, "expected shortfall")
  }

  @Test("a sum of correlated lognormals: mean and variance")
  func lognormalSum() throws {
    let (common, own) = (normals(9), [normals(10), normals(11), normals(3)])
    let (shared, rest) = (0.4.squareRoot(), 0.6.squareRoot())
    let values = common.indices.map { i in
      (0..<3).reduce(0) { sum, part in
        let normal = shared * common[i] + rest * own[part][i]
        return sum + Elementary.exp(0.1 * Double(part + 1) + (0.5 + 0.1 * Double(part)) * normal)
      }
    }
    expectMean(try answer(values), 4.439215688002524, "mean")
    let squares = values.map { ($0 - 4.439215688002524) * ($0 - 4.439215688002524) }
    expectMean(try answer(squares), 5.29145466491251, "variance")
  }
}
