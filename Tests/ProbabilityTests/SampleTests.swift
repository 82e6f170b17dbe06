import Probability
import Testing

@Suite("Sample statistics")
struct SampleTests {
  let stream = RandomStream(seed: 3, variable: 1)

  /// Type 7 by sorting: the definition.
  private func sorted(_ p: Double, _ values: [Double]) -> Double {
    let ordered = values.sorted()
    let place = Double(values.count - 1) * p
    let below = Int(place)
    let share = place - Double(below)
    return share > 0 ? ordered[below] + share * (ordered[below + 1] - ordered[below]) : ordered[below]
  }

  @Test("selection gives what sorting gives, ties and order included", arguments: 1...40)
  func selection(count: Int) {
    let probabilities = [0.95, 0, 0.5, 0.05, 1, 0.25, 0.333]
    for ties in [2.0, 10, 1e9] {
      let values = (0..<UInt64(count * 7)).map {
        (stream.uniform(path: $0, draw: UInt64(count)) * ties).rounded()
      }
      let expected = probabilities.map { sorted($0, values) }
      #expect(Quantiles.select(probabilities, from: values) == expected)
    }
  }

  @Test("selection on ordered and constant values")
  func ordered() {
    for values in [
      (0..<2000).map(Double.init), (0..<2000).map { -Double($0) }, [Double](repeating: 4, count: 99),
    ] {
      let expected = [0.1, 0.9].map { sorted($0, values) }
      #expect(Quantiles.select([0.1, 0.9], from: values) == expected)
    }
    let one = [2.5]
    #expect(Quantiles.select([0, 0.3, 1], from: one) == [2.5, 2.5, 2.5])
    #expect(Quantiles.select([], from: one) == [])
  }

  @Test("selection among many: heavy tails, most of them nothing, one far away, all but the same, infinite")
  func many() {
    let count = 9000
    let uniforms = (0..<UInt64(count)).map { stream.uniform(path: $0, draw: 77) }
    let probabilities = [0, 0.025, 0.05, 0.3, 0.5, 0.75, 0.95, 0.975, 1]
    let samples: [[Double]] = [
      uniforms, uniforms.map { 1 / $0 },
      uniforms.map { 1 / ($0 * $0 * $0 * $0) }.map { ($0 * 100).rounded() },
      uniforms.map { $0 < 0.8 ? 0 : $0 * 1e7 }, uniforms.map { -($0 * 10).rounded() },
      uniforms.enumerated().map { $0.offset == 40 ? 1e13 : $0.element },
      uniforms.enumerated().map { $0.offset % 2 == 0 ? 1 : 1 + 0x1p-52 * ($0.element * 3).rounded() },
      uniforms.enumerated().map { $0.offset == 40 ? .infinity : $0.element },
      uniforms.map { $0 < 0.5 ? -.greatestFiniteMagnitude : 1e308 },
      [Double](repeating: -3, count: count),
    ]
    for values in samples {
      #expect(Quantiles.select(probabilities, from: values) == probabilities.map { sorted($0, values) })
    }
  }

  @Test("sums of whole numbers do not depend on order")
  func exactSum() {
    let values: [Double] = [1e13, 1, -1e13, 3e12, 0x1p62, -0x1p62, 7]
    let sum = ExactSum(values)
    #expect(sum == ExactSum(values.reversed()) && sum.total == 3_000_000_000_008 && sum.count == 7)
    var merged = ExactSum(values[..<3])
    merged.add(ExactSum(values[3...]))
    #expect(merged == sum && sum.mean == 3_000_000_000_008 / 7.0)
    #expect(ExactSum().value == 0 && ExactSum().mean.isNaN)
  }

  @Test("a fraction or a nan stops an exact sum")
  func exactSumRefuses() async {
    await #expect(processExitsWith: .failure) { _ = ExactSum([0.5]) }
    await #expect(processExitsWith: .failure) { _ = ExactSum([.nan]) }
  }

  /// NumAcc3 and NumAcc4 of NIST's StRD: mean and deviation certified as exact; doubles near them are not.
  @Test("mean and deviation keep their digits")
  func deviation() {
    #expect(meanAndDeviation([1, 2, 3, 4]) == (2.5, (5 / 3.0).squareRoot()))
    let far = meanAndDeviation([10_000_001, 10_000_003, 10_000_002])
    #expect(far == (10_000_002, 1))
    let whole = (0..<1000).map { (1e13 * stream.uniform(path: $0, draw: 1)).rounded() }
    #expect(meanAndDeviation(whole) == meanAndDeviation(whole.reversed()))
    let tenths = [1_000_000.2] + (0..<500).flatMap { _ in [1_000_000.1, 1_000_000.3] }
    let (mean, deviation) = meanAndDeviation(tenths)
    #expect(mean == 1_000_000.2 && (deviation - 0.1).magnitude < 1e-10)
    #expect(meanAndDeviation([]).mean.isNaN && meanAndDeviation([1]).deviation.isNaN)
    let same = meanAndDeviation([0.1, 0.1, 0.1])
    #expect(same.mean == 0.1 && same.deviation < 1e-15)
  }
}
