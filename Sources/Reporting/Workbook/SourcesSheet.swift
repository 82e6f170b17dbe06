import Outlook
import Records
import Scenarios
import Simulation

/// What the figures rest on: assumptions, sources of the book's rows, and how to make the file again.
struct SourcesSheet {
  private(set) var sheet: Sheet

  init(_ head: SheetHead, _ findings: Findings) {
    let assumptions = findings.ensemble.assumptions
    let notes = ["What is assumed says so. The files named stand in the centre's book."]
    sheet = Sheet(
      "sources", widths: [100, 80], frozenRows: SheetHead.rows(notes: notes.count))
    head.add(to: &sheet, notes, header: ["What", "Source"], texts: 2)
    sheet.addLine("Assumptions", .heading)
    for note in assumptions.notes { sheet.addRow([note.text, note.source], .wrapped) }
    sheet.row += 1
    sheet.addLine("Sources of the book's rows, found and assumed", .heading)
    for (source, rows) in EvidenceSection(findings).counts {
      sheet.addRow([source, Wording.count(rows, "row")], .wrapped)
    }
    sheet.row += 1
    sheet.addLine("How to make this workbook again", .heading)
    let scenario = assumptions.scenario
    sheet.addRow(
      [
        "mainstay \(RunManifest.version), scenario \(scenario.name), as of \(scenario.asOf), seed \(scenario.seed), "
          + "\(scenario.paths) futures", "run.json beside this file",
      ], .wrapped)
    for input in assumptions.book.inputs + scenario.files {
      sheet.addRow([input.name, "SHA-256 \(input.sha256)"], .wrapped)
    }
  }
}
