public import Decisions
import Finance
import Judgement
import Measures
public import Outlook
import Records
import Scenarios
import Tabular

/// Two levers together: what the first must be for some values of the second.
public struct FrontierPage {
  private let frontier: Frontier
  private let assumptions: Assumptions

  public init(_ frontier: Frontier, _ assumptions: Assumptions) {
    (self.frontier, self.assumptions) = (frontier, assumptions)
  }

  public var page: DecisionPage {
    var document = DecisionHead(assumptions: assumptions, title: "what would it take?").document
    document.add(.paragraph("Wanted: \(frontier.condition)."))
    document.add(
      .paragraph(
        "Looked for: \(frontier.first.name), that is, \(frontier.first.title), for some values of "
          + "\(frontier.second.name), that is, \(frontier.second.title)."))
    document.add(.heading("The answer"))
    document.add(.table(table))
    document.add(
      .paragraph(
        "Each line is a solution of its own on the same random numbers; any of them meets what is wanted. The interval "
          + "is what other random numbers may make of it (95 %)."))
    return DecisionPage(document, csv: [file])
  }

  private var table: TextTable {
    var table = TextTable([frontier.second.name, frontier.first.name, "interval"])
    for point in frontier.points {
      let interval = point.solution.interval.map {
        "\(frontier.first.text($0.lowerBound)) to \(frontier.first.text($0.upperBound))"
      }
      table.add([frontier.second.text(point.value), words(point.solution), interval ?? "-"])
    }
    return table
  }

  private func words(_ solution: Solution) -> String {
    switch solution.outcome {
    case .smallest(let value): "at least \(frontier.first.text(value))"
    case .largest(let value): "at most \(frontier.first.text(value))"
    case .everywhere: "any value looked at"
    case .nowhere: "no value looked at"
    }
  }

  private var file: ReportFile {
    var document = CSVDocument(
      columns: ["second_lever", "second_value", "lever", "outcome", "value", "lower", "upper"])
    for point in frontier.points {
      let solution = point.solution
      let outcome =
        switch solution.outcome {
        case .smallest: "smallest"
        case .largest: "largest"
        case .everywhere: "everywhere"
        case .nowhere: "nowhere"
        }
      document.append([
        .identifier(frontier.second.name), .number(frontier.second.number(point.value)),
        .identifier(frontier.first.name), .identifier(outcome),
        .number(solution.value.map(frontier.first.number) ?? ""),
        .number(solution.interval.map { frontier.first.number($0.lowerBound) } ?? ""),
        .number(solution.interval.map { frontier.first.number($0.upperBound) } ?? ""),
      ])
    }
    return ReportFile(name: "solve.csv", text: document.text)
  }
}
