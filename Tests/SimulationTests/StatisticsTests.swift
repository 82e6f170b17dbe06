import Outlook
import Probability
import Scenarios
import Synchronization
import TestSupport
import Testing
import Vectors

@testable import Simulation

/// Blocks whose numbers are made up: whole, often nothing, some columns the same.
struct MadePaths: BlockSource {
  let paths: Int
  let columns: Int
  /// How often a block was asked for.
  let asked: Counter

  init(paths: Int, columns: Int) { (self.paths, self.columns, asked) = (paths, columns, Counter()) }

  final class Counter: Sendable {
    let count = Atomic<Int>(0)
  }

  struct Reader: BlockReader {
    let source: MadePaths
    let stream = RandomStream(seed: 5, variable: 1)

    func read(_ block: PathBlock) throws {
      source.asked.count.add(1, ordering: .relaxed)
      for column in 0..<source.columns {
        for vector in 0..<block.vectors {
          for lane in 0..<Lanes.count {
            let path = block.first + vector * Lanes.count + lane
            block[column, vector][lane] = MadePaths.value(stream, path, column)
          }
        }
      }
    }
  }

  static func value(_ stream: RandomStream, _ path: Int, _ column: Int) -> Double {
    let (u, v) = stream.uniforms(path: UInt64(path), draw: UInt64(column % 40))
    return u < 0.4 ? 0 : (v * 1e6 * Double(column % 7)).rounded() - 100
  }

  func reader() -> Reader { Reader(source: self) }
  func column(_ column: Int) -> [Double] {
    let stream = reader().stream
    return (0..<paths).map { MadePaths.value(stream, $0, column) }
  }
}

/// The double of a column and its inverse, which is nan where the column is 0.
private struct Doubled: PathMeasure {
  let column: Int
  let columns = [
    MeasuredColumn(
      MeasureName("double", fund: "core", year: 2021), SampleQuestion(levels: [0.9], isWhole: true)),
    MeasuredColumn(
      MeasureName("inverse", fund: "core", year: 2021), SampleQuestion(levels: [0.5], isWhole: false)),
  ]

  func fill(_ block: PathBlock, from first: Int) {
    for vector in 0..<block.vectors {
      let value = block[column, vector]
      block[first, vector] = 2 * value
      block[first + 1, vector] = (value .== 0).select(Lanes(.nan), 1 / value)
    }
  }
}

@Suite("statistics over blocks of paths") struct StatisticsTests {
  private func plan() throws -> StatisticsPlan {
    StatisticsPlan(
      PathLayout(try assumptions()), measures: [Doubled(column: 3)], levels: [0.05, 0.3, 0.5, 0.95])
  }

  private func answers(
    _ source: MadePaths, threads: Int, memory: Int? = nil,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws -> [SampleAnswer?] {
    var statistics = PathStatistics(
      source: source, plan: try plan(), tasks: Tasks(threads: threads, isCancelled: isCancelled))
    if let memory { statistics.memory = memory }
    return try statistics.answers { _ in }
  }

  @Test(
    "answers are those of sorting; a short last block counts its own paths alone",
    arguments: [1, 37, 2001, 40_000])
  func sorting(paths: Int) throws {
    let plan = try plan()
    let source = MadePaths(paths: paths, columns: plan.layout.count)
    let found = try answers(source, threads: 2)
    for column in stride(from: 0, to: plan.layout.count, by: paths > 2001 ? 17 : 5) {
      let values = source.column(column)
      let answer = try #require(found[column])
      let question = plan.questions[column]
      #expect(answer.count == paths && answer.positives == values.count { $0 > 0 })
      guard !question.isFrequency else { continue }
      let wanted = Quantiles.select(answer.levels, from: values)
      #expect(answer.quantiles == wanted, "column \(column)")
      #expect(paths == 1 || answer.mean == meanAndDeviation(values).mean)
    }
    let values = source.column(3)
    let double = try #require(found[plan.layout.count])
    #expect(double.quantiles == Quantiles.select([0.9], from: values.map { 2 * $0 }))
    let inverses = values.filter { $0 != 0 }.map { 1 / $0 }
    #expect(found[plan.layout.count + 1]?.count ?? 0 == inverses.count)
    if !inverses.isEmpty {
      #expect(found[plan.layout.count + 1]?.quantiles == Quantiles.select([0.5], from: inverses))
    }
  }

  @Test("threads and memory change nothing; without memory the blocks are asked for twice")
  func ways() throws {
    let columns = try plan().layout.count
    let source = MadePaths(paths: 40_000, columns: columns)
    let first = try answers(source, threads: 1)
    let blocks = PathBlock.blocks(of: source.paths)
    #expect(source.asked.count.load(ordering: .relaxed) == blocks)
    for threads in [2, 3] {
      #expect(try answers(MadePaths(paths: 40_000, columns: columns), threads: threads) == first)
    }
    for memory in [0, 4 << 20, 9 << 20] {
      let twice = MadePaths(paths: 40_000, columns: columns)
      #expect(try answers(twice, threads: 2, memory: memory) == first)
      #expect(memory > 0 || twice.asked.count.load(ordering: .relaxed) == 2 * blocks)
    }
  }

  @Test("the second pass can be stopped as well")
  func stopped() throws {
    let source = MadePaths(paths: 3000, columns: try plan().layout.count)
    let blocks = PathBlock.blocks(of: source.paths)
    #expect(throws: Interrupted.self) {
      try answers(source, threads: 2, memory: 0) { source.asked.count.load(ordering: .relaxed) > blocks + 1 }
    }
    #expect(source.asked.count.load(ordering: .relaxed) < 2 * blocks)
  }

  @Test("events by year, first in a year and together are those of the paths one by one")
  func events() throws {
    let assumptions = try assumptions(.sample(paths: 900))
    let (columns, layout) = (try columns(assumptions), PathLayout(assumptions))
    let ensemble = try Simulator(assumptions, threads: 2).run()
    func happens(_ event: YearEvent, _ year: Int, _ path: Int) -> Bool {
      let value = columns[layout.fund(event.measure, fund: 0, year: year)][path]
      return event == .cashOut ? value < 0 : value > 0
    }
    for event in YearEvent.allCases {
      let first = (0..<900).map { path in (0..<3).first { happens(event, $0, path) } }
      for year in 0..<3 {
        let count = (0..<900).count { happens(event, year, $0) }
        #expect(ensemble.frequency(of: event, fund: 0, year: year).count == count)
        #expect(ensemble.frequency(of: event, fund: 0, firstIn: year).count == first.count { $0 == year })
        let by = first.count { $0.map { $0 <= year } ?? false }
        #expect(ensemble.frequency(of: event, fund: 0, by: year).count == by)
      }
      #expect(ensemble.frequency(ofNo: event, fund: 0).count == first.count { $0 == nil })
    }
    for year in 0..<3 {
      let both = (0..<900).count { happens(.shortfall, year, $0) && happens(.breach, year, $0) }
      #expect(ensemble.frequency(of: (.shortfall, .breach), fund: 0, year: year).count == both)
      let any = ensemble.shortfalls(year: year)
      #expect(
        any.ofAny == ensemble.frequency(of: .shortfall, fund: 0, year: year) && any.ofSeveral.count == 0)
    }
    #expect(ensemble.frequency(of: .shortfall, fund: 0, by: 2).count > 0)
  }

  @Test("what a fund receives is what its givers pay, on every path; its revenue is measured")
  func totals() throws {
    let assumptions = try assumptions(.sample(paths: 300))
    let (columns, layout) = (try columns(assumptions), PathLayout(assumptions))
    let ensemble = try Simulator(assumptions, threads: 1, levels: [0.1, 0.9]).run()
    for year in 0..<3 {
      let paid = (0..<300).map { path in
        (0..<layout.givers).reduce(0) { $0 + columns[layout.received(giver: $1, year: year)][path] }
      }
      #expect(columns[layout.fund(.received, fund: 0, year: year)] == paid)
      let booked = (0..<300).map { path in
        (0..<layout.givers).reduce(0) { $0 + columns[layout.recognised(giver: $1, year: year)][path] }
      }
      let revenue = try #require(ensemble.recognised(fund: 0, year: year, levels: [0.1, 0.9]))
      #expect(revenue.quantiles == Quantiles.select([0.1, 0.9], from: booked))
      #expect(ensemble.isRecognised(fund: 0, year: year).count == booked.count { $0 > 0 })
    }
  }
}
