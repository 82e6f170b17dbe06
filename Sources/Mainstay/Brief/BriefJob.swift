import Decisions
import Finance
import Giving
import Judgement
import Outlook
import Records
public import Reporting
public import Scenarios
import Simulation
public import Tabular

/// The council brief: a scenario beside others of the same book, told in one language.
public struct BriefJob: Sendable {
  /// `Scenarios/apctt/baseline.yaml`, or several joined by `+`.
  public let scenario: String
  /// Others shown beside it.
  public let beside: [String]
  public let overrides: ScenarioOverrides
  public let threads: Int
  /// A file of a reference class in place of the shipped ones.
  public let prior: String?
  /// The folder of an earlier run of the same centre, held against what came.
  public let earlier: String?

  public init(
    scenario: String, beside: [String] = [], overrides: ScenarioOverrides, threads: Int,
    prior: String? = nil, earlier: String? = nil
  ) {
    (self.scenario, self.beside, self.overrides, self.threads) = (scenario, beside, overrides, threads)
    (self.prior, self.earlier) = (prior, earlier)
  }

  /// Everything before the draws: all options see one book as of one day, to the earliest horizon, on the same random
  /// numbers.
  /// - Throws: `UsageError` where there are too many options or they are of different books or days, what
  ///   `MainJob.prepare` throws, `FolderError` and `ForecastAuditError` for an earlier run that cannot be used.
  public func prepare() throws -> PreparedBrief {
    guard beside.count <= CouncilBrief.mostOptions else {
      throw UsageError(
        "--compare names \(beside.count) scenarios; a brief of two pages shows \(CouncilBrief.mostOptions) at most; "
          + "name fewer")
    }
    let (scenarios, folder) = try load()
    let book = try BookLoader.load(folder: folder, asOf: scenarios[0].asOf)
    let file = try prior.map { try PriorFile(path: $0) }
    let first = try PreparedRun(scenarios[0], book: book, prior: file)
    let others = try scenarios.dropFirst().map { scenario in
      let problems = ScenarioLoader.validate(scenario, against: book)
      if problems.hasErrors { throw BookError(problems) }
      return (try Trial(first.assumptions, threads: threads).assumptions(of: scenario), problems.sorted)
    }
    let audit = try earlier.map { folder in
      try ForecastAudit(FrozenRun(folder: folder).forecast, actuals: book)
    }
    let notes = others.reduce(into: first.notes) { notes, other in
      for note in other.1 where !notes.contains(note) { notes.append(note) }
    }
    return PreparedBrief(
      options: [first.assumptions] + others.map(\.0),
      counterparts: try counterparts(scenarios, Trial(first.assumptions, threads: threads)), threads: threads,
      hindsight: audit, notes: notes)
  }

  /// Every option with the other supposition about agreements, where one supposes them kept for certain: chances are
  /// set beside each other like with like.
  private func counterparts(_ scenarios: [Scenario], _ trial: Trial) throws -> [Assumptions] {
    guard scenarios.count > 1, scenarios.contains(where: \.keepsAgreements) else { return [] }
    return try scenarios.map { try trial.assumptions(of: $0.agreementsTheOtherWay) }
  }

  // MARK: Reading

  private func load() throws -> (scenarios: [Scenario], folder: String) {
    let names = [scenario] + beside
    let read = try names.map { try load($0, overrides) }
    let first = read[0]
    for (name, other) in zip(names, read) where other.folder != first.folder {
      throw UsageError(
        "a brief shows scenarios of one book: '\(scenario)' lies in '\(first.folder)', '\(name)' in "
          + "'\(other.folder)'; name scenarios of one folder")
    }
    for (name, other) in zip(names, read) where other.scenario.asOf != first.scenario.asOf {
      throw UsageError(
        "a brief is as of one day: '\(scenario)' is as of \(first.scenario.asOf), '\(name)' as of "
          + "\(other.scenario.asOf); name one day for all with --as-of")
    }
    var common = overrides
    common.horizon = read.map(\.scenario.horizon).min()
    common.seed = first.scenario.seed
    common.paths = first.scenario.paths
    return (try names.map { try load($0, common).scenario }, first.folder)
  }

  private func load(_ argument: String, _ overrides: ScenarioOverrides) throws -> (
    scenario: Scenario, folder: String
  ) {
    let (scenario, folder) = try ScenarioLoader.load(
      ScenarioLoader.parseArgument(argument), overrides: overrides)
    return (scenario, folder)
  }
}

/// A brief with nothing left open but the draws.
public struct PreparedBrief: Sendable {
  let options: [Assumptions]
  let counterparts: [Assumptions]
  let threads: Int
  let hindsight: ForecastAudit?
  /// What is worth knowing and stops nothing.
  public let notes: [Problem]

  /// Simulates every option and tells.
  /// - Throws: `SimulationError`, `LinearAlgebraError`, `Interrupted`.
  public func brief(
    in language: BriefLanguage, progress: @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in },
    isCancelled: @Sendable () -> Bool = { false }
  ) throws -> CouncilBrief {
    let all = options + counterparts
    let total = all.map(\.scenario.paths).reduce(0, +)
    var done = 0
    var ensembles: [Ensemble] = []
    for option in all {
      let before = done
      ensembles.append(
        try Simulator(judging: option, threads: threads).run(
          progress: { progress(before + $0, total) }, isCancelled: isCancelled))
      done += option.scenario.paths
    }
    if isCancelled() { throw Interrupted() }
    return try CouncilBrief(
      Array(ensembles.prefix(options.count)), counterparts: Array(ensembles.dropFirst(options.count)),
      hindsight: hindsight, in: language)
  }
}
