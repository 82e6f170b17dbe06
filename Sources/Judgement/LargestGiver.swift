import Budgeting
import Finance
import Giving
import OrderedCollections
import Outlook
import Records
import Simulation

/// Who gave most to a core fund in a year.
public struct LargestGiver: Sendable, Hashable {
  public let year: Int
  public let fund: String
  /// The ledger or the central projection.
  public let basis: IndicatorRow.Basis
  public let contributor: String
}

extension IndicatorTable {
  /// One for each year in which anybody gave; of equal givers the first of the book.
  var largestGivers: [LargestGiver] {
    core.coreFunds.flatMap { recordedLargest($0) + centralLargest($0) }
  }

  private func recordedLargest(_ index: Int) -> [LargestGiver] {
    let fund = ensemble.assumptions.funds[index].fund
    return self.recorded[index].compactMap { recorded in
      largest(recorded.giving(book).map { ($0.key, Double($0.value)) }).map {
        LargestGiver(year: recorded.year, fund: fund.id, basis: .recorded, contributor: $0)
      }
    }
  }

  private func centralLargest(_ index: Int) -> [LargestGiver] {
    let fund = ensemble.assumptions.funds[index].fund.id
    let own = core.indices(of: fund)
    return years.indices.compactMap { year in
      let gifts = own.map { giver in
        (
          ensemble.assumptions.givers[giver].giver.contributor,
          ensemble.central.received[giver * years.count + year] + core.begun(giver, fund: index, year: year)
        )
      }
      return largest(gifts).map {
        LargestGiver(year: years[year].year, fund: fund, basis: .central, contributor: $0)
      }
    }
  }

  private func largest(_ gifts: [(contributor: String, amount: Double)]) -> String? {
    gifts.reduce(nil as (contributor: String, amount: Double)?) { best, gift in
      gift.amount > (best?.amount ?? 0) ? gift : best
    }?.contributor
  }
}
