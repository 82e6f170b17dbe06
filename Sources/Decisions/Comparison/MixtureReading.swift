import Budgeting
import Finance
import Judgement
import Measures
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
    let expected = Questions(MixtureReading.quantities(measures) { $0.isExpected })
    let drawn = Questions(MixtureReading.quantities(measures) { !$0.isExpected })
    let central = try expected.central(assumptions)
    let answers = try drawn.answers(
      assumptions, threads: threads, progress: progress, isCancelled: isCancelled)
    paths = measures.map { measure in
      let place = measure.isExpected ? nil : measure.quantity.flatMap(drawn.quantities.firstIndex)
      return place.map { answers.values[$0] } ?? []
    }
    values = zip(measures, paths).map { measure, paths in
      guard let quantity = measure.quantity else { return MixtureReading.reserve(measure, assumptions) }
      guard measure.isExpected else { return measure.whole(over: paths) }
      return expected.quantities.firstIndex(of: quantity).flatMap { measure.whole(central[$0]) }
    }
  }

  /// What is asked for some measures, each once.
  private static func quantities(
    _ measures: [ComparedMeasure], where isMeant: (ComparedMeasure) -> Bool
  ) -> [Quantity] {
    var seen: Set<Quantity> = []
    return measures.filter(isMeant).compactMap(\.quantity).filter { seen.insert($0).inserted }
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

  /// The count of an event, the mean or median of anything else over the paths on which it can be measured.
  func whole(over paths: [Double]) -> Int? {
    if unit == .futures { return paths.count { $0 > 0 } }
    let measured = paths.filter { !$0.isNaN }
    if statistic == .median { return SampleAnswer(of: measured, .median).flatMap { whole($0.quantiles[0]) } }
    return whole(meanAndDeviation(measured).mean)
  }
}

extension SampleQuestion {
  fileprivate static var median: SampleQuestion { SampleQuestion(levels: [0.5], isWhole: false) }
}
