import Budgeting
import Finance
import Judgement
import Measures
import Outlook
import Records
import Simulation

/// What the page rests on, and what is missing.
struct AssessEvidence {
  let page: AssessPage

  var document: Document {
    var document = Document()
    document.add(.heading("What the evidence lacks"))
    for date in page.dates {
      for text in lacks(date) { document.add(.bullet("As of \(date.date): \(text)")) }
    }
    document.add(.heading("Cut points and where they come from"))
    for scale in page.scales.scales {
      let own = page.scales.own.contains(scale.indicator) ? " [the book's own]" : ""
      document.add(.bullet("\(scale.indicator)\(own) (\(IndicatorText.cuts(scale))): \(scale.source)."))
    }
    document.add(EvidenceSection(page.dates[page.dates.count - 1].findings).sourcesOnly)
    return document
  }

  private func lacks(_ date: RatedDate) -> [String] {
    let missing = date.sheet.dimensions.flatMap(\.indicators).filter { $0.current == nil }
    let reasons = missing.map(\.reason).reduce(into: [String]()) { all, reason in
      if let reason, !all.contains(reason) { all.append(reason) }
    }
    let grouped = reasons.map { reason in
      "\(missing.filter { $0.reason == reason }.map(\.definition.id).joined(separator: ", ")) not measurable, "
        + "because \(reason)."
    }
    return grouped + plan(date) + stale(date) + assumed(date)
  }

  /// A projection begins after the last balance of every fund: years since are expected, not recorded.
  private func stale(_ date: RatedDate) -> [String] {
    let first = date.findings.ensemble.assumptions.timeline.first
    guard first < Month(date.asOf), date.sheet.lastWhole >= first.year else { return [] }
    return [
      "the last balance known is of before \(Wording.month(first)); what came and went since is expected, not "
        + "recorded."
    ]
  }

  private func plan(_ date: RatedDate) -> [String] {
    let assumptions = date.findings.ensemble.assumptions
    let fund = assumptions.funds[FindingsReader(date.findings).mainFund].fund.id
    let last = assumptions.book.budget.filter { $0.fund == fund }.map(\.year).max()
    let years = assumptions.timeline.years
    guard date.hasPlan, let last else {
      return ["the book has no plan for the years ahead, so risk is not rated."]
    }
    let end = years[years.count - 1].year
    return last >= end
      ? [] : ["the plan ends in \(last); later years to \(end) repeat its last lines (assumption)."]
  }

  private func assumed(_ date: RatedDate) -> [String] {
    let book = date.findings.ensemble.assumptions.book
    let rows: [(String, [Provenance])] = [
      ("contributions", book.contributions.map(\.provenance)), ("plan", book.budget.map(\.provenance)),
      ("posts", book.posts.map(\.provenance)), ("spending", book.expenditures.map(\.provenance)),
      ("balances", book.balances.map(\.provenance)),
    ]
    let parts = rows.filter { !$0.1.isEmpty }.map { name, rows in
      "\(rows.count { $0.isAssumption }) of \(rows.count) of \(name)"
    }
    return parts.isEmpty
      ? ["the book has no rows known on this date."]
      : ["rows assumed rather than found: \(Wording.list(parts))."]
  }
}
