import Budgeting
import Finance
import Judgement
import Measures
import OrderedCollections
import Outlook
import Probability
import Records
import Reporting
import Scenarios
import Tabular

/// Derives figures of a report from its tables, its book and its scenario.
struct Deriving {
  let report: TracedRun
  let rows: LedgerRows
  /// Of indicators of recorded years; `nil` where none is asked for.
  let evidence: RecordedEvidence?

  init(_ report: TracedRun, evidence: RecordedEvidence? = nil) {
    (self.report, self.evidence) = (report, evidence)
    rows = LedgerRows(book: report.run.assumptions.book)
  }

  var assumptions: Assumptions { report.run.assumptions }
  var book: Book { assumptions.book }
  var firstYear: Int { assumptions.timeline.years[0].year }

  func derive(_ origin: Origin) -> Derivation {
    switch origin {
    case .row(let row): derive(row)
    case .derived(let formula, let parts): worked(formula, parts)
    case .threshold(let id): threshold(id)
    case .term(let id): term(id)
    case .scenario(let key): said(byScenario: key)
    case .centre(let keys): said(byCentre: keys)
    case .rows(let file, let assumedOnly): counted(file, assumedOnly)
    case .source(let text): cited(text)
    case .note(let index): assumed(index)
    case .giver(let contributor, let fund): giver(contributor, fund)
    case .fit(let key): fitted(key)
    case .label(let meaning): Derivation("A number of the report's form: \(meaning)")
    }
  }

  private func derive(_ row: ReportRow) -> Derivation {
    var derivation =
      switch row.table {
      case .statements: statement(row)
      case .indicators: indicator(row)
      case .summary: summary(row)
      case .mandate: mandate(row)
      case .cashCalendar: cash(row)
      case .contributionsOutlook: outlook(row)
      case .sweep: sweep(row)
      }
    derivation.value = shown(row)
    return derivation.parts.count == 1 ? seenThrough(derivation) : derivation
  }

  /// A figure that is another one, with what goes into that.
  private func seenThrough(_ begun: Derivation) -> Derivation {
    guard case .row(let part) = begun.parts[0], report.value(part) != nil else { return begun }
    var derivation = begun
    let inner = derive(part)
    derivation.parts += inner.parts.filter { $0 != begun.parts[0] }
    if derivation.rows.isEmpty { derivation.rows = inner.rows }
    derivation.notes += inner.notes.filter { !begun.notes.contains($0) }
    return derivation
  }

  /// A row's value and place.
  func shown(_ row: ReportRow) -> String? {
    report.value(row).map { "\($0.text.isEmpty ? "not measurable" : $0.text) in \($0.place)" }
  }

  // MARK: Words

  func name(_ contributor: String) -> String { book.contributors[contributor]?.name ?? contributor }

  func basis(_ row: ReportRow) -> String {
    switch row[column: "basis"] {
    case "recorded": "from the ledger"
    case "central": "on the money expected (the central projection)"
    default: "over all futures"
    }
  }

  /// What the central projection means, as the report's own list of assumptions says it.
  var centralNote: [String] {
    assumptions.notes.filter { $0.source == "assumption: what the central projection means" }.map(note)
  }

  func note(_ note: Note) -> String { "\(note.text) [\(note.source)]" }

  /// What the scenario changes, with the line of its file; of a contributor's figures only what acts on it.
  func changes(contributor: String? = nil) -> [String] {
    zip(assumptions.scenario.changes, assumptions.notes).compactMap { change, note in
      if let contributor, let only = change.kind.contributor, only != contributor { return nil }
      return "\(change.location): \(note.text)"
    }
  }

  /// `centre.yaml:12: rate: 15%`.
  func line(ofCentre keys: [String]) -> [String] {
    FileLines(folder: report.bookFolder).find(keys, in: "centre.yaml").map { ["\($0.place): \($0.text)"] }
      ?? []
  }

  // MARK: What is no row of a table

  private func worked(_ formula: String, _ parts: [Origin]) -> Derivation {
    var derivation = Derivation("Worked out for the text from figures of the tables")
    derivation.formula = formula
    derivation.parts = parts
    return derivation
  }

  private func threshold(_ id: String) -> Derivation {
    guard let definition = Glossary.indicator(id), let threshold = definition.threshold else {
      return Derivation("A threshold")
    }
    var derivation = Derivation("Threshold of \(definition.title) (\(id))")
    derivation.formula = "the verdict is met where \(definition.id) \(threshold)"
    derivation.source = threshold.source
    return derivation
  }

  private func term(_ id: String) -> Derivation {
    guard case .indicator(let definition) = Glossary.lookup(id) else { return Derivation("A word: \(id)") }
    var derivation = Derivation("\(definition.title) (\(id)): \(definition.meaning)")
    derivation.formula = definition.formula
    derivation.source = definition.source == "own" ? "this engine's own" : definition.source
    return derivation
  }

  private func said(byCentre keys: [String]) -> Derivation {
    var derivation = Derivation("What centre.yaml says: \(keys.joined(separator: ", "))")
    derivation.notes = line(ofCentre: keys)
    if keys.first == "mandate", let rule = book.centre.mandate.first(where: { $0.id == keys.last }) {
      derivation.formula = "\(rule.predicate), window \(rule.window), scope \(rule.scope)"
      derivation.source = rule.source
    }
    return derivation
  }

  private func said(byScenario key: String) -> Derivation {
    var derivation = Derivation("What the scenario says: \(key)")
    let lines = FileLines(folder: report.bookFolder)
    let files = assumptions.scenario.files.map(\.name).filter { $0.hasSuffix(".yaml") }
    let found = files.reversed().lazy.compactMap { lines.find([key], in: $0) }.first
    if let found { derivation.notes.append("\(found.place): \(found.text)") }
    let own: [String: String] = [
      "seed": "\(report.manifest.seed)", "paths": "\(report.manifest.paths)",
      "as_of": report.manifest.asOf, "horizon": "\(report.manifest.horizon)",
    ]
    if let value = own[key] {
      derivation.value = "\(value) in run.json"
      let inFile = found.map { $0.text.dropFirst(key.count + 1).filter { !" \"'_".contains($0) } }
      if inFile.map({ !$0.hasPrefix(value) }) ?? true {
        derivation.notes.append(
          found == nil
            ? "In no file of the scenario: the default, or named when the report was made"
            : "Named with an option when the report was made, in place of the file's")
      }
    }
    return derivation
  }

  private func counted(_ file: String, _ assumedOnly: Bool) -> Derivation {
    let what = assumedOnly ? "Rows of \(file) whose source begins with \"assumption\"" : "Rows of \(file)"
    var derivation = Derivation("\(what), as known on \(assumptions.scenario.asOf), counted")
    derivation.rows = rows.rows(of: file, assumedOnly: assumedOnly)
    return derivation
  }

  private func cited(_ source: String) -> Derivation {
    var derivation = Derivation("A source, and how many rows of the book name it")
    derivation.rows = rows.rows(source: source)
    return derivation
  }

  private func assumed(_ index: Int) -> Derivation {
    guard assumptions.notes.indices.contains(index) else { return Derivation("An assumption") }
    let note = assumptions.notes[index]
    var derivation = Derivation(note.isAssumption ? "An assumption" : "What the result rests on")
    derivation.formula = note.text
    derivation.source = note.source
    derivation.rows = rows.rows(source: note.source)
    if index < assumptions.scenario.changes.count {
      derivation.notes.append("\(assumptions.scenario.changes[index].location): the line of the scenario")
    }
    return derivation
  }

  private func fitted(_ key: String) -> Derivation {
    var derivation = Derivation("What the giving model saw of this book: \(key) of fit.json")
    derivation.formula =
      "years of contributors in which it is known whether they gave, after the first of each"
    derivation.rows = rows.contributions(fund: nil, stages: Stage.allCases)
    derivation.notes = [
      "The rest is the crowd's: prior \(assumptions.giving.prior.name) [\(assumptions.giving.prior.source)]"
    ]
    return derivation
  }

  /// What is known of a giver and behind everything that is expected of it.
  func giver(_ contributor: String, _ fund: String) -> Derivation {
    var derivation = Derivation("What is known of \(name(contributor)) and fund \(fund)")
    derivation.rows = giverRows(contributor, fund)
    derivation.notes = giverNotes(contributor, fund)
    return derivation
  }

  func giverRows(_ contributor: String, _ fund: String) -> [LedgerRow] { expected(contributor, fund) }

  func giverNotes(_ contributor: String, _ fund: String) -> [String] {
    let plan = assumptions.givers.first { $0.giver.contributor == contributor && $0.giver.fund == fund }
    guard let plan else { return [] }
    let state = plan.giver.state
    let known =
      state.last.map {
        "gave \(state.gifts) years on record, \(state.streak) running up to \(plan.giver.origin), then missed "
          + "\(state.gap); last gift \(Money.groupedUnits(cents: Int(Elementary.exp($0).rounded())))"
      } ?? "never gave; a first gift is drawn around its recommended level or the fund's median gift"
    return changes(contributor: contributor) + ["fit.json, giver \(contributor): \(known)"]
      + ["Prior \(assumptions.giving.prior.name) [\(assumptions.giving.prior.source)]"]
  }
}

extension Change.Kind {
  /// Whose giving it acts on; `nil`: anything else, or everybody's.
  fileprivate var contributor: String? {
    switch self {
    case .setContribution(let change): change.contributor
    case .keepAgreements(let change): change.contributor
    case .payLate(let change): change.contributor
    case .payIn(let change): change.contributor
    default: nil
    }
  }
}
