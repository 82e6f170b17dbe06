import Finance
import OrderedCollections
import Records
import Scenarios

/// Tells in words what a scenario changes.
struct ChangeNotes {
  let book: Book
  let scenario: Scenario

  var all: [Note] {
    scenario.changes.map { Note("The scenario changes: \(words($0.kind)).", source: source($0.kind)) }
  }

  private func source(_ change: Change.Kind) -> String {
    guard case .addPosts(let add) = change else { return "assumption: scenario" }
    return add.post.provenance.source
  }

  private func words(_ change: Change.Kind) -> String {
    switch change {
    case .setContribution(let gift):
      "\(name(gift.contributor)) gives fund \(gift.fund) \(gift.amount) a year in \(span(gift.years))"
        + (gift.isAgreed ? ", by agreement" : "")
    case .collectLevels(let levels):
      "\(levels.share) of the recommended levels\(levels.group.map { " of group \($0.rawValue)" } ?? "") is given to "
        + "fund \(levels.fund) in \(span(levels.years))"
    case .keepAgreements(let keep):
      "agreements\(keep.contributor.map { " of \(name($0))" } ?? "") are paid in full and on time in \(span(keep.years))"
    case .payLate(let late):
      "what \(name(late.contributor)) pays in \(span(late.years)) comes \(late.months) months late"
    case .payIn(let pay):
      "agreements of \(name(pay.contributor)) are fixed in \(pay.currency) at the rate of \(scenario.asOf)"
    case .exchangeShock(let shock):
      "the value of \(shock.currency) in dollars moves by \(shock.change) from \(shock.from) on"
    case .addPosts(let add):
      "posts are added to fund \(add.post.fund): \(add.count) x \(add.post.grade) from \(add.post.from), "
        + "\(add.post.yearlyCost) a year each"
    case .endInKind(let end):
      "in-kind support\(end.contributor.map { " of \(name($0))" } ?? "")\(end.what.map { " (\($0))" } ?? "") ends in "
        + "\(end.from), and the lines it replaces are paid for at its last value"
    case .scalePlan(let scale):
      "the plan\(scale.fund.map { " of fund \($0)" } ?? "")\(scale.line.map { ", line \($0)," } ?? "") moves by "
        + "\(scale.change) in \(span(scale.years))"
    }
  }

  private func name(_ contributor: String) -> String { book.contributors[contributor]?.name ?? contributor }

  private func span(_ years: ClosedRange<Int>) -> String {
    let last = min(years.upperBound, max(scenario.horizon, years.lowerBound))
    return years.lowerBound == last ? "\(last)" : "\(years.lowerBound)-\(last)"
  }
}
