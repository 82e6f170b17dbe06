import Decisions
import Finance
import Giving
import Outlook
import Records
public import Reporting
public import Scenarios
import Simulation
public import Tabular

/// Scenarios of one book held against the first of them.
public struct ComparisonJob: Sendable {
  /// `Scenarios/apctt/baseline.yaml`, or several joined by `+`; two at least.
  public let scenarios: [String]
  public let overrides: ScenarioOverrides
  public let threads: Int
  /// A file of a reference class in place of the shipped ones.
  public let prior: String?

  public init(scenarios: [String], overrides: ScenarioOverrides, threads: Int, prior: String? = nil) {
    (self.scenarios, self.overrides, self.threads) = (scenarios, overrides, threads)
    self.prior = prior
  }

  /// Everything before the draws.
  /// - Throws: `UsageError` where the scenarios ask about different books or share no year, `BookError` for bad data, what
  ///   `PreparedRun` throws.
  public func prepare() throws -> PreparedComparison {
    let (loaded, folder, alignments) = try load()
    let prior = try self.prior.map { try PriorFile(path: $0) }
    let first = try ComparisonJob.trial(loaded[0], folder, prior, threads)
    var notes = first.notes
    var pairs: [PreparedComparison.Pair] = []
    for scenario in loaded.dropFirst() {
      let difference = ScenarioDifference(loaded[0], scenario)
      var second = first.trial
      if scenario.asOf == loaded[0].asOf {
        let problems = ScenarioLoader.validate(scenario, against: first.trial.base.book)
        if problems.hasErrors { throw BookError(problems) }
        notes += problems.sorted
      } else {
        let other = try ComparisonJob.trial(scenario, folder, prior, threads)
        notes += other.notes
        second = other.trial
        try ComparisonJob.checkMixtures(difference, first.trial, second)
      }
      pairs.append(PreparedComparison.Pair(difference: difference, second: second))
    }
    return PreparedComparison(
      first: first.trial, pairs: pairs, alignments: alignments, notes: ComparisonJob.once(notes))
  }

  // MARK: Reading

  /// All scenarios, read with the earliest horizon of them.
  private func load() throws -> (scenarios: [Scenario], folder: String, alignments: [String]) {
    let read = try scenarios.map { try load($0, horizon: nil) }
    if let other = read.first(where: { $0.folder != read[0].folder }) {
      throw UsageError(
        "compare holds scenarios of one book against each other: '\(scenarios[0])' lies in '\(read[0].folder)', "
          + "'\(other.scenario.name)' in '\(other.folder)'; name scenarios of one folder")
    }
    let horizons = read.map(\.scenario.horizon)
    guard let earliest = horizons.min(), horizons.contains(where: { $0 != earliest }) else {
      return (read.map(\.scenario), read[0].folder, [])
    }
    if let late = read.first(where: { $0.scenario.asOf.year > earliest }) {
      throw UsageError(
        "'\(late.scenario.name)' begins after \(late.scenario.asOf), and another ends in \(earliest): they share no year; "
          + "name a later --horizon")
    }
    let again = try scenarios.map { try load($0, horizon: earliest).scenario }
    let words = zip(read, horizons).map { "\($0.scenario.name) to \($1)" }.joined(separator: ", ")
    return (again, read[0].folder, ["All are looked at until \(earliest), the earliest horizon (\(words))."])
  }

  private func load(_ argument: String, horizon: Int?) throws -> (scenario: Scenario, folder: String) {
    var overrides = self.overrides
    overrides.horizon = horizon ?? overrides.horizon
    let (scenario, folder) = try ScenarioLoader.load(
      ScenarioLoader.parseArgument(argument), overrides: overrides)
    return (scenario, folder)
  }

  private static func trial(
    _ scenario: Scenario, _ folder: String, _ prior: PriorFile?, _ threads: Int
  ) throws -> (trial: Trial, notes: [Problem]) {
    let book = try BookLoader.load(folder: folder, asOf: scenario.asOf)
    do {
      let run = try PreparedRun(scenario, book: book, prior: prior)
      return (Trial(run.assumptions, threads: threads), run.notes)
    } catch let error as OutlookError {
      throw OutlookError("\(error.description) (compare looks at all scenarios until \(scenario.horizon))")
    }
  }

  /// Whether what each scenario says can be read on what was known to the other.
  private static func checkMixtures(_ difference: ScenarioDifference, _ first: Trial, _ second: Trial) throws
  {
    let crossed = [(difference.second, first), (difference.first, second)]
    for (scenario, trial) in crossed {
      let problems = ScenarioLoader.validate(scenario, against: trial.base.book)
      guard let problem = problems.sorted.first(where: { $0.severity == .error }) else { continue }
      throw UsageError(
        "'\(scenario.name)' cannot be read on what was known on \(trial.base.scenario.asOf) (\(problem)); compare both as of "
          + "one day with --as-of")
    }
  }

  private static func once(_ notes: [Problem]) -> [Problem] {
    notes.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}

/// Comparisons with nothing left open but the draws.
public struct PreparedComparison: Sendable {
  let first: Trial
  let pairs: [Pair]
  let alignments: [String]
  /// What is worth knowing and stops nothing.
  public let notes: [Problem]

  struct Pair: Sendable {
    let difference: ScenarioDifference
    let second: Trial
  }

  /// Simulates every mixture of every pair, and tells.
  /// - Throws: what `ScenarioComparison` throws.
  public func page(
    progress: @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in },
    isCancelled: @Sendable () -> Bool = { false }
  ) throws -> DecisionPage {
    let sizes = pairs.map { (1 << $0.difference.drivers.count) * $0.difference.first.paths }
    let total = sizes.reduce(0, +)
    var done = 0
    var comparisons: [ScenarioComparison] = []
    for (pair, size) in zip(pairs, sizes) {
      let before = done
      comparisons.append(
        try ScenarioComparison(
          pair.difference, first: first, second: pair.second,
          progress: { finished, _ in progress(before + finished, total) }, isCancelled: isCancelled))
      done += size
    }
    if isCancelled() { throw Interrupted() }
    return ComparePage(comparisons, alignments: alignments).page
  }
}
