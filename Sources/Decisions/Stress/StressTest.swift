import Budgeting
import Finance
import Judgement
import Measures
public import Outlook
import Probability
import Records
import Scenarios
public import Simulation

/// Puts a scenario to a battery of shocks, on common random numbers, and looks for the smallest shock that harms.
public struct StressTest: Sendable {
  public let trial: Trial
  public let battery: StressBattery

  /// Futures on which remedies are sought; the shocks themselves are run on all.
  public static let scouts = 4_000

  /// How much is looked at.
  public enum Depth: Sendable {
    /// What the scenario and every shock come to, and the signal.
    case battery
    /// Also what would set it right again, and the smallest shocks that harm: many more simulations.
    case whole
  }

  public init(_ trial: Trial, _ battery: StressBattery) { (self.trial, self.battery) = (trial, battery) }

  /// The core fund that is looked at, the first of the centre's, by index; `nil` where it has none.
  public static func fund(of assumptions: Assumptions) -> Int? {
    assumptions.funds.firstIndex { $0.fund.purpose == .core }
  }

  /// - Parameter progress: called with how many of the battery's shocks are done, the scenario itself the first.
  /// - Throws: `DecisionError` where the book has no core fund, what a simulation throws, `Interrupted`.
  public func run(
    _ depth: Depth = .whole,
    progress: @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in },
    isCancelled: @Sendable () -> Bool = { false }
  ) throws -> StressResult {
    guard let fund = StressTest.fund(of: trial.base).map({ trial.base.funds[$0].fund.id }) else {
      throw DecisionError("the book has no core fund; give a fund 'purpose: core' in centre.yaml")
    }
    return try withoutActuallyEscaping(isCancelled) { isCancelled in
      try run(
        Work(
          trial: trial, fund: fund, remedyLine: depth == .whole ? battery.remedy : nil,
          isCancelled: isCancelled), progress)
    }
  }

  private func run(_ work: Work, _ progress: (_ done: Int, _ of: Int) -> Void) throws -> StressResult {
    let maker = try ShockMaker(trial)
    let total = battery.shocks.count + 1
    let baseline = try work.outcome(of: trial.base.scenario)
    progress(1, total)
    var cases: [StressCase] = []
    for (index, shock) in battery.shocks.enumerated() {
      cases.append(try self.run(shock, maker, work))
      progress(index + 2, total)
    }
    return StressResult(
      fund: work.fund, years: trial.base.timeline.years.map(\.year), baseline: baseline, cases: cases,
      signal: signal(baseline, cases))
  }

  private func run(
    _ shock: StressBattery.Shock, _ maker: ShockMaker, _ work: Work
  ) throws -> StressCase {
    let scenario: Scenario
    do throws(ShockMaker.NotApplicable) {
      scenario = try maker.scenario(shock, size: shock.size, battery: battery)
    } catch {
      return StressCase(shock: shock, result: .notApplicable(error.why))
    }
    return StressCase(
      shock: shock,
      result: .run(
        try work.outcome(of: scenario),
        reverse: work.remedyLine == nil ? nil : try reverse(shock, maker, work)))
  }

  // MARK: Reverse stress

  /// The smallest size with which a shortfall comes on the money expected.
  private func reverse(_ shock: StressBattery.Shock, _ maker: ShockMaker, _ work: Work) throws
    -> ReverseStress?
  {
    guard let range = shock.range, shock.kind != .levels else { return nil }
    func fails(_ size: Int) throws -> Bool {
      let scenario: Scenario
      do throws(ShockMaker.NotApplicable) {
        scenario = try maker.scenario(shock, size: size, battery: battery)
      } catch { return false }
      return try work.firstShortfall(of: scenario) != nil
    }
    if try work.firstShortfall(of: trial.base.scenario) != nil { return .already }
    guard try fails(range.upperBound) else { return .notWithin(range.upperBound) }
    var (below, above) = (range.lowerBound, range.upperBound)
    let step = shock.isMonths ? 1 : 50
    while above - below > step {
      let middle = (below + above) / 2
      if try fails(middle) { above = middle } else { below = middle }
    }
    return .smallest(above)
  }

  // MARK: Signal

  /// Low, moderate or high from the scenario itself and its worst shock.
  private func signal(_ baseline: StressOutcome, _ cases: [StressCase]) -> StressSignal {
    let worst = cases.filter { $0.outcome != nil }.max {
      ($0.outcome?.shortfall.probability ?? 0) < ($1.outcome?.shortfall.probability ?? 0)
    }
    let harmed = (worst?.outcome?.shortfall.probability ?? 0) > battery.signal.stressLine.fraction
    let signal: Signal =
      baseline.shortfall.probability > battery.signal.line.fraction ? .high : harmed ? .moderate : .low
    return StressSignal(mechanical: signal, worst: worst?.shock.id)
  }
}

/// What the battery came to.
public struct StressResult: Sendable {
  public let fund: String
  public let years: [Int]
  /// The scenario as it stands.
  public let baseline: StressOutcome
  /// In the order of the battery.
  public let cases: [StressCase]
  public let signal: StressSignal
}

/// One shock of the battery.
public struct StressCase: Sendable {
  public let shock: StressBattery.Shock
  public let result: Result

  public enum Result: Sendable {
    case run(StressOutcome, reverse: ReverseStress?)
    /// Why it says nothing to this book.
    case notApplicable(String)
  }

  public var outcome: StressOutcome? {
    if case .run(let outcome, _) = result { outcome } else { nil }
  }

  public var reverse: ReverseStress? {
    if case .run(_, let reverse) = result { reverse } else { nil }
  }
}

/// The smallest shock with which a shortfall comes on the money expected.
public enum ReverseStress: Sendable, Hashable {
  case smallest(Int)
  /// Not even with the largest size that is looked at.
  case notWithin(Int)
  /// It comes without any shock.
  case already
}

/// The mechanical signal and what it was taken from.
public struct StressSignal: Sendable, Hashable {
  public let mechanical: Signal
  /// The shock with the highest probability of a shortfall.
  public let worst: String?
}

/// What a scenario, shocked or not, comes to for the core fund.
public struct StressOutcome: Sendable {
  /// By the horizon.
  public let shortfall: Frequency
  public let cashOut: Frequency
  /// Units of the budget currency at the horizon: median and the 5 % quantile.
  public let closing: (median: Double, low: Double)
  /// At the horizon, the median; nan where nothing is spent.
  public let months: Double
  /// On the money expected; `nil`: none.
  public let firstShortfall: Int?
  /// Mean of what is cut over all years together, in units.
  public let gap: Double
  /// What brings the probability down to the battery's line; `nil` where it was not sought.
  public let remedies: Remedies?

  public struct Remedies: Sendable, Hashable {
    /// The smallest certain extra contribution a year, in cents.
    public let extra: Remedy
    /// The smallest cut of the whole plan, in basis points.
    public let cut: Remedy
  }

  public enum Remedy: Sendable, Hashable {
    case none
    case smallest(Int)
    /// Not even the most that is looked at.
    case notWithin(Int)
  }
}
