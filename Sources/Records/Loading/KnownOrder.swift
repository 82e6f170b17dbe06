import Finance
import OrderedCollections
import Tabular

/// Notes rows that are known before what they rest on: the whole book can be read, but not as of a date between
/// the two.
struct KnownOrder {
  private let contributors: [String: CalendarDate]
  private let agreements: [String: CalendarDate]
  private(set) var problems = Problems()

  init(contributors: some Sequence<Contributor>, agreements: [Agreement]) {
    self.contributors = Dictionary(
      contributors.map {
        ($0.id, $0.spells.map(\.provenance.knownOn).min() ?? $0.spells[0].provenance.knownOn)
      },
      uniquingKeysWith: min)
    self.agreements = Dictionary(
      agreements.map { ($0.id, $0.provenance.knownOn) }, uniquingKeysWith: min)
  }

  mutating func takeContributor(_ id: String, _ row: Provenance) {
    guard let known = contributors[id], known > row.knownOn else { return }
    note(row, "contributor '\(id)'", known)
  }

  mutating func takeAgreement(_ id: String, _ row: Provenance) {
    guard let known = agreements[id], known > row.knownOn else { return }
    note(row, "agreement '\(id)'", known)
  }

  /// The row that is known before `what`, which it rests on.
  mutating func note(_ row: Provenance, _ what: String, _ known: CalendarDate) {
    problems.note(
      row.location,
      "this row is known on \(row.knownOn) and \(what) only on \(known); "
        + "the book cannot be read as of a date between them, give one of them another known_on")
  }
}

extension BookReader {
  /// Looks for such rows in a book that is otherwise right.
  mutating func noteOrder() {
    guard context.asOf == nil, !problems.hasErrors else { return }
    var order = KnownOrder(contributors: contributors.values, agreements: agreements)
    for row in agreements { order.takeContributor(row.contributor, row.provenance) }
    for row in inKind { order.takeContributor(row.contributor, row.provenance) }
    for row in levels {
      if case .contributor(let id) = row.subject { order.takeContributor(id, row.provenance) }
    }
    for row in contributions {
      order.takeContributor(row.contributor, row.provenance)
      if let agreement = row.agreement { order.takeAgreement(agreement, row.provenance) }
    }
    noteRates(&order)
    noteControls(&order)
    problems.add(contentsOf: order.problems)
  }

  /// An amount in a foreign currency that is known before a rate for it.
  private func noteRates(_ order: inout KnownOrder) {
    guard let budgetCurrency = context.budgetCurrency else { return }
    let rates = RateOrder(budgetCurrency: budgetCurrency, quotes: quotes)
    forEachAmount { rates.take($0, $1, $2, &order) }
  }

  /// A total that is printed before a row it holds is known.
  private func noteControls(_ order: inout KnownOrder) {
    guard !controls.isEmpty else { return }
    let controlled = controlledRows()
    for control in controls {
      guard let latest = controlled[ControlKey(control)]?.latest, latest.knownOn > control.provenance.knownOn
      else { continue }
      order.note(control.provenance, "the row \(latest.location) it counts", latest.knownOn)
    }
  }
}
