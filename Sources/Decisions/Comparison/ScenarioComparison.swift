import Finance
import Judgement
import Measures
public import Outlook
import Probability
public import Scenarios
import Simulation

/// Two scenarios of one book held against each other, figure by figure on the same random numbers, with the exact part
/// of each difference that each driver brings (Shapley 1953).
public struct ScenarioComparison: Sendable {
  public let difference: ScenarioDifference
  /// What the first scenario comes to mean on its book.
  public let first: Assumptions
  public let second: Assumptions
  /// By fund and year, in the order of the book.
  public let figures: [ComparedFigure]

  /// Years both look at.
  public let years: [Int]
  /// Futures of each.
  public var paths: Int { difference.first.paths }

  /// Simulates all mixtures of the drivers: 2^n runs of n drivers.
  ///
  /// - Parameters:
  ///   - first: a trial of the first scenario's as-of date.
  ///   - second: one of the second's; the same where the dates are the same.
  ///   - progress: called with the number of finished paths of all runs, from any thread.
  /// - Throws: `OutlookError` where a mixture cannot be resolved or no year is common; what a simulation throws,
  ///   `Interrupted`.
  public init(
    _ difference: ScenarioDifference, first: Trial, second: Trial,
    progress: @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in },
    isCancelled: @Sendable () -> Bool = { false }
  ) throws {
    self.difference = difference
    let mixtures = Mixtures(difference, first, second)
    let full = mixtures.count - 1
    self.first = try mixtures.assumptions(0)
    self.second = try mixtures.assumptions(full)
    years = try ScenarioComparison.years(self.first, self.second)
    let measures = ScenarioComparison.measures(self.first, self.second, years)
    let total = mixtures.count * difference.first.paths
    var values: [[Int?]] = []
    var ends: [[[Double]]] = []
    for set in 0...full {
      let done = set * difference.first.paths
      let reading = try MixtureReading(
        mixtures.assumptions(set), measures, threads: mixtures.threads,
        progress: { progress(done + $0, total) }, isCancelled: isCancelled)
      values.append(reading.values)
      if set == 0 || set == full { ends.append(reading.paths) }
    }
    figures = measures.indices.map {
      ScenarioComparison.figure(measures[$0], values.map { $0 }, at: $0, ends[0][$0], ends[ends.count - 1][$0])
    }
  }

  private static func years(_ first: Assumptions, _ second: Assumptions) throws(OutlookError) -> [Int] {
    let (left, right) = (first.timeline.years.map(\.year), second.timeline.years.map(\.year))
    let common = left.filter(right.contains)
    guard !common.isEmpty else {
      throw OutlookError(
        "'\(first.scenario.name)' looks at \(left[0]) to \(left[left.count - 1]) and '\(second.scenario.name)' at "
          + "\(right[0]) to \(right[right.count - 1]): no year is common; name a later horizon")
    }
    return common
  }

  private static func measures(_ first: Assumptions, _ second: Assumptions, _ years: [Int]) -> [ComparedMeasure] {
    let core = first.funds.filter { $0.fund.purpose == .core }.map(\.fund.id)
    return ComparedMeasure.all(
      funds: first.funds.map(\.fund.id), core: Set(core), years: years, hasHost: first.book.centre.host != nil)
  }

  /// - Parameters:
  ///   - values: `[set][measure]`.
  ///   - first: on every path of the first scenario; empty of the money expected.
  private static func figure(
    _ measure: ComparedMeasure, _ values: [[Int?]], at index: Int, _ first: [Double], _ second: [Double]
  ) -> ComparedFigure {
    let own = values.compactMap { $0[index] }
    let error = first.isEmpty ? nil : PairedDifference(a: first, b: second).error * measure.scale
    let futures = Double(first.count)
    return ComparedFigure(
      measure: measure, first: values[0][index], second: values[values.count - 1][index],
      parts: own.count == values.count ? ShapleyValue(own).parts : nil,
      error: measure.unit == .futures ? error.map { $0 * futures } : error)
  }
}

/// Every mixture of the drivers, resolved.
struct Mixtures {
  private let difference: ScenarioDifference
  private let first: Trial
  private let second: Trial

  init(_ difference: ScenarioDifference, _ first: Trial, _ second: Trial) {
    (self.difference, self.first, self.second) = (difference, first, second)
  }

  var count: Int { 1 << difference.drivers.count }
  var threads: Int { first.threads }

  /// - Throws: `OutlookError`, with the drivers that are as in the second scenario.
  func assumptions(_ set: Int) throws(OutlookError) -> Assumptions {
    let trial = difference.knowsSecond(with: set) ? second : first
    do throws(OutlookError) {
      return try trial.assumptions(of: difference.scenario(with: set))
    } catch {
      guard set != 0, set != count - 1 else { throw error }
      let names = difference.drivers.indices.filter { set & (1 << $0) != 0 }
        .map { difference.drivers[$0].name }
      throw OutlookError(
        "\(error.description) (with \(names.joined(separator: ", ")) of '\(difference.second.name)' and the rest of "
          + "'\(difference.first.name)')")
    }
  }
}

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
