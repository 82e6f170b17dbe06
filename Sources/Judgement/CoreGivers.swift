import Budgeting
import Finance
import Giving
import OrderedCollections
import Outlook
import Records
import Scenarios

/// Who gives to which fund, and what had come in the first projected year before the projection begins.
struct CoreGivers {
  let assumptions: Assumptions
  /// By fund: what each giver had paid before the projection begins.
  let begun: [OrderedDictionary<String, Int>]

  init(_ assumptions: Assumptions) {
    self.assumptions = assumptions
    let (book, timeline) = (assumptions.book, assumptions.timeline)
    begun = assumptions.funds.map { plan in
      RecordedYear.begun(of: plan.fund, in: book, year: timeline.years[0].year, before: timeline.first)
        .giving(book)
    }
  }

  /// Funds that may pay for anything of the core, by index.
  var coreFunds: [Int] {
    assumptions.funds.indices.filter { assumptions.funds[$0].fund.purpose == .core }
  }

  func indices(of fund: String) -> [Int] {
    assumptions.givers.indices.filter { assumptions.givers[$0].giver.fund == fund }
  }

  /// What a giver had paid in a projected year before the projection begins: a year is judged whole.
  func begun(_ giver: Int, fund: Int, year: Int) -> Double {
    year == 0 ? Double(begun[fund][assumptions.givers[giver].giver.contributor] ?? 0) : 0
  }

  /// What contributors are to the centre in a year.
  func givers(_ contributors: [String], year: Int) -> Givers {
    let book = assumptions.book
    let known = contributors.map { book.contributors[$0] }
    return Givers(
      contributors: contributors, isHost: contributors.map { $0 == book.centre.host },
      isMember: known.map { $0?.spell(in: year).councilMember ?? false },
      level: known.map { contributor in
        guard let contributor, contributor.id != book.centre.host,
          contributor.spell(in: year).councilMember,
          let level = book.recommendedLevel(of: contributor, in: year)
        else { return 0 }
        return Double(book.inBudgetCurrency(level.amount, on: .day(assumptions.scenario.asOf)) ?? 0)
      })
  }
}
