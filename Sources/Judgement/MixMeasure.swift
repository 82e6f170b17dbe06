import Finance
import Measures
import Outlook
import Probability
import Simulation
import Vectors

/// Out of which sources the money of a window of years comes, on every path: the extrabudgetary share and, for a rule
/// of the mandate, what is missing to meet it.
struct MixMeasure: PathMeasure {
  let columns: [MeasuredColumn]
  private let sources: WindowSources
  private let rule: Predicate?
  private let threshold: Threshold?

  /// Enough on so many of all paths.
  static let worst = 0.95

  /// The share alone, in one year.
  init(share name: MeasureName, _ sources: WindowSources) {
    self.sources = sources
    (rule, threshold) = (nil, nil)
    columns = [MeasuredColumn(name, .indicator(isWhole: false))]
  }

  /// A rule of the mandate: whether it is broken, and the extra cash that restores it; nan where no amount does.
  init(
    broken: MeasureName, extra: MeasureName, _ sources: WindowSources, _ rule: Predicate,
    _ threshold: Threshold
  ) {
    self.sources = sources
    (self.rule, self.threshold) = (rule, threshold)
    columns = [
      MeasuredColumn(broken, .frequency),
      MeasuredColumn(extra, SampleQuestion(levels: [MixMeasure.worst], isWhole: false)),
    ]
  }

  func fill(_ block: PathBlock, from first: Int) {
    for vector in 0..<block.vectors {
      let (extrabudgetary, regular) = sources.cash(block, vector)
      let share = MixMeasure.share(extrabudgetary, regular)
      guard let rule, let threshold else {
        block[first, vector] = share
        continue
      }
      let holds = rule.comparison.holds(share, against: rule.value)
      // A path on which nothing is received breaks no share: it shows as a shortfall.
      block[first, vector] = ((share .== share) .& .!holds).only(Lanes(1))
      block[first + 1, vector] = MixMeasure.extra(extrabudgetary, regular, holds, threshold)
    }
  }

  /// `FundingMix.extrabudgetaryShare` of eight paths; nan where there is none.
  private static func share(_ extrabudgetary: Lanes, _ regular: Lanes) -> Lanes {
    let total = extrabudgetary + regular
    let isKnown = (extrabudgetary .>= 0) .& (regular .>= 0) .& (total .> 0)
    return isKnown.select(extrabudgetary / total, Lanes(.nan))
  }

  private static func extra(
    _ extrabudgetary: Lanes, _ regular: Lanes, _ holds: LaneMask, _ threshold: Threshold
  ) -> Lanes {
    var result = Lanes(0)
    guard !holds.all else { return result }
    for lane in 0..<Lanes.count where !holds[lane] {
      result[lane] =
        FundingMix.extraToRestore(
          extrabudgetary: extrabudgetary[lane], regularBudget: regular[lane], threshold: threshold) ?? .nan
    }
    return result
  }
}

/// Where the cash of a window of years stands: columns of projected years, and what is known of the others.
struct WindowSources {
  var extrabudgetary: [Int] = []
  var regular: [Int] = []
  var known = (extrabudgetary: 0.0, regular: 0.0)

  /// Whole cents, so exact in any order.
  fileprivate func cash(_ block: PathBlock, _ vector: Int) -> (extrabudgetary: Lanes, regular: Lanes) {
    func sum(_ columns: [Int], _ known: Double) -> Lanes {
      columns.reduce(Lanes(known)) { $0 + block[$1, vector] }
    }
    return (sum(extrabudgetary, known.extrabudgetary), sum(regular, known.regular))
  }
}
