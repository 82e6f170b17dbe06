import Budgeting
import Finance
import Judgement
import Measures
import OrderedCollections
import Records
import Reporting
import Scenarios
import Simulation
import Tabular

/// What `trace` prints.
struct TraceText {
  let report: TracedRun
  let target: TraceTarget

  /// Most rows of the book that are listed of one figure, and most figures that go into one.
  static let limit = 24

  private var place: String { "\(target.folder)/\(target.file):\(target.line)" }

  func heading(_ place: TracedPlace) -> String {
    let run = report.manifest
    let scenario = run.scenarios.joined(separator: "+")
    return "\(self.place)\n"
      + (place.line.map { "  \($0.drop { $0 == " " })\n" } ?? "")
      + TraceText.wrapped(
        "Scenario \(scenario) of \(run.centre), as of \(run.asOf), \(Money.groupedUnits(cents: run.paths * 100)) "
          + "futures, seed \(run.seed). Inputs and tables have the digests of run.json.")
  }

  /// A line without figures.
  func without(_ place: TracedPlace) -> String {
    let near = place.nearest.map { "; the nearest is on line \($0)" } ?? ""
    return "\(self.place): no figure stands on this line\(near)\n"
  }

  /// What several figures of a line have in common is said of the first of them.
  func body(
    _ derived: [(figure: TracedFigure, derivation: Derivation)], _ answers: [PathAnswer]
  ) -> String {
    var answers = answers[...]
    var said = SaidBlocks()
    return derived.map { figure, derivation in
      let answer = derivation.futures?.question == nil ? nil : answers.popFirst()
      return "\n" + heading(figure) + text(derivation, answer, of: figure.text, &said)
    }.joined()
  }

  /// The draws, and the command that makes all futures again.
  private func common(_ futures: FuturesCount) -> [String] {
    let run = report.manifest
    let scenario = run.scenarios.map { "\(report.bookFolder)/\($0).yaml" }.joined(separator: "+")
    let again =
      "mainstay run \(scenario) --as-of \(run.asOf) --horizon \(run.horizon) --seed \(run.seed) --paths \(run.paths) "
      + "--output FOLDER"
    return [TraceText.field("Draws", draws(futures.giver)), TraceText.field("Again", again)]
  }

  private func heading(_ figure: TracedFigure) -> String {
    let shown = figure.text.count > 60 ? figure.text.prefix(60) + ".." : figure.text[...]
    let columns = figure.columns.map { " (column \($0.lowerBound))" } ?? ""
    let heading = "\(shown)\(columns)"
    return "\(heading)\n" + String(repeating: "-", count: TextWidth.of(heading)) + "\n"
  }

  // MARK: One figure

  private func text(
    _ derivation: Derivation, _ answer: PathAnswer?, of figure: String, _ said: inout SaidBlocks
  ) -> String {
    var text = TraceText.field("What", derivation.title)
    if let value = derivation.value { text += TraceText.field("Value", value) }
    if let formula = derivation.formula { text += TraceText.field("Formula", formula) }
    if let source = derivation.source { text += TraceText.field("Source", source) }
    text += parts(derivation.parts)
    text += said.once("Rows", rows(derivation.rows), of: figure)
    let notes = derivation.notes.enumerated().map { TraceText.field($0 == 0 ? "Rests on" : "", $1) }.joined()
    text += said.once("Rests on", notes, of: figure)
    guard let futures = derivation.futures else { return text }
    text += self.text(futures, answer)
    return text + common(futures).map { said.once("", $0, of: figure) }.joined()
  }

  /// Figures that go into one, with their places; those that stand in no table are left out.
  private func parts(_ origins: [Origin]) -> String {
    let known = origins.compactMap { origin -> (row: ReportRow, text: String, place: String)? in
      guard case .row(let row) = origin, let value = report.value(row) else { return nil }
      return (row, value.text, value.place)
    }
    let lines = known.prefix(TraceText.limit).map { part in
      "\(part.text)  \(part.row.key.joined(separator: " "))  (\(part.place))"
    }
    return TraceText.list("Made of", lines, of: known.count, "figures")
  }

  /// Rows of the book, each source once before the rows that name it.
  private func rows(_ rows: [LedgerRow]) -> String {
    var bySource: OrderedDictionary<String, [LedgerRow]> = [:]
    for row in rows.prefix(TraceText.limit) { bySource[row.provenance.source, default: []].append(row) }
    let lines = bySource.flatMap { source, rows in
      rows.map { "\($0.provenance.location): \($0.text); known on \($0.provenance.knownOn)" }
        + ["[\(source)]"]
    }
    return TraceText.list("Rows", lines, of: rows.count, "rows", shown: min(rows.count, TraceText.limit))
  }

  // MARK: Futures

  private func text(_ futures: FuturesCount, _ answer: PathAnswer?) -> String {
    var lines: [String] = []
    if let frequency = futures.frequency { lines.append(TraceText.counted(frequency)) }
    if let error = futures.error { lines.append("Monte Carlo error \(error)") }
    lines += found(futures, answer)
    if let path = answer?.paths.first { lines.append("mainstay trace \(place) --future \(path)") }
    return lines.enumerated().map { TraceText.field($0 == 0 ? "Futures" : "", $1) }.joined()
  }

  private static func counted(_ frequency: Frequency) -> String {
    let (count, all) = (frequency.count, frequency.paths)
    func percent(_ share: Double) -> String { PlainDecimal.percent(share, places: 2) }
    let interval = frequency.interval
    // Tables hold six decimals: beyond so many futures the count is known but for a few.
    let about = all > 500_000 ? "about " : ""
    let (some, every) = (Money.groupedUnits(cents: count * 100), Money.groupedUnits(cents: all * 100))
    return "\(about)\(some) of \(every); Monte Carlo error \(percent(frequency.error)), 95 % Wilson interval "
      + "\(percent(interval.lower)) to \(percent(interval.upper))"
  }

  private func found(_ futures: FuturesCount, _ answer: PathAnswer?) -> [String] {
    switch futures.statistic {
    case .happens:
      let paths = answer?.paths ?? []
      return [
        paths.isEmpty
          ? "It happens in none of them; counted futures do not prove it impossible"
          : "The first on which it happens, counted from 0: \(paths.map { "\($0)" }.joined(separator: ", "))"
      ]
    case .quantile(_, let level, let value):
      let share = PlainDecimal.percent(level, places: level == 0.025 || level == 0.975 ? 1 : 0)
      guard let path = answer?.paths.first, let own = answer?.value else { return [] }
      let shown = PlainDecimal.text(futures.isMoney ? own / 100 : own, places: futures.isMoney ? 2 : 6)
      let exact = own == value || !futures.isMoney
      return [
        "Order statistic: \(share) of the futures have at most this; future \(path), counted from 0, has "
          + "\(shown)\(exact ? "" : ", the nearest (the quantile lies between two futures)")"
      ]
    case .all: return ["All futures have a part in it; none shows it by itself"]
    }
  }

  /// The variables that are drawn.
  private func draws(_ giver: (contributor: String, fund: String)?) -> String {
    let givers = report.run.assumptions.givers.map { ($0.giver.contributor, $0.giver.fund) }
    let own = giver.map { [$0] } ?? givers
    let funds = own.reduce(into: OrderedSet<String>()) { $0.append($1.1) }
    let first = own.first.map { "\($0.0)/\($0.1)" } ?? ""
    let each =
      own.count == 1
      ? ["year", "late", "renewal", "effect"].map { "\(first)/\($0)" }.joined(separator: ", ")
      : "of each of \(own.count) givers year, late, renewal and effect (\(first)/year, ...)"
    let exchange = report.run.assumptions.exchange.currencies.dropFirst().map { "exchange/\($0.code)" }
    let streams =
      ["giving/parameters"] + funds.map { "fund/\($0)/effect" } + exchange + [each]
    return
      "\(report.manifest.generator), key = (seed \(report.manifest.seed), stream), counter = (future, draw); "
      + "streams: \(streams.joined(separator: ", "))"
  }

  // MARK: Layout

  private static let indent = 10

  static func wrapped(_ text: String) -> String { TextWidth.wrap(text).joined(separator: "\n") + "\n" }

  static func field(_ name: String, _ text: String) -> String {
    TextWidth.wrap(
      text, first: TextWidth.pad(name, to: indent, right: true),
      rest: String(repeating: " ", count: indent + 2)
    ).joined(separator: "\n") + "\n"
  }

  private static func list(
    _ name: String, _ lines: [String], of count: Int, _ what: String, shown: Int? = nil
  ) -> String {
    let rest = count - (shown ?? lines.count)
    let all = rest > 0 ? lines + ["and \(rest) more \(what)"] : lines
    return all.enumerated().map { field($0 == 0 ? name : "", $1) }.joined()
  }
}

/// Blocks that were printed already, with the figure they were first printed of.
private struct SaidBlocks {
  private var first: [String: String] = [:]

  /// The block itself the first time; then a line that says of which figure it was, and nothing where `name` is
  /// empty: what it says is the same for the whole line.
  mutating func once(_ name: String, _ block: String, of figure: String) -> String {
    guard !block.isEmpty else { return "" }
    guard let said = first[block] else {
      first[block] = figure
      return block
    }
    return name.isEmpty ? "" : TraceText.field(name, "as of \(said)")
  }
}
