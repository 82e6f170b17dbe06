import Finance
public import Reporting
import Scenarios
import Simulation

/// The report of a simulation that was drawn in parts: the bytes of the run on one machine.
public struct MergeJob: Sendable {
  private let parts: PartialSet
  private let job: MainJob
  public let threads: Int

  /// Reads the heads of all parts.
  ///
  /// - Parameters:
  ///   - scenario: in place of the one the parts name, which must lie below the working folder.
  ///   - prior: in the same way, the file of a prior of the run's own.
  /// - Throws: `FolderError`.
  public init(files: [String], scenario: String?, prior: String?, threads: Int) throws(FolderError) {
    parts = try PartialSet(files)
    let (header, first) = (parts.header, parts.files[0])
    let overrides = ScenarioOverrides(
      asOf: CalendarDate(iso: header.run.asOf), seed: header.run.seed, paths: header.run.paths,
      horizon: header.run.horizon)
    let place = if let scenario { scenario } else { try MergeJob.scenario(first) }
    let own: String? = if let prior { prior } else { try MergeJob.prior(first) }
    job = MainJob(scenario: place, overrides: overrides, threads: threads, prior: own)
    self.threads = threads
  }

  private static func scenario(_ file: PartialFile) throws(FolderError) -> String {
    let out = "name the scenario with --scenario"
    guard let named = file.header.scenario else {
      throw FolderError("\(file.path): its scenario was not below the folder where it was simulated; \(out)")
    }
    for place in ScenarioLoader.parseArgument(named) where FolderContents.isFolder(place) != false {
      throw FolderError(
        "\(file.path): its scenario \(shown(place)) is not in this folder; merge where it was simulated, or \(out)"
      )
    }
    return named
  }

  private static func prior(_ file: PartialFile) throws(FolderError) -> String? {
    let run = file.header.run
    if run.hasOwnPrior, file.header.prior == nil {
      throw FolderError(
        "\(file.path): made with the prior '\(run.prior)' of a file elsewhere; name it with --prior")
    }
    return file.header.prior
  }

  /// Reads scenario and book again and holds them against what the parts were made from.
  /// - Throws: `FolderError` where they are not the same; what `MainJob.prepare` throws.
  public func prepare() throws -> PreparedRun {
    let run = try job.prepare()
    let (file, header) = (parts.files[0], parts.header)
    guard let shard = Shard(header.shard, of: header.shards) else { return run }
    let now = try PartialHeader(run, of: job, shard: shard)
    guard let difference = header.difference(from: now) else { return run }
    throw FolderError(
      "\(file.path): was made when \(difference.what) was \(difference.first), now it is \(difference.second); "
        + "restore what it was, or simulate all shards again")
  }

  /// Counts the stored futures, judges and tells.
  /// - Throws: `FolderError` where a part is damaged or holds other futures than this program draws; what
  ///   `PreparedRun.report` throws.
  public func report(
    _ run: PreparedRun, formats: Set<ReportFormat> = ReportFormat.standard,
    progress: @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in },
    isCancelled: @Sendable () -> Bool = { false }
  ) throws -> Report {
    let stored = StoredPaths(
      files: parts.files, coding: BlockCoding(PathLayout(run.assumptions)), paths: parts.header.run.paths)
    try checkFirstPaths(stored, run, isCancelled: isCancelled)
    return try run.report(
      of: stored, threads: threads, formats: formats, progress: progress, isCancelled: isCancelled)
  }

  /// Draws the first futures of every part again.
  private func checkFirstPaths(_ stored: StoredPaths, _ run: PreparedRun, isCancelled: () -> Bool) throws {
    var redraw = try Redraw(run.assumptions)
    for file in parts.files where !file.entries.isEmpty {
      if isCancelled() { throw Interrupted() }
      guard
        let difference = try redraw.difference(
          in: file.header.blocks.lowerBound, of: stored.reader(), paths: stored.paths)
      else { continue }
      throw FolderError(
        "\(file.path): holds other futures than this program draws: number \(difference.column + 1) of future "
          + "\(difference.path + 1) is \(difference.stored) there and \(difference.drawn) here; "
          + "simulate and merge with one build of mainstay")
    }
  }
}
