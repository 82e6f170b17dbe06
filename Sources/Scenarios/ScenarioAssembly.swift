import Finance
import Records
import Tabular

/// Makes one scenario of a line of files: single values of the last that sets them, changes of all.
struct ScenarioAssembly {
  let lineage: [ScenarioSource]
  /// The names asked for; their titles and names are joined.
  let parts: [String]
  /// Whether a value that is nowhere is really missing, and not in a file that could not be read.
  let isComplete: Bool
  let overrides: ScenarioOverrides

  static let seeds = 0...Int(UInt32.max)
  static let pathCounts = 1...10_000_000
  static let longestHorizon = 50

  /// `nil` where something is wrong; everything that is wrong is reported.
  func scenario(_ problems: inout Problems) -> Scenario? {
    let alone = alone(&problems)
    let files = lineage.filter { $0.mapping["sweep"]?.isEmpty == false }
    guard let file = files.last, let sweep = file.mapping.optionalMapping("sweep", &problems) else {
      return problems.hasErrors ? nil : alone
    }
    let reader = SweepReader(
      assembly: self, sweep: sweep, location: file.mapping.location(of: "sweep"))
    return reader.sweep(of: alone, &problems).flatMap { alone?.varied(by: $0) }
  }

  /// The scenario without a sweep.
  func alone(_ problems: inout Problems) -> Scenario? {
    guard !lineage.isEmpty else { return nil }
    checkName(&problems)
    let asOf = asOf(&problems)
    let horizon = horizon(asOf: asOf, &problems)
    let seed = last("seed", &problems) { $0.integer("seed", in: Self.seeds, required: false, &$1) }
    let paths = last("paths", &problems) { $0.integer("paths", in: Self.pathCounts, required: false, &$1) }
    checkOverrides(&problems)
    let author = last("author", &problems) { $0.displayText("author", required: false, &$1) }
    let question = last("question", &problems) { $0.displayText("question", required: false, &$1) }
    let assumptions = AssumptionReader.read(lineage, &problems)
    let response = last("response", &problems) { ResponseReader.read($0, &$1) }
    let judgement = last("judgement", &problems) { JudgementReader.read($0, &$1) }
    let changes = changes(asOf: asOf, horizon: horizon, &problems)
    guard let asOf, let horizon, !problems.hasErrors else { return nil }
    var scenario = Scenario(
      name: parts.joined(separator: "--"), title: title, author: author?.value ?? "",
      question: question?.value ?? "", asOf: asOf, horizon: horizon,
      seed: overrides.seed ?? UInt32(seed?.value ?? 1), paths: overrides.paths ?? paths?.value ?? 100_000,
      assumptions: assumptions, changes: changes, response: response?.value ?? .standard,
      judgement: judgement?.value,
      files: lineage.map(\.input))
    scenario.places = places
    return scenario
  }

  /// Titles of what was asked for, not of what it extends.
  private var title: String {
    parts.compactMap { part in lineage.first { $0.name == part }?.title }.joined(separator: "; ")
  }

  private func asOf(_ problems: inout Problems) -> CalendarDate? {
    let written = last("as_of", &problems) { $0.date("as_of", required: false, &$1) }
    if let asOf = overrides.asOf ?? written?.value { return asOf }
    reportMissing("as_of", example: "as_of: 2020-12-04", &problems)
    return nil
  }

  /// A year from the as-of date's to fifty years later.
  private func horizon(asOf: CalendarDate?, _ problems: inout Problems) -> Int? {
    let written = last("horizon", &problems) { $0.integer("horizon", in: 1...9999, required: false, &$1) }
    guard let horizon = overrides.horizon ?? written?.value else {
      reportMissing("horizon", example: "horizon: 2025", &problems)
      return nil
    }
    guard let asOf else { return horizon }
    let years = asOf.year...(asOf.year + Self.longestHorizon)
    if years.contains(horizon) { return horizon }
    let place = overrides.horizon == nil ? written?.location : nil
    problems.error(
      place ?? commandLine,
      "horizon \(horizon) is outside \(years.lowerBound) to \(years.upperBound), "
        + "at most \(Self.longestHorizon) years after the as-of date \(asOf); write a year within them")
    return nil
  }

  private func changes(asOf: CalendarDate?, horizon: Int?, _ problems: inout Problems) -> [Change] {
    let reader = ChangeReader(asOf: asOf ?? .endOfYear(9999), horizon: horizon ?? 9999)
    return ["changes", "shocks"].flatMap { key in
      lineage.flatMap { source in
        source.mapping.optionalList(key, &problems).compactMap { reader.change($0, &problems) }
      }
    }
  }

  /// The last value a file of the line gives, with its place; every one of them is checked.
  private func last<Value>(
    _ key: String, _ problems: inout Problems, _ read: (YAMLMapping, inout Problems) -> Value?
  ) -> (value: Value, location: SourceLocation)? {
    var found: (value: Value, location: SourceLocation)?
    for source in lineage {
      guard let value = read(source.mapping, &problems) else { continue }
      found = (value, source.mapping.location(of: key))
    }
    return found
  }
}

/// What does not stand in one line of a file.
extension ScenarioAssembly {
  /// Where faults of the command line are reported: the scenario asked for last.
  private var commandLine: SourceLocation {
    SourceLocation(file: lineage[lineage.count - 1].location.file, line: 1)
  }

  private func reportMissing(_ key: String, example: String, _ problems: inout Problems) {
    guard isComplete, !lineage.contains(where: { $0.mapping.entry(key)?.value.isEmpty == false }) else {
      return
    }
    let extended = lineage.count > 1 ? " here and in what it extends" : ""
    problems.error(commandLine, "key '\(key)' is missing\(extended); add a line '\(example)'")
  }

  /// Reports are filed under the name, so it must be one.
  private func checkName(_ problems: inout Problems) {
    let name = parts.joined(separator: "--")
    guard !Identifier.isValid(name) else { return }
    problems.error(
      commandLine,
      "the combination's name '\(Phrase.shown(name))' has \(name.utf8.count) characters, more than 64; "
        + "shorten the names of the files")
  }

  private func checkOverrides(_ problems: inout Problems) {
    guard let paths = overrides.paths, !Self.pathCounts.contains(paths) else { return }
    problems.error(
      commandLine, "paths \(paths) is not a whole number from 1 to \(Self.pathCounts.upperBound)")
  }
}
