import Budgeting
import Finance
import Judgement
import Outlook
import Probability
import Records

/// What one mixture comes to.
struct MixtureReading {
  /// By measure, in whole numbers; `nil` where it cannot be measured.
  let values: [Int?]
  /// `[measure][path]`, as asked; empty of the money expected.
  let paths: [[Double]]

  init(
    _ assumptions: Assumptions, _ measures: [ComparedMeasure], threads: Int,
    progress: @Sendable (Int) -> Void, isCancelled: @Sendable () -> Bool
  ) throws {
    let (expected, drawn) = (measures.filter(\.isExpected), measures.filter { !$0.isExpected })
    let central = try Questions(expected.compactMap(\.quantity)).central(assumptions)
    let answers = try Questions(drawn.compactMap(\.quantity)).answers(
      assumptions, threads: threads, progress: progress, isCancelled: isCancelled)
    var (nextExpected, nextDrawn) = (central.makeIterator(), answers.values.makeIterator())
    var values: [Int?] = []
    var paths: [[Double]] = []
    for measure in measures {
      if measure.quantity == nil {
        values.append(MixtureReading.reserve(measure, assumptions))
        paths.append([])
      } else if measure.isExpected {
        values.append(nextExpected.next().flatMap { measure.whole($0) })
        paths.append([])
      } else {
        let own = nextDrawn.next() ?? []
        values.append(measure.whole(over: own))
        paths.append(own)
      }
    }
    (self.values, self.paths) = (values, paths)
  }

  private static func reserve(_ measure: ComparedMeasure, _ assumptions: Assumptions) -> Int? {
    guard let fund = assumptions.funds.first(where: { $0.fund.id == measure.fund }),
      let year = assumptions.timeline.years.firstIndex(where: { $0.year == measure.year })
    else { return nil }
    return Int(fund.reserveRequired[year])
  }
}

extension ComparedMeasure {
  var isExpected: Bool { statistic == .expected }

  /// A value as whole numbers of the unit; `nil` where it is not a number.
  func whole(_ value: Double) -> Int? {
    value.isFinite ? Int((value * scale).rounded(.toNearestOrAwayFromZero)) : nil
  }

  /// The count of an event, the mean of anything else over the paths on which it can be measured.
  func whole(over paths: [Double]) -> Int? {
    if unit == .futures { return paths.count { $0 > 0 } }
    return whole(meanAndDeviation(paths.filter { !$0.isNaN }).mean)
  }
}
