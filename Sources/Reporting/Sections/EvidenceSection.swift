import Finance
import OrderedCollections
import Outlook
import Records
import Scenarios
import Tabular

/// What a report rests on: assumptions, sources, and how to make it again.
struct EvidenceSection {
  private let reader: FindingsReader

  init(_ findings: Findings) { reader = FindingsReader(findings) }

  var document: Document {
    var document = Document()
    document.add(.heading("Assumptions"))
    for (index, note) in reader.assumptions.notes.enumerated() {
      document.add(.bullet("\(note.text) [\(note.source)]".figure(of: .note(index))))
    }
    for text in assumedRows { document.add(.bullet(text)) }
    document.add(.heading("Sources of the book's rows, found and assumed"))
    for text in sources { document.add(.bullet(text)) }
    document.add(.heading("How to check this report"))
    let scenario = reader.assumptions.scenario
    document.add(
      .paragraph(
        "mainstay verify Reports/\(reader.book.centre.id)/\(scenario.name) runs it again and compares every byte "
          + "(with --book FOLDER where the book is not kept in Scenarios/\(reader.book.centre.id)). run.json beside "
          + "this file lists the inputs with their SHA-256, the seed and the number of futures. Every amount above is "
          + "also in statements.csv, summary.csv, indicators.csv, mandate.csv, cash-calendar.csv or "
          + "contributions-outlook.csv."))
    return document
  }

  /// The sources of the book's rows alone.
  var sourcesOnly: Document {
    var document = Document()
    document.add(.heading("Sources of the book's rows, found and assumed"))
    for text in sources { document.add(.bullet(text)) }
    return document
  }

  /// All provenances of the book's rows by file.
  private var provenances: [(file: String, rows: [Provenance])] {
    let book = reader.book
    return [
      ("contributions.csv", book.contributions.map(\.provenance)),
      ("agreements.csv", book.agreements.map(\.provenance)),
      ("expenditures.csv", book.expenditures.map(\.provenance)),
      ("budget.csv", book.budget.map(\.provenance)), ("posts.csv", book.posts.map(\.provenance)),
      ("balances.csv", book.balances.map(\.provenance)), ("in-kind.csv", book.inKind.map(\.provenance)),
      ("levels.csv", book.levels.map(\.provenance)),
      (
        "exchange-rates.csv",
        book.exchangeRates.currencies.flatMap { book.exchangeRates.quotes(of: $0).map(\.provenance) }
      ),
    ].filter { !$0.rows.isEmpty }
  }

  private var assumedRows: [Prose] {
    provenances.compactMap { file, rows in
      let assumed = rows.count { $0.isAssumption }
      guard assumed > 0 else { return nil }
      let few = "\(assumed)".figure(of: .rows(file: file, assumedOnly: true))
      let all = Wording.count(rows.count, "row").figure(of: .rows(file: file, assumedOnly: false))
      return "\(file): \(few) of \(all) \(rows.count == 1 ? "is" : "are") assumed."
    }
  }

  private func isAssumed(_ source: String) -> Bool { source.lowercased().hasPrefix("assumption") }

  /// Each source once, what was found first, with the number of rows that name it.
  private var sources: [Prose] {
    counts.map { "\($0.source) (\(Wording.count($0.rows, "row")))".figure(of: .source($0.source)) }
  }

  /// Each source with the number of rows that name it, what was found first.
  var counts: [(source: String, rows: Int)] {
    var counts: OrderedDictionary<String, Int> = [:]
    for (_, rows) in provenances {
      for row in rows { counts[row.source, default: 0] += 1 }
    }
    let found = counts.filter { !isAssumed($0.key) }
    let assumed = counts.filter { isAssumed($0.key) }
    return (Array(found) + Array(assumed)).map { ($0.key, $0.value) }
  }
}
