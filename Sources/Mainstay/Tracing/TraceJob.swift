import Finance
import Records
import Reporting
import Simulation

/// Any printed figure of a report back to its formula, the figures and rows behind it, what is assumed, and the
/// futures that show it.
public struct TraceJob: Sendable {
  public let target: TraceTarget
  /// Folder of the book; `nil`: `Scenarios/<centre>`.
  public let book: String?
  /// The file of a prior of the run's own.
  public let prior: String?
  /// A single future to be shown, counted from 0.
  public let future: Int?
  public let threads: Int

  /// How many futures are named on which something happens.
  static let shown = 5

  /// - Throws: `UsageError` where the argument names no place of a report.
  public init(
    _ argument: String, book: String? = nil, prior: String? = nil, future: Int? = nil, threads: Int = 1
  ) throws(UsageError) {
    target = try TraceTarget(argument)
    (self.book, self.prior, self.future, self.threads) = (book, prior, future, threads)
  }

  /// - Throws: `FolderError` where the folder is no report, or it or its inputs were changed, with both digests;
  ///   `UsageError` for a line or a future there is not; what `MainJob.run` throws.
  public func text(
    progress: @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in },
    isCancelled: @Sendable () -> Bool = { false }
  ) throws -> String {
    let report = try TracedRun(target.folder, book: book, prior: prior, wanted: target.table)
    let paths = report.manifest.paths
    if let future, !(0..<paths).contains(future) {
      throw UsageError("--future \(future): the run has the futures 0 to \(paths - 1)")
    }
    let place: TracedPlace
    if let table = target.table {
      place = try self.place(in: table, of: report)
    } else {
      place = try placeInText(report, progress: { progress($0, 2 * paths) }, isCancelled: isCancelled)
    }
    let text = TraceText(report: report, target: target)
    if place.figures.isEmpty { return text.without(place) }
    let needsEvidence = place.figures.contains { RecordedEvidence.isNeeded(for: $0.origin) }
    let deriving = Deriving(
      report, evidence: needsEvidence ? try RecordedEvidence(report.run.assumptions) : nil)
    let derived = place.figures.map { (figure: $0, derivation: deriving.derive($0.origin)) }
    let simulator = Simulator(judging: report.run.assumptions, threads: threads)
    if let future {
      return text.heading(place) + FutureText(report, try simulator.path(future)).text
    }
    let questions = derived.compactMap { $0.derivation.futures?.question }
    let start = target.table == nil ? paths : 0
    let answers =
      questions.isEmpty
      ? []
      : try simulator.find(
        questions, limit: TraceJob.shown, progress: { progress(start + $0, start + paths) },
        isCancelled: isCancelled)
    return text.heading(place) + text.body(derived, answers)
  }

  // MARK: Places

  private func place(in table: ReportTable, of report: TracedRun) throws -> TracedPlace {
    guard let indexed = report.table(table) else {
      throw FolderError("\(target.folder)/\(target.file): run.json lists no such file")
    }
    guard target.line <= indexed.lastLine else { throw beyond(indexed.lastLine) }
    guard let row = indexed.row(line: target.line), let value = report.value(row) else {
      return TracedPlace(line: nil, figures: [], nearest: indexed.rows.first?.location.line)
    }
    return TracedPlace(
      line: row.key.joined(separator: ", "),
      figures: [TracedFigure(text: value.text, columns: nil, origin: .row(row))], nearest: nil)
  }

  /// The report's text is made again, since only its making knows what stands where.
  private func placeInText(
    _ report: TracedRun, progress: @Sendable (Int) -> Void, isCancelled: @Sendable () -> Bool
  ) throws -> TracedPlace {
    let lines = try report.textLines()
    guard target.line <= lines.count else { throw beyond(lines.count) }
    let again = try report.run.report(
      threads: threads, progress: { done, _ in progress(done) }, isCancelled: isCancelled)
    if let index = zip(again.lines, lines).enumerated().first(where: { $0.element.0.text != $0.element.1 })?
      .offset ?? (again.lines.count == lines.count ? nil : min(again.lines.count, lines.count))
    {
      throw FolderError(
        "\(target.folder)/\(target.file): version \(report.manifest.version) wrote it, and this one "
          + "(\(RunManifest.version)) makes another from line \(index + 1) on; run the scenario again")
    }
    let line = again.lines[target.line - 1]
    let figures = line.figures.filter { figure in
      target.column.map { figure.columns.contains($0) } ?? true
    }
    if figures.isEmpty, let column = target.column, !line.figures.isEmpty {
      let columns = line.figures.map { "\($0.columns.lowerBound)" }.joined(separator: ", ")
      throw UsageError(
        "\(target.file):\(target.line):\(column): no figure stands in this column; those of the line begin in columns "
          + "\(columns)")
    }
    return TracedPlace(
      line: line.text,
      figures: TracedFigure.once(
        figures.map { TracedFigure(text: $0.text, columns: $0.columns, origin: $0.origin) }),
      nearest: nearest(again.lines))
  }

  private func nearest(_ lines: [TracedLine]) -> Int? {
    let with = lines.indices.filter { !lines[$0].figures.isEmpty }.map { $0 + 1 }
    return with.min {
      (($0 - target.line).magnitude, $0) < (($1 - target.line).magnitude, $1)
    }
  }

  private func beyond(_ last: Int) -> UsageError {
    UsageError(
      "\(target.folder)/\(target.file) has \(last) lines; line \(target.line) is not one of them")
  }
}

/// What stands on the line that is traced.
struct TracedPlace {
  /// `nil`: nothing to repeat.
  let line: String?
  let figures: [TracedFigure]
  /// Where no figure stands on the line: the nearest on which one does.
  let nearest: Int?
}

/// A figure as it is printed.
struct TracedFigure {
  let text: String
  let columns: ClosedRange<Int>?
  let origin: Origin

  /// Figures of the same origin and text once, where they are words of one sentence the first of them.
  static func once(_ figures: [TracedFigure]) -> [TracedFigure] {
    var seen: Set<Origin> = []
    return figures.filter { seen.insert($0.origin).inserted }
  }
}
