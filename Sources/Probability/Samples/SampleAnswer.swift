/// What many paths say of one quantity.
public struct SampleAnswer: Sendable, Hashable {
  /// Paths on which it could be measured, and on which it could not.
  public let count: Int
  public let unmeasured: Int
  /// On how many it lies above and below zero.
  public let positives: Int
  public let negatives: Int
  /// The levels of the question.
  public let levels: [Double]
  public let errorLevels: [Double]
  private let question: SampleQuestion

  /// 0 where only frequencies were asked for, as the deviation.
  public private(set) var mean = 0.0
  /// Divisor n - 1; 0 where all values are the same.
  public private(set) var deviation = 0.0
  /// Of type 7, one for each of `levels`.
  public private(set) var quantiles: [Double] = []
  /// Half the distance between the order statistics one standard error of a rank below and above, one for each of
  /// `errorLevels`: free of any assumption on the distribution.
  public private(set) var quantileErrors: [Double] = []
  /// Where the question asks for it.
  public private(set) var tail: TailMean?

  init(count: Int, unmeasured: Int, positives: Int, negatives: Int, _ question: SampleQuestion) {
    (self.count, self.unmeasured) = (count, unmeasured)
    (self.positives, self.negatives) = (positives, negatives)
    (levels, errorLevels, self.question) = (question.levels, question.errorLevels, question)
  }

  /// Every value the same.
  mutating func fill(constant value: Double) {
    (mean, deviation) = (value, 0)
    quantiles = levels.map { _ in value }
    quantileErrors = errorLevels.map { _ in 0 }
    tail = question.tail.map { _ in TailMean(constant: value) }
  }

  mutating func fill(_ moments: Moments, _ parts: OrderedParts) {
    (mean, deviation) = moments.meanAndDeviation
    let ordered = parts.orderStatistics(question.ranks(of: count))
    func value(_ rank: Int) -> Double { ordered[rank] ?? .nan }
    quantiles = levels.map { level in
      let place = SampleQuestion.place(level, of: count)
      let below = Int(place)
      let share = place - Double(below)
      return share > 0 ? value(below) + share * (value(below + 1) - value(below)) : value(below)
    }
    quantileErrors = errorLevels.map { level in
      let (lower, upper) = SampleQuestion.errorRanks(level, of: count)
      return (value(upper) - value(lower)) / 2
    }
    tail = question.tail.map { level in
      TailMean(
        parts, from: value(SampleQuestion.tailRank(level, of: count)), level: level, count: count,
        isWhole: question.isWhole)
    }
  }
}
