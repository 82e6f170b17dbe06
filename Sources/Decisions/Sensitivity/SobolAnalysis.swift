import Budgeting
import Finance
import Giving
import Judgement
import Measures
import Outlook
public import Probability
import Records
import Scenarios
import Simulation

/// From which independent groups of random draws the spread of closing cash and of the funding gap comes.
///
/// Pick and freeze: futures are drawn with the scenario's seed (A), with another (B), and with the scenario's for all
/// groups but one, which takes the other's (one run a group). `SobolIndex` tells how the indices are estimated.
public struct SobolAnalysis: Sendable {
  /// In the order of the targets, groups in theirs.
  public let rows: [Row]
  /// Futures of every run.
  public let paths: Int
  /// The seed of B.
  public let otherSeed: UInt32

  public struct Row: Sendable, Hashable {
    public let fund: String
    public let target: Target
    /// The last year looked at.
    public let year: Int
    /// `common year effect`, `exchange rates`, `model parameters`, `draws of india`, `draws of all others`.
    public let group: String
    /// `nil` where the quantity has no spread.
    public let index: SobolIndex?
  }

  public enum Target: String, Sendable, CaseIterable {
    /// Where the cash at the end of the last year lies among that of all futures: the share of them below it. Few
    /// futures with very large gifts do not decide its variance.
    case closingCashRank = "closing-cash-rank"
    /// At the end of the last year.
    case closingCash = "closing-cash"
    /// Of all years together.
    case fundingGap = "funding-gap"
  }

  /// - Parameter progress: called with the number of finished paths of all runs, from any thread.
  /// - Throws: what a simulation throws, `Interrupted`.
  public init(
    _ plan: SensitivityPlan, of trial: Trial,
    progress: @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in },
    isCancelled: @Sendable () -> Bool = { false }
  ) throws {
    let groups = try SobolAnalysis.groups(trial, plan)
    let base = trial.base
    paths = base.scenario.paths
    let otherSeed = base.scenario.seed &+ 1
    self.otherSeed = otherSeed
    let samples: [Set<RedrawnGroups.Group>] =
      [[], groups.reduce(into: []) { $0.formUnion($1.draws) }] + groups.map(\.draws)
    var values: [[[Double]]] = []
    for (index, draws) in samples.enumerated() {
      var assumptions = base
      assumptions.redrawn = draws.isEmpty ? nil : RedrawnGroups(draws, seed: otherSeed)
      let (done, all) = (index * base.scenario.paths, samples.count * base.scenario.paths)
      values.append(
        try SobolAnalysis.values(
          assumptions, threads: trial.threads, progress: { progress(done + $0, all) },
          isCancelled: isCancelled))
    }
    let last = base.timeline.years[base.timeline.years.count - 1].year
    rows = SobolAnalysis.targets(base).enumerated().flatMap { place, target in
      var samples = values.map { $0[place] }
      if target.target == .closingCashRank {
        let scale = RankScale(samples[0] + samples[1])
        samples = samples.map { $0.map(scale.rank) }
      }
      return groups.enumerated().map { number, group in
        Row(
          fund: target.fund, target: target.target, year: last, group: group.name,
          index: SobolIndex(a: samples[0], b: samples[1], mixed: samples[number + 2]))
      }
    }
  }

  private static func targets(_ base: Assumptions) -> [(fund: String, index: Int, target: Target)] {
    base.funds.indices.filter { base.funds[$0].fund.purpose == .core }.flatMap { fund in
      Target.allCases.map { (base.funds[fund].fund.id, fund, $0) }
    }
  }

  /// `[target][path]`, cents.
  private static func values(
    _ assumptions: Assumptions, threads: Int, progress: @Sendable (Int) -> Void,
    isCancelled: @Sendable () -> Bool
  ) throws -> [[Double]] {
    let layout = PathLayout(assumptions)
    let scan = PathScan(
      SimulatedPaths(assumptions), layout: layout, measures: [], threads: threads
    ) { _ in
      targets(assumptions).map { target in
        switch target.target {
        case .closingCash, .closingCashRank:
          SumMeasure([layout.fund(.closingCash, fund: target.index, year: layout.years - 1)])
        case .fundingGap:
          SumMeasure((0..<layout.years).map { layout.fund(.fundingGap, fund: target.index, year: $0) })
        }
      }
    }
    return try scan.values(progress: progress, isCancelled: isCancelled)
  }
}

// MARK: Groups

extension SobolAnalysis {
  struct Group {
    let name: String
    let draws: Set<RedrawnGroups.Group>
  }

  /// Every draw of a run is in one group and in one only.
  static func groups(_ trial: Trial, _ plan: SensitivityPlan) throws -> [Group] {
    var groups = [Group(name: "common year effect", draws: [.yearEffects])]
    if trial.base.exchange.currencies.count > 1 {
      groups.append(Group(name: "exchange rates", draws: [.exchange]))
    }
    groups.append(Group(name: "model parameters", draws: [.parameters]))
    var largest: [String] = []
    for giver in try ExpectedGiver.largest(of: trial, to: plan.funds(of: trial)) {
      let contributor = trial.base.givers[giver.index].giver.contributor
      if largest.count < plan.mostGivers, !largest.contains(contributor) { largest.append(contributor) }
    }
    groups += largest.map { Group(name: "draws of \($0)", draws: [.contributor($0)]) }
    let others = Set(trial.base.givers.map(\.giver.contributor)).subtracting(largest)
    if !others.isEmpty {
      groups.append(
        Group(name: "draws of all others", draws: Set(others.map { RedrawnGroups.Group.contributor($0) })))
    }
    return groups
  }
}
