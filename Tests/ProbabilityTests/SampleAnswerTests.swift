import Testing

@testable import Probability

/// Answers over many values that were counted in parts, kept in part or not at all, against plain sorting.
@Suite("answers over many values") struct SampleAnswerTests {
  let stream = RandomStream(seed: 9, variable: 4)
  static let levels = [0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 0.95, 0.975]
  static let question = SampleQuestion(
    levels: levels, errorLevels: [0.05, 0.5, 0.95], tail: 0.95, isWhole: true)

  /// Values of many shapes: spread, heavy tails, mostly nothing, a few amounts, nearly all the same.
  private func sample(_ shape: Int, _ count: Int) -> [Double] {
    (0..<UInt64(count)).map { path in
      let (u, v) = stream.uniforms(path: path, draw: UInt64(shape))
      switch shape {
      case 0: return (1e9 * u).rounded()
      case 1: return min(100 / (u * u * u), 1e15).rounded()
      case 2: return u < 0.8 ? 0 : (1e7 * v).rounded()
      case 3: return [0, 2_500_000, 3_000_000, 3_000_100, 7_000_000, 9_999_999][Int(u * 6)]
      case 4: return u < 0.0005 ? -1e12 * (v * 4).rounded() : 42
      case 5: return u < 0.5 ? 0x1p47 - (v * 9).rounded() : -(v * 1e13).rounded()
      default: return path < UInt64(count / 2) ? 5 : (u * 20).rounded()
      }
    }
  }

  /// How values are counted: in how many tallies, from which on memory does not suffice, in which order of blocks.
  struct Way: Sendable, CustomTestStringConvertible {
    let tallies: Int
    var spill: Int?
    var isReversed = false
    var testDescription: String { "\(tallies) tallies, spill \(spill ?? -1), reversed \(isReversed)" }
  }

  private func answer(_ values: [Double], _ question: SampleQuestion, _ way: Way) throws -> SampleAnswer {
    let form = SampleForm(Array(values.prefix(512)))
    let (pool, scratch) = (SamplePool(), SampleScratch())
    let tallies = (0..<way.tallies).map { _ in SampleTally(question, form: form, isKeeping: true, pool) }
    let starts = Array(stride(from: 0, to: values.count, by: 512))
    let blocks = starts.map { Array(values[$0..<min($0 + 512, values.count)]) }
    for (index, block) in (way.isReversed ? blocks.reversed() : blocks).enumerated() {
      if index == way.spill { for tally in tallies { tally.stopKeeping() } }
      block.withUnsafeBufferPointer { tallies[index % way.tallies].add($0, scratch) }
    }
    var sums = RealSums()
    for block in blocks { block.withUnsafeBufferPointer { sums.add(RealSums($0)) } }
    let merge = SampleMerge(tallies, question)
    var gathered: [SampleGather] = []
    if !merge.isComplete {
      gathered = [merge.gather(pool), merge.gather(pool)]
      for (index, block) in blocks.enumerated() {
        block.withUnsafeBufferPointer { gathered[index % 2].add($0, scratch) }
      }
    }
    return try #require(merge.answer(sums: question.isWhole ? nil : sums, gathered: gathered))
  }

  private func expect(_ answer: SampleAnswer, of values: [Double], _ note: String) {
    let sorted = values.sorted()
    let count = sorted.count
    for (level, found) in zip(SampleAnswerTests.levels, answer.quantiles) {
      let place = Double(count - 1) * level
      let (below, share) = (Int(place), place - Double(Int(place)))
      let wanted = share > 0 ? sorted[below] + share * (sorted[below + 1] - sorted[below]) : sorted[below]
      #expect(found == wanted, "\(note): \(level)")
    }
    for (level, found) in zip([0.05, 0.5, 0.95], answer.quantileErrors) {
      let spread = (Double(count) * level * (1 - level)).squareRoot()
      func rank(_ place: Double) -> Int { min(max(Int(place.rounded(.up)), 1), count) - 1 }
      let (low, high) = (rank(Double(count) * level - spread), rank(Double(count) * level + spread))
      #expect(found == (sorted[high] - sorted[low]) / 2, "\(note): error of \(level)")
    }
    #expect(answer.positives == values.count { $0 > 0 } && answer.negatives == values.count { $0 < 0 })
    let (mean, deviation) = meanAndDeviation(values)
    #expect(answer.mean == mean && abs(answer.deviation - deviation) <= 1e-14 * deviation, "\(note)")
    // The mean of the worst twentieth, the first of it in part.
    let size = Double(count) * (1 - 0.95)
    let whole = Int(size)
    let worst = sorted[(count - whole)...].reduce(0, +) + (size - Double(whole)) * sorted[count - whole - 1]
    let found = answer.tail?.value ?? .nan
    #expect(abs(found - worst / size) <= 1e-12 * max(abs(worst / size), sorted[count - 1]), "\(note): tail")
  }

  @Test(
    "quantiles, errors, tail and moments are those of sorting, however the values were counted",
    arguments: 0...6)
  func sorting(shape: Int) throws {
    for count in [1, 2, 7, 20, 511, 512, 513, 30_011] {
      let values = sample(shape, count)
      let first = try answer(values, SampleAnswerTests.question, Way(tallies: 1))
      if count >= 20 { expect(first, of: values, "shape \(shape), \(count)") }
      for way in [Way(tallies: 3), Way(tallies: 2, spill: 0), Way(tallies: 2, spill: 40, isReversed: true)] {
        #expect(
          try answer(values, SampleAnswerTests.question, way) == first, "shape \(shape), \(count), \(way)")
      }
    }
  }

  @Test("values that cannot be measured are left out, infinite ones are largest")
  func unmeasured() throws {
    let levels = [0.05, 0.5, 0.95, 1]
    let question = SampleQuestion(levels: levels, isWhole: false)
    let values = (0..<20_000).map { index -> Double in
      let u = stream.uniform(path: UInt64(index), draw: 50)
      return u < 0.3 ? .nan : u < 0.31 ? .infinity : 1 / u
    }
    let known = values.filter { !$0.isNaN }.sorted()
    for way in [Way(tallies: 1), Way(tallies: 3), Way(tallies: 2, spill: 3)] {
      let found = try answer(values, question, way)
      #expect(found.count == known.count && found.unmeasured == 20_000 - known.count)
      #expect(found.quantiles == Quantiles.select(levels, from: known))
      #expect(found.quantiles[2].isFinite && found.quantiles[3] == .infinity)
    }
    #expect(SampleAnswer(of: [.nan, .nan], question) == nil)
  }

  @Test("sums of numbers that are not whole depend on the blocks and not on who counted them")
  func realSums() throws {
    let question = SampleQuestion(levels: [0.5], isWhole: false)
    let values = sample(1, 9000).map { 1 / $0 }
    let one = try answer(values, question, Way(tallies: 1))
    #expect(try answer(values, question, Way(tallies: 4, isReversed: true)) == one)
    let (mean, deviation) = meanAndDeviation(values)
    #expect(abs(one.mean - mean) <= 1e-15 * mean && abs(one.deviation - deviation) <= 1e-14 * deviation)
  }

  @Test("whole sums are exact, also of amounts near the limit, and refuse fractions")
  func wholeSums() async {
    let values: [Double] = (0..<512).map { (index: Int) -> Double in
      let size = 0x1p47 - Double(index * index)
      return index % 3 == 0 ? -size : size
    }
    var blocks = WholeSums()
    values.withUnsafeBufferPointer { blocks.add($0) }
    var single = WholeSums()
    for value in values.reversed() { single.add(value) }
    #expect(blocks == single)
    var squares: Int128 = 0
    for value in values { squares += Int128(Int64(value)) * Int128(Int64(value)) }
    #expect(blocks.squares == squares)
    await #expect(processExitsWith: .failure) {
      var sums = WholeSums()
      [0.5, 1, 2, 3, 4, 5, 6, 7].withUnsafeBufferPointer { sums.add($0) }
    }
  }

  @Test("a larger number never lies in a lower bin")
  func bins() {
    for shape in 0...6 {
      let values = sample(shape, 3000).sorted()
      let scale = BinScale(sorted: Array(values[500..<2000]))
      let bins = values.map(scale.bin)
      #expect(bins == bins.sorted() && bins.allSatisfy { (0..<BinScale.count).contains($0) })
    }
    let scale = BinScale(sorted: [-.infinity, 0, .infinity])
    #expect(scale.bin(-.infinity) == 0 && scale.bin(.infinity) == BinScale.count - 1)
  }
}
