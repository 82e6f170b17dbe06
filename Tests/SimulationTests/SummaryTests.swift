import Simulation
import Testing

@Suite("summaries over paths")
struct SummaryTests {
  @Test("mean, deviation, quantiles of type 7 and the mean's error; paths without a value are left out")
  func summary() throws {
    let summary = try #require(Summary([5, 1, .nan, 4, 2, 3]))
    #expect((summary.mean, summary.median) == (3, 3))
    #expect(abs(summary.deviation - 2.5.squareRoot()) < 1e-15)
    #expect(abs(summary.meanError - 0.5.squareRoot()) < 1e-15)
    for (found, wanted) in zip(summary.quantiles, [1.2, 1.4, 2, 3, 4, 4.6, 4.8]) {
      #expect(abs(found - wanted) < 1e-12)
    }
    #expect(Summary.names.count == Summary.probabilities.count)
  }

  @Test("one value on all paths has no spread; no value at all has no summary")
  func degenerate() throws {
    let same = try #require(Summary([7, 7, .nan]))
    #expect((same.mean, same.deviation, same.meanError) == (7, 0, 0))
    #expect(same.quantiles.allSatisfy { $0 == 7 })
    #expect(Summary([7])?.deviation == 0)
    #expect(Summary([.nan, .nan]) == nil && Summary([]) == nil)
  }

  @Test("a frequency with its error and its Wilson interval")
  func frequency() {
    let some = Frequency(count: 2, paths: 4)
    #expect((some.count, some.paths, some.probability, some.error) == (2, 4, 0.5, 0.25))
    // Wilson 1927 for 2 of 4 at 1.959964.
    #expect(abs(some.interval.lower - 0.150039) < 1e-6 && abs(some.interval.upper - 0.849961) < 1e-6)
    let never = Frequency(count: 0, paths: 100_000)
    #expect(never.interval.lower == 0 && never.interval.upper > 3e-5)
  }
}
