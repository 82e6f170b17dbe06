import Outlook
import Scenarios
import Synchronization
import TestSupport
import Testing

@testable import Simulation

@Suite("shards of a simulation")
struct ShardTests {
  @Test("shards hold each block once, in order, for any number of them")
  func ranges() throws {
    for paths in [1, size - 1, size, size + 1, 700, 10_000, 10_000_000] {
      for count in Array(1...20) + [1000, Shard.most] {
        var (blocks, last) = (0, 0)
        for number in count > 1000 ? Array(stride(from: 1, through: count, by: 997)) : Array(1...count) {
          let shard = try #require(Shard(number, of: count))
          let (range, held) = (shard.blocks(of: paths), shard.paths(of: paths))
          if count <= 1000 { #expect(range.lowerBound == blocks && held.lowerBound == last) }
          #expect(held.isEmpty == range.isEmpty)
          (blocks, last) = (range.upperBound, held.upperBound)
        }
        if count <= 1000 { #expect(blocks == PathBlock.blocks(of: paths) && last == paths) }
      }
    }
  }

  @Test("a shard is written as 3/16, and nothing else is one")
  func text() {
    #expect(Shard("3/16") == Shard(3, of: 16))
    #expect(Shard("3/16")?.description == "3/16")
    let others = [
      "", "3", "/", "3/", "/16", "0/3", "4/3", "-1/3", "+1/3", "1/2/3", " 1/3", "1/1000001", "1.0/3",
    ]
    for text in others + ["1/99999999999999999999", "٣/١٦"] { #expect(Shard(text) == nil, "\(text)") }
  }

  @Test("blocks come in their order whichever thread is first, each once", arguments: [1, 2, 5])
  func order(threads: Int) throws {
    let paths = 5 * size + 220
    let assumptions = try assumptions(.sample(paths: paths))
    let series = BlockSeries(
      SimulatedPaths(assumptions), columns: PathLayout(assumptions).count, range: 1..<6, threads: threads)
    var taken: [Int] = []
    let done = Mutex(0)
    try series.run(
      make: { $0.first }, take: { taken.append($0) },
      progress: { count in done.withLock { $0 = max($0, count) } })
    #expect(taken == (1...5).map { $0 * size })
    #expect(done.withLock { $0 } == paths - size)
    #expect(throws: Interrupted.self) {
      try series.run(make: { $0.first }, take: { _ in }, isCancelled: { true })
    }
    try BlockSeries(SimulatedPaths(assumptions), columns: 1, range: 3..<3, threads: threads)
      .run(make: { _ in }, take: { _ in Issue.record("nothing is there to take") })
  }

  @Test("paths drawn again are those that were stored, and other ones are found out")
  func redraw() throws {
    let paths = size + 44
    let stored = try assumptions(.sample(seed: 1, paths: paths))
    for (seed, isSame) in [(UInt32(1), true), (2, false)] {
      var redraw = try Redraw(try assumptions(.sample(seed: seed, paths: paths)))
      let difference = try redraw.difference(in: 1, of: SimulatedPaths(stored).reader(), paths: paths)
      #expect((difference == nil) == isSame)
      if let difference {
        #expect((size..<size + 8).contains(difference.path) && difference.stored != difference.drawn)
      }
    }
  }

  /// Paths of a block.
  private let size = PathBlock.capacity

  private func assumptions(_ scenario: Scenario) throws -> Assumptions {
    try SimulationTests.assumptions(scenario)
  }
}
