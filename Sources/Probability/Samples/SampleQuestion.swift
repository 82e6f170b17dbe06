/// What is asked of one quantity over many paths.
public struct SampleQuestion: Sendable, Hashable {
  /// Quantiles that are asked for, from 0 to 1, in any order.
  public var levels: [Double]
  /// Levels of `levels` whose Monte Carlo error is asked for as well.
  public var errorLevels: [Double]
  /// The mean of the values above the quantile of this level: the expected shortfall. `nil`: not asked for.
  public var tail: Double?
  /// Whether every value is a whole number: sums are then exact and the same in every order.
  public var isWhole: Bool
  /// Whether only how often the quantity lies above or below zero is asked for.
  public let isFrequency: Bool

  /// Mean, deviation and quantiles.
  public init(levels: [Double], errorLevels: [Double] = [], tail: Double? = nil, isWhole: Bool) {
    precondition(levels.allSatisfy { $0 >= 0 && $0 <= 1 }, "a level must lie from 0 to 1")
    precondition(errorLevels.allSatisfy(levels.contains), "an error is asked for of a level not asked for")
    precondition(tail.map { $0 >= 0 && $0 < 1 } ?? true, "a tail must begin at a level from 0 to below 1")
    (self.levels, self.errorLevels, self.tail) = (levels, errorLevels, tail)
    (self.isWhole, isFrequency) = (isWhole, false)
  }

  private init() { (levels, errorLevels, tail, isWhole, isFrequency) = ([], [], nil, true, true) }

  /// How often the quantity lies above or below zero, and nothing else.
  public static let frequency = SampleQuestion()

  /// Whether an answer to another question holds the answer to this one.
  public func isPart(of other: SampleQuestion) -> Bool {
    isWhole == other.isWhole && isFrequency == other.isFrequency && (tail == nil || tail == other.tail)
      && levels.allSatisfy(other.levels.contains) && errorLevels.allSatisfy(other.errorLevels.contains)
  }

  // MARK: Ranks

  /// Where the quantile of a level lies among `count` values in order: h = (count - 1) p, counted from 0.
  static func place(_ level: Double, of count: Int) -> Double { Double(count - 1) * level }

  /// Ranks, from 0, of the order statistics one standard error of a rank below and above a level: `count` p -+
  /// sqrt(`count` p (1 - p)), rounded up (Conover 1999, section 3.2, at z = 1).
  static func errorRanks(_ level: Double, of count: Int) -> (lower: Int, upper: Int) {
    let (middle, spread) = moments(of: level, count)
    func rank(_ place: Double) -> Int { min(max(Int(place.rounded(.up)) - 1, 0), count - 1) }
    return (rank(middle - spread), rank(middle + spread))
  }

  /// The rank, from 0, of the value that the tail begins with.
  static func tailRank(_ tail: Double, of count: Int) -> Int { min(Int(Double(count) * tail), count - 1) }

  /// Every rank that an answer over `count` values needs, sorted; of the tail its first.
  func ranks(of count: Int) -> [Int] {
    var ranks: Set<Int> = []
    for level in levels {
      let below = Int(SampleQuestion.place(level, of: count))
      ranks.formUnion([below, min(below + 1, count - 1)])
    }
    for level in errorLevels {
      let (lower, upper) = SampleQuestion.errorRanks(level, of: count)
      ranks.formUnion([lower, upper])
    }
    if let tail { ranks.insert(SampleQuestion.tailRank(tail, of: count)) }
    return ranks.sorted()
  }

  /// The ranks of values that an answer over `count` values is computed from.
  func needs(of count: Int) -> [ClosedRange<Int>] {
    let single = ranks(of: count).map { $0...$0 }
    return single + (tail.map { [SampleQuestion.tailRank($0, of: count)...count - 1] } ?? [])
  }

  /// Standard errors of a rank beyond which the quantile of all values is not looked for among some of them: it lies
  /// there in four of a hundred million cases, and is then found in a second pass.
  private static let reach = 5.5

  /// Ranks among the first `count` of more values within which the quantiles of all of them lie, but for rare cases.
  func zones(of count: Int) -> [ClosedRange<Int>] {
    let zones = levels.map { level -> ClosedRange<Int> in
      let (middle, spread) = SampleQuestion.moments(of: level, count)
      let (low, high) = (
        Int(middle - SampleQuestion.reach * spread) - 2, Int(middle + SampleQuestion.reach * spread) + 2
      )
      return max(low, 0)...max(min(high, count - 1), 0)
    }
    guard let tail else { return zones }
    let (middle, spread) = SampleQuestion.moments(of: tail, count)
    return zones + [min(max(Int(middle - SampleQuestion.reach * spread) - 2, 0), count - 1)...count - 1]
  }

  /// Mean and standard deviation of how many of `count` values lie below the quantile of a level.
  private static func moments(of level: Double, _ count: Int) -> (mean: Double, deviation: Double) {
    let count = Double(count)
    return (count * level, (count * level * (1 - level)).squareRoot())
  }
}
