import Budgeting
import Finance
import Giving
import OrderedCollections
import Probability
import Records
import Scenarios

/// Writes down what a result rests on besides ledger rows.
struct AssumptionNotes {
  let book: Book
  let scenario: Scenario
  let timeline: Timeline
  let giving: GivingFit
  let settings: GivingSettings
  let exchange: ExchangeOutlook
  let resolution: PlanResolution
  let givers: [GiverPlan]

  var all: [Note] {
    ChangeNotes(book: book, scenario: scenario).all + opening + plan + behaviour + renewals + currencies
      + rules
  }

  private var opening: [Note] {
    balances + seenMonths
  }

  /// Where the projection begins before the as-of date.
  private var seenMonths: [Note] {
    guard timeline.first <= Month(scenario.asOf) else { return [] }
    return [
      Note(
        "From \(timeline.first) to \(Month(scenario.asOf)) receipts are the ledger's and spending is the plan's.",
        source: "assumption: the projection begins with the last balance all funds have")
    ]
  }

  private var balances: [Note] {
    book.centre.funds.values.map { fund in
      guard let balance = book.balance(of: fund, before: timeline.first) else {
        return Note(
          "Opening cash of fund \(fund.id): 0.00, for want of a balance.",
          source: "assumption: balances.csv has no row of this fund")
      }
      return Note(
        "Opening cash of fund \(fund.id) on \(balance.date): \(Money.grouped(cents: balance.cash)).",
        source: balance.provenance.source)
    }
  }

  private var plan: [Note] {
    var notes: [Note] = []
    for fund in book.centre.funds.values {
      guard let last = resolution.lastPlannedYear(of: fund) else {
        if !book.posts.contains(where: { $0.fund == fund.id }) {
          notes.append(Note("Fund \(fund.id) has no plan: nothing is spent.", source: "budget.csv"))
        }
        continue
      }
      let assumed = book.budget.contains { $0.fund == fund.id && $0.provenance.isAssumption }
      let rows = book.budget.filter { $0.fund == fund.id && timeline.years.map(\.year).contains($0.year) }
      if assumed {
        notes.append(
          Note(
            "Plan of fund \(fund.id): \(rows.count) assumed lines of the projected years.",
            source: rows.first?.provenance.source ?? "assumption"))
      }
      if fund.purpose == .core, last <= timeline.years[timeline.years.count - 1].year {
        let growth = scenario.assumptions.planGrowth ?? .zero
        notes.append(
          Note(
            "After \(last) the plan of fund \(fund.id) is that of \(last), growing by \(growth) a year.",
            source: "assumption: plan-growth of the scenario"))
      }
    }
    if book.posts.contains(where: { $0.provenance.isAssumption }) {
      notes.append(Note("Posts, grades and their costs are assumed.", source: "assumption: posts.csv"))
    }
    if !foreignCosts.isEmpty {
      notes.append(
        Note(
          "Planned costs in \(foreignCosts.joined(separator: ", ")) stand at the rate of \(scenario.asOf).",
          source: "assumption: this version moves receipts with exchange rates, not costs"))
    }
    return notes
  }

  private var foreignCosts: [String] {
    let planned = book.budget.map(\.amount.currency) + book.posts.map(\.yearlyCost.currency)
    return Set(planned).subtracting([book.centre.budgetCurrency]).sorted().map(\.code)
  }

  private var behaviour: [Note] {
    var notes = [
      Note(
        "The money expected: agreements paid when due, gifts by habit at their probability times the last gift, "
          + "renewals at their probability. The futures also let payments slip, fail and vary.",
        source: "assumption: what the central projection means"),
      Note(
        "What is believed about giving before the ledger is read: prior \(giving.prior.name).",
        source: giving.prior.source),
    ]
    if giving.givers.contains(where: startsWithoutEvidence) {
      notes.append(
        Note(
          "A first gift starts from \(Money.grouped(cents: GivingModel.firstGiftWithoutEvidence)) where no level is "
            + "recommended and nobody has given to the fund.",
          source: "assumption: model default"))
    }
    return notes + TimingNotes(timing: giving.timing, settings: settings, book: book, givers: givers).all
  }

  /// Agreements whose renewal is a question within the projection.
  private var renewals: [Note] {
    givers.compactMap { plan in
      guard let renewal = plan.renewal, renewal.year <= scenario.horizon else { return nil }
      return Note(
        "The agreement of \(name(plan.giver)) with fund \(plan.giver.fund) ends in \(renewal.year - 1): "
          + "renewed in \(renewal.year) with probability \(percent(settings.renewalProbability)), for "
          + "\(settings.renewalTerm) years.",
        source: scenario.assumptions.renewalProbability == nil
          ? "assumption: model default" : "assumption: scenario")
    }
  }

  private func name(_ giver: Giver) -> String {
    book.contributors[giver.contributor]?.name ?? giver.contributor
  }

  private func startsWithoutEvidence(_ giver: Giver) -> Bool {
    giver.habitual && giver.state.last == nil
      && giver.firstGift == Elementary.log(Double(GivingModel.firstGiftWithoutEvidence))
  }

  private var currencies: [Note] {
    exchange.currencies.indices.dropFirst().map { index in
      let yearly = exchange.monthlyDeviation[index] * 12.0.squareRoot()
      let quotes = ExchangeOutlook.quotes(
        of: exchange.currencies[index], in: book.centre.budgetCurrency, book: book
      ).count
      let source =
        quotes < ExchangeOutlook.quotesNeeded
        ? "assumption: fewer than \(ExchangeOutlook.quotesNeeded) months quoted"
        : "\(quotes) months of exchange-rates.csv; assumption: random walk without drift"
      return Note(
        "\(exchange.currencies[index]) moves by \(percent(yearly)) a year (one standard deviation).",
        source: source)
    }
  }

  private var rules: [Note] {
    [
      Note(
        "Operating reserve: \(scenario.assumptions.reserveRate ?? book.centre.reserve.rate) of the next year's "
          + "approved plan.",
        source: scenario.assumptions.reserveRate == nil
          ? book.centre.reserve.source : "assumption: reserve-rate of the scenario"),
      Note(
        "At the beginning of a year the response cuts what the money in sight cannot carry: free cash above the "
          + "reserve, and the mean of what is projected for the year and what came in the year before.",
        source: "assumption: model default"),
      Note(
        "Commitments open on the first day are paid over \(FundPlan.settlementMonths) months.",
        source: "assumption: model default"),
      Note(
        "An overdue receivable is provided for by a quarter a year, in full after four years.",
        source: "assumption: our reading of Basel decision BC-12/25 (proportionate, full above four years)"),
    ]
      + interest
      + book.centre.mandate.filter { !$0.assumption.isEmpty }.map {
        Note("\($0.symbol): \($0.assumption).", source: "assumption: on \($0.source)")
      }
  }

  private var interest: [Note] {
    guard let rate = scenario.assumptions.interest, rate != .zero else { return [] }
    return [Note("Positive balances earn \(rate) a year, paid by month.", source: "assumption: scenario")]
  }

}

/// Whole percents where they are whole, else one decimal.
func percent(_ share: Double) -> String {
  let tenths = Int((share * 1000).rounded())
  return tenths % 10 == 0 ? "\(tenths / 10) %" : "\(tenths / 10).\(tenths % 10) %"
}
