import Finance
import Records
import Scenarios
import TestSupport

/// Books at the edge of what a centre may be.
enum EdgeCase: String, CaseIterable, Sendable {
  case noIncome, refund, noHost, noPlan, noContributors, oddCents, postsEnded, interest, fiscalYear,
    partOfAYear
  case twoFunds, reserveDrawn, commitments

  var book: Book {
    var book = BookBuilder()
    book.fund("core", support: self == .oddCents ? 725 : 1300)
    if self != .noContributors { book.contributor("host") }
    if self == .noHost || self == .noContributors { book.host = nil }
    if self == .fiscalYear { book.fiscalYearStart = 4 }
    book.balance(
      firstBalance, cash: cash, openCommitments: self == .commitments ? 101 : nil)
    if self != .noPlan { addPlan(to: &book) }
    if self == .refund {
      book.contribution("host", "2021-02-01", 70)
      book.contribution("host", "2021-03-01", 70, stage: .refunded)
    }
    if self == .postsEnded { book.post("officer", from: "2020-01-01", yearly: 60_000, separation: 5000) }
    if self == .twoFunds {
      book.fund("project", purpose: .earmarked, support: 0, reserve: .zero)
      book.contributor("giver")
      book.balance(firstBalance, fund: "project", cash: 33)
      book.line("workshops", .contractualServices, 2021, 77, fund: "project")
    }
    return book.book()
  }

  private var cash: Int {
    switch self {
    case .postsEnded: 20_000
    case .reserveDrawn: 100
    default: 1000
    }
  }

  private var firstBalance: String {
    switch self {
    case .fiscalYear: "2021-03-31"
    case .partOfAYear: "2021-05-31"
    default: "2020-12-31"
    }
  }

  private func addPlan(to book: inout BookBuilder) {
    for year in 2020...2024 {
      book.line("travel", .travel, year, 301)
      book.line("rent", .operating, year, 149, discretionary: false)
      book.line("nothing", .supplies, year, 0)
    }
  }

  var scenario: Scenario {
    var assumptions = NamedAssumptions()
    if self == .interest { assumptions.interest = Rate(basisPoints: 325) }
    let response =
      self == .reserveDrawn ? Response(order: [.drawReserve, .cut(.travel), .endPosts]) : .standard
    let isLater = [.refund, .partOfAYear, .fiscalYear].contains(self)
    return .sample(
      asOf: isLater ? "2021-06-30" : "2020-12-31", assumptions: assumptions, response: response,
      changes: changes)
  }

  private var changes: [Change.Kind] {
    switch self {
    case .noIncome, .noContributors, .refund: []
    case .postsEnded: [.set("host", 2021...2023, 100)]
    case .reserveDrawn: [.set("host", 2021...2023, 400)]
    case .twoFunds: [.set("host", 2021...2023, 555), .set("giver", fund: "project", 2021...2021, 44)]
    default: [.set("host", 2021...2023, 601, month: 5)]
    }
  }
}
