/// What all threads together know of one quantity, and the answer.
///
/// - Invariant: the answer depends on the values alone: not on how they were split among tallies, on what was kept
///   or on the scale.
public struct SampleMerge {
  private let question: SampleQuestion
  private let tallies: [SampleTally]
  private let count: Int
  private let bins: BinCounts
  /// By bin: whether the answer needs its values.
  private let needed: [Bool]

  /// - Parameter tallies: of the same form and of this question or one that asks for more, at least one.
  public init(_ tallies: [SampleTally], _ question: SampleQuestion) {
    precondition(
      tallies.allSatisfy { question.isPart(of: $0.question) }, "the tallies answer another question")
    (self.tallies, self.question) = (tallies, question)
    count = tallies.reduce(0) { $0 + $1.count }
    bins = BinCounts(tallies)
    needed = count > 0 ? bins.bins(holding: question.needs(of: count)) : []
  }

  /// Whether every value that the answer needs was kept.
  public var isComplete: Bool {
    needed.indices.allSatisfy { bin in
      !needed[bin] || tallies.allSatisfy { $0.table.keeps(bin) || $0.table.count(in: bin) == 0 }
    }
  }

  /// What collects the values needed; one for each thread.
  public func gather(_ pool: SamplePool) -> SampleGather {
    SampleGather(question, form: tallies[0].form, needed: needed, pool)
  }

  /// The answer; `nil` where there is no value.
  ///
  /// - Parameters:
  ///   - gathered: what the second pass collected; empty where `isComplete`.
  ///   - sums: those of all blocks in the order of the blocks, for a quantity that is not whole.
  public func answer(sums: RealSums? = nil, gathered: [SampleGather] = []) -> SampleAnswer? {
    guard count > 0 else { return nil }
    let signs = tallies.reduce((0, 0)) { ($0.0 + $1.allPositives, $0.1 + $1.allNegatives) }
    let unmeasured = tallies.reduce(0) { $0 + $1.unmeasured }
    var answer = SampleAnswer(
      count: count, unmeasured: unmeasured, positives: signs.0, negatives: signs.1, question)
    guard !question.isFrequency else { return answer }
    if let constant {
      answer.fill(constant: constant)
    } else {
      answer.fill(
        sums?.moments ?? wholeMoments,
        gathered.isEmpty ? keptParts : parts(gathered.map(\.kept), apart: common))
    }
    return answer
  }

  /// What every value is, where all are the same.
  private var constant: Double? {
    let known = tallies.filter { $0.count > 0 }
    guard let value = known.first?.constant?.value, known.allSatisfy({ $0.constant?.value == value })
    else { return nil }
    return value
  }

  private var wholeMoments: Moments {
    var sums = WholeSums()
    for tally in tallies {
      sums.add(tally.sums)
      for (value, count) in tally.apart { sums.add(value, times: count) }
    }
    return sums.moments
  }

  // MARK: Values in order

  private var keptParts: OrderedParts { parts(tallies.map(\.kept), apart: tallies.flatMap(\.apart)) }

  /// The common values with their counts; a constant that was left is among the values gathered.
  private var common: [(value: Double, count: Int)] {
    tallies.flatMap { tally in
      tally.apart.filter { tally.form.common.values.contains($0.value) }
    }
  }

  /// The values of the bins needed.
  private func parts(_ kept: [KeptValues], apart: [(value: Double, count: Int)]) -> OrderedParts {
    let scale = tallies[0].form.scale
    var inBin: [Int: [Double: Int]] = [:]
    var counts = needed.indices.map { needed[$0] ? bins[$0] : 0 }
    for (value, count) in apart where needed[scale.bin(value)] {
      inBin[scale.bin(value), default: [:]][value, default: 0] += count
      counts[scale.bin(value)] -= count
    }
    let sorted = BinnedValues(kept, scale, counts: counts)
    var parts = OrderedParts()
    var below = 0
    for bin in needed.indices {
      if needed[bin] {
        let own = (inBin[bin] ?? [:]).sorted { $0.key < $1.key }.map { (value: $0.key, count: $0.value) }
        parts.add(sorted[bin], apart: own, from: below)
      }
      below += bins[bin]
    }
    return parts
  }
}

extension SampleTally {
  var allPositives: Int { positives + apart.reduce(0) { $0 + ($1.value > 0 ? $1.count : 0) } }
  var allNegatives: Int { negatives + apart.reduce(0) { $0 + ($1.value < 0 ? $1.count : 0) } }
}
