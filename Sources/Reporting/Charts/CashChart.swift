import Budgeting
import Finance
import Judgement
import OrderedCollections
import Outlook
import Records
import Simulation

/// How cash at the beginning of the projection becomes cash at its end, on the money expected: what comes in and
/// what goes out of a fund over all its years, from its statement.
struct CashChart {
  private let reader: FindingsReader
  private let fund: Int
  private let lines: [StatementLine]
  /// Most bars, few of them classes of spending.
  static let most = 9

  /// - Parameter fund: by index.
  init(_ findings: Findings, fund: Int) {
    self.fund = fund
    reader = FindingsReader(findings)
    let id = reader.assumptions.funds[fund].fund.id
    lines = findings.assessment.statements.filter { $0.fund == id }
  }

  /// `nil` where there is no cash and none moves.
  var chart: Chart? {
    guard opening != 0 || !moves.isEmpty else { return nil }
    let id = reader.assumptions.funds[fund].fund.id
    let steps = self.steps
    return Chart(
      id: "cash-\(id)",
      title: "From cash at the beginning to cash at the end: fund \(id), all years together",
      alternative: alternative, unit: .amount(reader.book.centre.budgetCurrency.code), places: names,
      firstProjected: isRecorded ? 1 : 0,
      layers: [
        .steps(steps),
        .line(
          Chart.Line(
            name: "required reserve", values: steps.indices.map { $0 == steps.count - 1 ? reserve : nil },
            style: .requirement)),
      ],
      note: Prose(
        "The central projection: the statement's years added up, so that the bars between add up to the difference ",
        "of the first and the last to the cent. Figures are in whole \(reader.book.centre.budgetCurrency.code)."
      ),
      form: .rows)
  }

  /// What moves cash and by how much: cents, what goes out below zero.
  struct Move {
    let name: String
    let cents: Int
  }

  // MARK: What moves

  var moves: [Move] {
    let fixed = received + [Move(name: "Interest", cents: sum("interest"))]
    let last = [
      Move(name: "Programme support cost", cents: -sum("spent.programme-support")),
      Move(name: "Earlier commitments paid", cents: -sum("commitments.settled")),
    ]
    let others = (fixed + last).count { $0.cents != 0 }
    return (fixed + spent(in: max(2, CashChart.most - 2 - others)) + last).filter { $0.cents != 0 }
  }

  private var central: [StatementLine] { lines.filter { $0.basis == .central } }

  /// Of a line over all years.
  private func sum(_ line: String) -> Int {
    central.reduce(0) { $0 + ($1.line == line ? $1.amount : 0) }
  }

  private var received: [Move] {
    let total = sum("received.total")
    guard let host = reader.book.centre.host, let name = reader.hostName else {
      return [Move(name: "Received", cents: total)]
    }
    let own = sum("received.\(host)")
    return [
      Move(name: "Received from \(name)", cents: own),
      Move(name: "Received from all others", cents: total - own),
    ]
  }

  /// Direct spending by class, the largest first, small ones together.
  private func spent(in bars: Int) -> [Move] {
    var classes: OrderedDictionary<String, Int> = [:]
    for line in central where line.line.hasPrefix("spent.") { classes[line.line, default: 0] += line.amount }
    classes["spent.total"] = nil
    classes["spent.programme-support"] = nil
    let order = classes.filter { $0.value != 0 }.enumerated().sorted {
      $0.element.value == $1.element.value
        ? $0.offset < $1.offset : $0.element.value > $1.element.value
    }.map(\.element)
    let shown = order.count <= bars ? order.count : bars - 1
    let named = order.prefix(shown).map { Move(name: title($0.key), cents: -$0.value) }
    let rest = order.dropFirst(shown).reduce(0) { $0 + $1.value }
    return named + [Move(name: "All other direct spending", cents: -rest)]
  }

  private func title(_ line: String) -> String {
    let title = StatementLines.title(line, contributor: reader.contributorName)
    return String(title.drop { $0 == " " })
  }

  // MARK: Bars

  private func amount(_ line: String, _ year: Int) -> Int {
    central.first { $0.year == year && $0.line == line }?.amount ?? 0
  }

  var opening: Int { amount("cash.opening", reader.years[0].year) }
  var closing: Int { amount("cash.closing", reader.lastYear) }
  private var reserve: Double { Double(amount("reserve.required", reader.lastYear)) }

  /// Whether the ledger knows the cash that the projection begins with.
  private var isRecorded: Bool {
    let first = reader.years[0]
    return reader.timeline.first == first.first
      && lines.contains {
        $0.basis == .recorded && $0.line == "cash.closing" && $0.year == first.year - 1
          && $0.amount == opening
      }
  }

  private var names: [String] {
    let last = reader.timeline.month(reader.timeline.monthCount - 1)
    return ["Cash at the beginning of \(Wording.month(reader.timeline.first))"] + moves.map(\.name) + [
      "Cash at the end of \(Wording.month(last))"
    ]
  }

  private var steps: [Chart.Step] {
    var level = Double(opening)
    let between = moves.map { move in
      defer { level += Double(move.cents) }
      return Chart.Step(start: level, end: level + Double(move.cents), isLevel: false)
    }
    return [Chart.Step(start: 0, end: Double(opening), isLevel: true)] + between + [
      Chart.Step(start: 0, end: Double(closing), isLevel: true)
    ]
  }

  private var alternative: String {
    zip(names, steps).map { "\($0): \($1.text)." }.joined(separator: " ")
      + " Required reserve: \(Number.units(reserve))."
  }
}
