import Budgeting
import Finance
public import OrderedCollections
public import Outlook
import Records

/// What the ledger says of giving before a projection.
public enum RecordedGiving {
  /// A recorded year at a time, ascending: by contributor in book order, what it gave to the extrabudgetary core funds in
  /// cents; cash where the book has it, else revenue with agreements spread over their instalments.
  public static func core(of assumptions: Assumptions) -> [OrderedDictionary<String, Int>] {
    let (book, first) = (assumptions.book, assumptions.timeline.years[0].year)
    let funds = assumptions.funds.map(\.fund).filter {
      $0.purpose == .core && $0.sourceOfFunds == .extrabudgetary
    }
    var years: OrderedDictionary<Int, OrderedDictionary<String, Int>> = [:]
    for fund in funds {
      for recorded in RecordedYear.all(of: fund, in: book, before: first) {
        let giving = recorded.giving(book)
        guard !giving.isEmpty else { continue }
        years[recorded.year, default: [:]].merge(giving) { $0 + $1 }
      }
    }
    return years.keys.sorted().compactMap { years[$0] }
  }
}
