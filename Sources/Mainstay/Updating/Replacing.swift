import Budgeting
import Finance
import Giving
import Outlook
import Records
import Reporting
import Scenarios
import Simulation

/// Comes from the old report to the new run by replacing one thing after another, each time simulated with the
/// same seed, so that the parts add up to the whole change.
struct Replacing {
  /// Funds of the core that both runs have.
  let funds: [String]
  /// The book as known on the old date, read from the book of today; `nil`: it cannot be read.
  let oldBook: Book?
  /// What has to be known beside.
  private(set) var notes: [String] = []
  private let before: OldReport
  private let new: PreparedRun
  private let common: ClosedRange<Int>
  private let threads: Int
  private var trials: [Trial] = []

  /// One simulation on the way.
  private struct Trial {
    let title: String
    let assumptions: Assumptions
    /// From this year on, not from the first one that is compared.
    var from: Int?
    var isOfOldRun = false
  }

  init(_ before: OldReport, _ new: PreparedRun, _ common: ClosedRange<Int>, job: UpdateJob) throws {
    (self.before, self.new, self.common, threads) = (before, new, common, job.threads)
    let known = before.tables[.summary]?.all { _ in true }.map { $0[column: "fund"] } ?? []
    funds = new.assumptions.funds.map(\.fund).filter { $0.purpose == .core && known.contains($0.id) }.map(
      \.id)
    let paths = ScenarioLoader.parseArgument(job.scenario)
    let folder = try ScenarioLoader.load(paths, overrides: job.overrides).bookFolder
    oldBook = try? BookLoader.load(folder: folder, asOf: before.asOf)
    guard let oldBook else {
      notes.append(
        "The book cannot be read as of \(before.asOf): run mainstay check on it; the change is not attributed."
      )
      return
    }
    do {
      try addTrials(
        oldBook, folder: folder, fallback: paths, prior: job.prior.map { try PriorFile(path: $0) })
    } catch let error as BookError {
      trials = []
      notes.append(
        "The old scenario cannot be run on the book of today, so the change is not attributed: \(error)")
    } catch let error as OutlookError {
      trials = []
      notes.append(
        "The old scenario cannot be run on the book of today, so the change is not attributed: \(error)")
    }
  }

  /// Futures to be simulated.
  var paths: Int { trials.reduce(0) { $0 + $1.assumptions.scenario.paths } }

  // MARK: Stages

  private mutating func addTrials(
    _ oldBook: Book, folder: String, fallback: [String], prior file: PriorFile?
  ) throws {
    let own = before.manifest
    let files = oldFiles(folder: folder, fallback: fallback)
    let asTold = ScenarioOverrides(
      asOf: before.asOf, seed: own.seed, paths: own.paths, horizon: own.horizon)
    let told = try ScenarioLoader.load(files, overrides: asTold).scenario
    let oldPrior = try ReferenceClasses.prior(file, for: oldBook, asOf: before.asOf)
    noteFiles(told, oldPrior)
    trials.append(
      Trial(
        title: "Rows known then, scenario's file, version",
        assumptions: try Replacing.resolve(told, oldBook, oldPrior), from: before.years.first,
        isOfOldRun: true))
    let now = new.assumptions.scenario
    let redrawn = try scenario(files, asOf: before.asOf)
    if now.seed != own.seed || now.paths != own.paths {
      trials.append(
        Trial(
          title: "Seed and number of futures", assumptions: try Replacing.resolve(redrawn, oldBook, oldPrior),
          from: before.years.first, isOfOldRun: true))
    }
    if let first = before.years.first, first < common.lowerBound {
      trials.append(
        Trial(
          title: "Years before \(common.lowerBound) leave the count",
          assumptions: try Replacing.resolve(redrawn, oldBook, oldPrior), isOfOldRun: true))
    }
    let updated = try scenario(files, asOf: now.asOf)
    trials.append(
      Trial(
        title: "Rows known since, the date",
        assumptions: try Replacing.resolve(updated, new.assumptions.book, oldPrior)))
    if new.assumptions.giving.prior.name != oldPrior.name {
      trials.append(
        Trial(
          title: "Prior \(new.assumptions.giving.prior.name)",
          assumptions: try Replacing.resolve(updated, new.assumptions.book, new.assumptions.giving.prior)))
    }
    // Where the new run counts more years than are compared, its own table does not have the figure.
    if newBegins < common.lowerBound {
      trials.append(Trial(title: Replacing.lastTitle, assumptions: new.assumptions))
    }
  }

  private static let lastTitle = "The new scenario: changes, assumptions, horizon"

  private var newBegins: Int { new.assumptions.timeline.years[0].year }

  /// Whether a run begins before the years that are compared.
  var isLater: Bool { min(newBegins, before.years.first ?? newBegins) < common.lowerBound }

  /// The old scenario with the draws of the new run.
  private func scenario(_ files: [String], asOf: CalendarDate) throws -> Scenario {
    let now = new.assumptions.scenario
    let overrides = ScenarioOverrides(
      asOf: asOf, seed: now.seed, paths: now.paths, horizon: before.manifest.horizon)
    return try ScenarioLoader.load(files, overrides: overrides).scenario
  }

  private static func resolve(_ scenario: Scenario, _ book: Book, _ prior: GivingPrior) throws -> Assumptions
  {
    let problems = ScenarioLoader.validate(scenario, against: book)
    if problems.hasErrors { throw BookError(problems) }
    let fit = try GivingModel(prior: prior).fit(book, asOf: scenario.asOf)
    return try Assumptions(book: book, scenario: scenario, giving: fit)
  }

  /// The old report's scenario files in the book of today; where one is gone, those of the new scenario.
  private mutating func oldFiles(folder: String, fallback: [String]) -> [String] {
    let names = ScenarioLoader.list(folder: folder)
    let old = before.manifest.scenarios
    guard let gone = old.first(where: { !names.contains($0) }) else {
      return old.map { "\(folder)/\($0).yaml" }
    }
    notes.append(
      "\(folder)/\(gone).yaml, the scenario of the old report, is there no more: the new scenario's files stand in "
        + "its place, and what it changed is in the first part.")
    return fallback
  }

  private mutating func noteFiles(_ told: Scenario, _ prior: GivingPrior) {
    let read = Dictionary(
      before.manifest.inputs.map { ($0.name, $0.sha256) }, uniquingKeysWith: { first, _ in first })
    for file in told.files where read[file.name] != file.sha256 {
      notes.append(
        "\(file.name) is not the file the old report read (SHA-256 \(read[file.name]?.prefix(16) ?? "none").. then, "
          + "\(file.sha256.prefix(16)).. now): what that changes is in the first part.")
    }
    if prior.name != before.manifest.prior {
      notes.append(
        "The old report used the prior \(before.manifest.prior), this version would use \(prior.name): what that "
          + "changes is in the first part.")
    }
    if before.manifest.version != RunManifest.version {
      notes.append(
        "The old report was made by version \(before.manifest.version), this is \(RunManifest.version).")
    }
  }

  // MARK: Probabilities

  /// By fund: the way from the old report's probability to the new run's.
  func steps(
    _ tables: UpdateTables, progress: @Sendable (Int) -> Void, isCancelled: @Sendable () -> Bool
  ) throws -> [String: [UpdateFindings.Step]] {
    var steps: [String: [UpdateFindings.Step]] = [:]
    for fund in funds {
      guard let old = before.number(Replacing.row(fund, common.upperBound)) else { continue }
      steps[fund] = [UpdateFindings.Step("As the old report has it", old)]
    }
    var done = 0
    for trial in trials {
      let start = done
      let found = try simulate(trial, progress: { progress(start + $0) }, isCancelled)
      for fund in funds {
        guard let probability = found[fund] else { continue }
        steps[fund]?.append(
          UpdateFindings.Step(trial.title, probability, isOfOldRun: trial.isOfOldRun))
      }
      done += trial.assumptions.scenario.paths
    }
    if trials.isEmpty || newBegins == common.lowerBound {
      for fund in funds {
        guard let now = tables.number(Replacing.row(fund, common.upperBound)) else { continue }
        let title = trials.isEmpty ? "Everything together" : Replacing.lastTitle
        steps[fund]?.append(UpdateFindings.Step(title, now))
      }
    }
    return steps
  }

  static func row(_ fund: String, _ year: Int) -> ReportRow {
    ReportRow(.summary, ["\(year)", fund, "shortfall-by-year-end", "probability", "probability"])
  }

  private func simulate(
    _ trial: Trial, progress: @Sendable (Int) -> Void, _ isCancelled: @Sendable () -> Bool
  ) throws -> [String: Double] {
    let assumptions = trial.assumptions
    let years = min(trial.from ?? common.lowerBound, common.upperBound)...common.upperBound
    let own = assumptions.funds.indices.filter { funds.contains(assumptions.funds[$0].fund.id) }
    let ensemble = try Simulator(
      assumptions, threads: threads, measures: own.map { SpanMeasure(assumptions, fund: $0, years: years) }
    ).run(progress: progress, isCancelled: isCancelled)
    return Dictionary(
      uniqueKeysWithValues: own.map { index in
        let fund = assumptions.funds[index].fund.id
        return (fund, ensemble.isPositive(SpanMeasure.name(fund: fund, years: years)).probability)
      })
  }
}
