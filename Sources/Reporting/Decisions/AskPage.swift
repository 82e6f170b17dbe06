public import Decisions
import Finance
import Judgement
import Measures
import OrderedCollections
public import Outlook
import Records
import Scenarios
import Tabular

/// What is asked of members, within their recommended levels.
public struct AskPage {
  private let result: AskResult
  private let assumptions: Assumptions

  public init(_ result: AskResult, _ assumptions: Assumptions) {
    (self.result, self.assumptions) = (result, assumptions)
  }

  public var page: DecisionPage { DecisionPage(document, csv: [file]) }

  private var quantities: [Quantity] { result.condition.quantities }

  private var document: Document {
    var document = DecisionHead(assumptions: assumptions, title: "what is asked of members?").document
    document.add(.paragraph("Wanted: \(result.condition)."))
    document.add(.heading("The answer"))
    for sentence in answer { document.add(.bullet(sentence)) }
    document.add(.heading("Member by member, a year"))
    document.add(.table(table))
    document.add(
      .paragraph(
        "Expected: on the money expected, the mean of the projected years. Pledged: in place of it, for certain "
          + "(assumption), paid in the seventh month of each fiscal year (assumption), never above the recommended "
          + "level. Members are asked in the order of what their level would bring beyond what is expected; this "
          + "keeps the number of pledges small and is no judgement of anybody. It is the smallest set found in this "
          + "order, not proved the smallest of all sets."))
    return document
  }

  private var answer: [String] {
    var sentences: [String] = []
    switch result.pledges {
    case nil:
      sentences.append(
        "Not even every recommended level, paid in full and for certain, is enough: then \(values(result.withAll))."
      )
    case let pledges? where pledges.isEmpty:
      sentences.append("Nothing need be asked: as things stand \(values(result.before)).")
    case let pledges?:
      let total = pledges.reduce(0) { $0 + $1.cents }
      let names = pledges.map { "\(name($0.contributor)) \(Money.groupedUnits(cents: $0.cents))" }
      sentences.append(
        "\(Wording.count(pledges.count, "pledge")) a year, together \(Money.groupedUnits(cents: total)), "
          + "\(pledges.count == 1 ? "is" : "are") enough: \(Wording.list(names)). With "
          + "\(pledges.count == 1 ? "it" : "them") \(values(result.after ?? [])); as things stand "
          + "\(values(result.before)).")
    }
    if let share = result.equalShare { sentences.append(equalShare(share)) }
    return sentences
  }

  private func equalShare(_ solution: Solution) -> String {
    switch solution.outcome {
    case .smallest(let value):
      "The same from everybody: \(solution.lever.text(value)) of its recommended level from every member does it, too."
    case .largest, .everywhere: "Any share of its recommended level from every member does it."
    case .nowhere: "No share of the recommended levels, the same from every member, does it."
    }
  }

  private func values(_ estimates: [Estimate]) -> String {
    zip(quantities, estimates).map { "\($0) is \(EstimateText(quantity: $0).full($1))" }.joined(
      separator: ", ")
  }

  private func name(_ contributor: String) -> String {
    assumptions.book.contributors[contributor]?.name ?? contributor
  }

  private func pledge(_ contributor: String) -> Int? {
    result.pledges?.first { $0.contributor == contributor }?.cents
  }

  private var table: TextTable {
    var table = TextTable(["Member", "group", "expected", "recommended", "pledged", "more than expected"])
    for member in result.members {
      let pledge = pledge(member.contributor)
      table.add([
        name(member.contributor), member.group.rawValue, Money.groupedUnits(cents: member.expected),
        Money.groupedUnits(cents: member.level), pledge.map { Money.groupedUnits(cents: $0) } ?? "-",
        pledge.map { Money.groupedUnits(cents: $0 - member.expected) } ?? "-",
      ])
    }
    let pledged = result.pledges?.reduce(0) { $0 + $1.cents }
    table.add(
      [
        "Together", "", Money.groupedUnits(cents: result.members.reduce(0) { $0 + $1.expected }),
        Money.groupedUnits(cents: result.members.reduce(0) { $0 + $1.level }),
        pledged.map { Money.groupedUnits(cents: $0) } ?? "-", "",
      ], isTotal: true)
    return table
  }

  private var file: ReportFile {
    var document = CSVDocument(columns: [
      "contributor", "group", "expected", "recommended", "pledged", "currency",
    ])
    for member in result.members {
      document.append([
        .identifier(member.contributor), .identifier(member.group.rawValue),
        .number(Money.decimal(cents: member.expected)), .number(Money.decimal(cents: member.level)),
        .number(pledge(member.contributor).map { Money.decimal(cents: $0) } ?? ""),
        .identifier("\(assumptions.book.centre.budgetCurrency)"),
      ])
    }
    return ReportFile(name: "ask.csv", text: document.text)
  }
}
