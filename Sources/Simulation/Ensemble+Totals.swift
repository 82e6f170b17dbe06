import Budgeting
import Giving
import Outlook
import Records

extension Ensemble {
  /// Revenue of a fund from all its contributors in a year, path by path: whole cents, so exact in any order.
  public func recognised(fund: Int, year: Int) -> [Double] {
    total(fund) { recognised(giver: $0, year: year) }
  }

  /// Cash of a fund from all its contributors in a year, path by path.
  public func received(fund: Int, year: Int) -> [Double] {
    total(fund) { received(giver: $0, year: year) }
  }

  /// The sum of a column over the givers of a fund.
  private func total(_ fund: Int, _ column: (_ giver: Int) -> ArraySlice<Double>) -> [Double] {
    var sums = [Double](repeating: 0, count: paths)
    let id = assumptions.funds[fund].fund.id
    for (giver, plan) in assumptions.givers.enumerated() where plan.giver.fund == id {
      for (path, value) in column(giver).enumerated() { sums[path] += value }
    }
    return sums
  }
}
