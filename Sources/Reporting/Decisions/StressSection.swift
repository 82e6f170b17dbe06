import Decisions
import Outlook

/// The battery of shocks within a report: the signal, a picture, the table, and what the shocks are.
struct StressSection {
  private let telling: StressTelling

  init(_ found: StressFindings, _ assumptions: Assumptions) { telling = StressTelling(found, assumptions) }

  var document: Document {
    var document = Document()
    document.add(.heading("Under stress: fund \(telling.result.fund)"))
    for sentence in telling.answer { document.add(.bullet(sentence)) }
    document.add(.chart(StressChart(telling).chart))
    document.add(.table(telling.table))
    document.add(.paragraph(telling.legend))
    document.add(.paragraph("The shocks and where their sizes come from:"))
    for shock in telling.shocks { document.add(.bullet(shock)) }
    document.add(
      .paragraph(
        "These are the figures of 'mainstay stress' on this scenario, which also tells what would set it right "
          + "again and the smallest shocks that harm."))
    return document
  }
}
