public import Finance
public import Records

extension Book {
  /// The first month of the first fiscal year a fund has a contribution of: what fell due before it may have
  /// been paid unseen. `nil`: the fund has no contribution.
  public func ledgerStart(of fund: String) -> Month? {
    let start = centre.fiscalYearStart
    let years = contributions.lazy.filter { $0.fund == fund }.map {
      $0.occasion.fiscalYear(startMonth: start)
    }
    return years.min().map { FiscalYear($0, startMonth: start).first }
  }
}
