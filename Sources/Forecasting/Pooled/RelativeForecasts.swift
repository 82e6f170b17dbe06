import Probability

/// What followed point forecasts on the training panel: for each horizon and class the distribution of
/// amount / reference, from which any series' forecast is a multiple.
///
/// P(0) of a class is `(zeros + 4 P) / (cases + 4)` with its parent's P, at the root 1/2; a class that was
/// never seen so far ahead (the panel is too short for it) is counted one year nearer. Given a gift,
/// ln(amount / reference) has the distribution seen in the smallest class around it with enough gifts, cut
/// off at +-4; quantiles between order statistics by straight lines. The mean given a gift is that class's
/// sum of amounts over its sum of references.
struct RelativeForecasts: Sendable {
  /// Cases that a class's parent counts for.
  static let pseudoCases = 4.0
  /// Larger changes than 55 times or less than a fiftieth count as that much.
  static let largestLogRatio = 4.0

  /// One forecast of the past and what came.
  struct Case {
    let leaf: Int
    let reference: Double
    let amount: Double
  }

  private let byHorizon: [[PredictiveDistribution]]

  /// - Parameter cases: for each horizon from 1, which there is.
  init(_ cases: [[Case]], classing: Classing) {
    var counts = [ClassCounts(cases[0], classing)]
    for cases in cases.dropFirst() {
      counts.append(ClassCounts(cases, classing).filled(from: counts.last!))
    }
    byHorizon = counts.map { $0.distributions() }
  }

  /// The distribution of amount / reference so many years ahead.
  func distribution(ahead: Int, leaf: Int) -> PredictiveDistribution {
    byHorizon[min(ahead, byHorizon.count) - 1][leaf]
  }
}

/// The cases of one horizon, counted by class.
private struct ClassCounts {
  private let classing: Classing
  private var cases: [Int]
  private var gifts: [Int]
  private var amounts: [Double]
  private var references: [Double]
  private var logRatios: [[Double]]

  init(_ seen: [RelativeForecasts.Case], _ classing: Classing) {
    self.classing = classing
    (cases, gifts) = (Array(repeating: 0, count: classing.count), Array(repeating: 0, count: classing.count))
    (amounts, references) = (gifts.map(Double.init), gifts.map(Double.init))
    logRatios = Array(repeating: [], count: classing.count)
    for one in seen { count(one) }
    for index in stride(from: classing.count - 1, to: 0, by: -1) { addToParent(index) }
  }

  private mutating func count(_ one: RelativeForecasts.Case) {
    cases[one.leaf] += 1
    guard one.amount > 0 else { return }
    gifts[one.leaf] += 1
    amounts[one.leaf] += one.amount
    references[one.leaf] += one.reference
    logRatios[one.leaf].append(Elementary.log(one.amount / one.reference))
  }

  private mutating func addToParent(_ index: Int) {
    let parent = classing.parent(index)
    cases[parent] += cases[index]
    gifts[parent] += gifts[index]
    amounts[parent] += amounts[index]
    references[parent] += references[index]
    // Of sorted parts a whole is sorted quickly.
    logRatios[index].sort()
    logRatios[parent] += logRatios[index]
  }

  /// The counts with another horizon's in classes that have no case.
  func filled(from nearer: ClassCounts) -> ClassCounts {
    var filled = self
    for index in 0..<classing.count where cases[index] == 0 {
      filled.cases[index] = nearer.cases[index]
      filled.gifts[index] = nearer.gifts[index]
      filled.amounts[index] = nearer.amounts[index]
      filled.references[index] = nearer.references[index]
      filled.logRatios[index] = nearer.logRatios[index]
    }
    return filled
  }

  func distributions() -> [PredictiveDistribution] {
    var zeros = [zeroProbability(0, parent: 0.5)]
    var changes = [Change(self, 0)]
    for index in 1..<classing.count {
      let parent = classing.parent(index)
      zeros.append(zeroProbability(index, parent: zeros[parent]))
      changes.append(gifts[index] >= classing.fewestGifts ? Change(self, index) : changes[parent])
    }
    return zip(zeros, changes).map { $1.distribution(zeroProbability: $0) }
  }

  private func zeroProbability(_ index: Int, parent: Double) -> Double {
    let pseudo = RelativeForecasts.pseudoCases
    return (Double(cases[index] - gifts[index]) + pseudo * parent) / (Double(cases[index]) + pseudo)
  }

  /// Amount / reference given a gift.
  struct Change {
    private let sortedLogRatios: [Double]
    private let mean: Double

    init(_ counts: ClassCounts, _ index: Int) {
      let largest = RelativeForecasts.largestLogRatio
      // Nothing seen at all: the reference again.
      let seen = counts.gifts[index] > 0
      sortedLogRatios = seen ? counts.logRatios[index].map { max(-largest, min($0, largest)) }.sorted() : [0]
      mean = seen ? counts.amounts[index] / counts.references[index] : 1
    }

    func distribution(zeroProbability: Double) -> PredictiveDistribution {
      let quantiles = PredictiveDistribution.levels.map { level in
        level <= zeroProbability
          ? 0 : Elementary.exp(logRatio(at: (level - zeroProbability) / (1 - zeroProbability)))
      }
      return PredictiveDistribution(
        mean: (1 - zeroProbability) * mean, zeroProbability: zeroProbability, quantiles: quantiles)
    }

    private func logRatio(at share: Double) -> Double {
      let place = share * Double(sortedLogRatios.count - 1)
      let below = min(Int(place), sortedLogRatios.count - 1)
      let above = min(below + 1, sortedLogRatios.count - 1)
      let (low, high) = (sortedLogRatios[below], sortedLogRatios[above])
      return low + (place - Double(below)) * (high - low)
    }
  }
}

extension PredictiveDistribution {
  /// The distribution of a multiple of the amount.
  func scaled(by factor: Double) -> PredictiveDistribution {
    PredictiveDistribution(
      mean: mean * factor, zeroProbability: zeroProbability, quantiles: quantiles.map { $0 * factor })
  }
}
