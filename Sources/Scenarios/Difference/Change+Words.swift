import Finance
import Records

extension Change {
  /// The change in one line, with the names of the file.
  public var words: String {
    switch kind {
    case .setContribution(let gift):
      "\(gift.contributor) gives \(gift.amount) a year to \(gift.fund)\(gift.isAgreed ? " by agreement" : ""), "
        + "\(span(gift.years))"
    case .collectLevels(let levels):
      "\(levels.share) of the recommended levels\(levels.group.map { " of \($0.rawValue)" } ?? "") comes to "
        + "\(levels.fund), \(span(levels.years))"
    case .keepAgreements(let keep):
      "agreements\(keep.contributor.map { " of \($0)" } ?? "") are paid in full and on time, \(span(keep.years))"
    case .payLate(let late): "\(late.contributor) pays \(late.months) months late, \(span(late.years))"
    case .payIn(let pay): "\(pay.contributor)'s agreements are fixed in \(pay.currency)"
    case .exchangeShock(let shock):
      "the value of \(shock.currency) in dollars moves by \(shock.change) from \(shock.from) on"
    case .addPosts(let add):
      "\(add.count) x \(add.post.grade) (\(add.post.id)) in \(add.post.fund) from \(add.post.from), "
        + "\(add.post.yearlyCost) a year each"
    case .endInKind(let end):
      "in-kind support\(end.contributor.map { " of \($0)" } ?? "")\(end.what.map { " (\($0))" } ?? "") ends in "
        + "\(end.from)"
    case .scalePlan(let scale):
      "the plan\(scale.fund.map { " of \($0)" } ?? "")\(scale.line.map { ", line \($0)," } ?? "") moves by "
        + "\(scale.change), \(span(scale.years))"
    }
  }

  /// Where it comes from: a post names its source, all else is the scenario's assumption.
  var source: String {
    if case .addPosts(let add) = kind { return add.post.provenance.source }
    return "assumption: scenario"
  }

  private func span(_ years: ClosedRange<Int>) -> String {
    years.count == 1 ? "\(years.lowerBound)" : "\(years.lowerBound) to \(years.upperBound)"
  }
}
