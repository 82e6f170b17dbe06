import Budgeting
public import Decisions
import Finance
import Judgement
import Measures
public import Outlook
import Records
import Scenarios
import Tabular

/// The answer of a solver: what a lever must be, how sure that is, and what was tried.
public struct SolvePage {
  private let solution: Solution
  private let assumptions: Assumptions
  private let check: SolutionCheck?

  public init(_ solution: Solution, _ assumptions: Assumptions, check: SolutionCheck?) {
    (self.solution, self.assumptions, self.check) = (solution, assumptions, check)
  }

  public var page: DecisionPage { DecisionPage(document, csv: [file]) }

  private var lever: Lever { solution.lever }
  private var quantities: [Quantity] { solution.condition.quantities }

  private var document: Document {
    var document = DecisionHead(assumptions: assumptions, title: "what would it take?").document
    document.add(.paragraph("Wanted: \(solution.condition)."))
    document.add(.paragraph("Looked for: \(lever.name), that is, \(lever.title), from \(range)."))
    document.add(.heading("The answer"))
    for sentence in answer { document.add(.bullet(sentence)) }
    document.add(.heading("What was tried, with all futures"))
    document.add(.table(table))
    document.add(.paragraph(closing))
    return document
  }

  private var range: String {
    "\(lever.text(solution.range.lowerBound)) to \(lever.text(solution.range.upperBound))"
  }

  // MARK: The answer

  private var answer: [String] {
    switch solution.outcome {
    case .smallest(let value): return [found(value, "smallest")] + unchanged + chance + monotone
    case .largest(let value): return [found(value, "largest")] + unchanged + chance + monotone
    case .everywhere:
      return ["It holds for every value looked at in \(range): at \(ends)."] + unchanged + monotone
    case .nowhere:
      return ["No value in \(range) does it: at \(ends)."] + unchanged + monotone
    }
  }

  /// The lever not touched.
  private var unchanged: [String] {
    let values = zip(quantities, solution.asThingsStand).map {
      "\($0) is \(EstimateText(quantity: $0).full($1))"
    }
    guard !values.isEmpty else { return [] }
    let certain =
      lever.isForCertain
      ? " The value above is paid for certain and on time; where it is an agreement that may come late or not at all, "
        + "look for host.agreement."
      : ""
    return ["As things stand \(values.joined(separator: ", ")).\(certain)"]
  }

  private func found(_ value: Int, _ which: String) -> String {
    let at = solution.attempt.map { values($0) } ?? ""
    return
      "\(lever.text(value)) is the \(which) value, to \(lever.text(lever.step)), with which it holds: \(at)."
  }

  private var ends: String {
    "\(lever.text(solution.range.lowerBound)) \(values(solution.atLow)); at "
      + "\(lever.text(solution.range.upperBound)) \(values(solution.atHigh))"
  }

  private func values(_ attempt: Attempt) -> String {
    zip(quantities, attempt.estimates).map { "\($0) is \(EstimateText(quantity: $0).full($1))" }
      .joined(separator: ", ")
  }

  private var chance: [String] {
    guard let interval = solution.interval else { return [] }
    var sentences = [
      "Other random numbers may make it \(lever.text(interval.lowerBound)) to \(lever.text(interval.upperBound)) "
        + "(95 % Monte Carlo interval: where the condition may hold, and where it holds even at the unfavourable end "
        + "of every estimate's interval)."
    ]
    if let check {
      let found = zip(quantities, check.attempt.estimates).map {
        "\($0) \(EstimateText(quantity: $0).full($1))"
      }.joined(separator: ", ")
      sentences.append("An independent run at that value, with seed \(check.seed), gives \(found).")
    }
    return sentences
  }

  private var monotone: [String] {
    solution.isMonotone
      ? []
      : [
        "Beware: within the range the condition begins and ceases to hold more than once; the answer is one of "
          + "several. Look at the table, or at a narrower range."
      ]
  }

  private var closing: String {
    "The lever acts in every year from \(assumptions.timeline.years[0]) to "
      + "\(assumptions.timeline.years[assumptions.timeline.years.count - 1]). "
      + "Between the values of the table nothing was simulated but what is listed."
  }

  // MARK: Tables

  private var table: TextTable {
    var table = TextTable([lever.name] + quantities.map(\.description) + ["holds"])
    for attempt in solution.tried {
      table.add(
        [lever.text(attempt.value)]
          + zip(quantities, attempt.estimates).map { EstimateText(quantity: $0).value($1) }
          + [attempt.holds ? "yes" : "no"])
    }
    return table
  }

  private var file: ReportFile {
    var document = CSVDocument(
      columns: ["lever", "value", "quantity", "estimate", "lower", "upper", "holds"])
    for attempt in solution.tried {
      for (quantity, estimate) in zip(quantities, attempt.estimates) {
        let text = EstimateText(quantity: quantity)
        document.append([
          .identifier(lever.name), .number(lever.number(attempt.value)), .text("\(quantity)"),
          .number(text.number(estimate.value)), .number(text.number(estimate.interval.lowerBound)),
          .number(text.number(estimate.interval.upperBound)), .identifier(attempt.holds ? "yes" : "no"),
        ])
      }
    }
    return ReportFile(name: "solve.csv", text: document.text)
  }
}
