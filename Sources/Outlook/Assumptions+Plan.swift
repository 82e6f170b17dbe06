public import Finance
public import Records

/// What the required reserve is reckoned from.
extension Assumptions {
  /// Direct cost of a fund's approved plan in a fiscal year, posts included: whole cents. Also of the year after the
  /// last one projected, on which that year's reserve rests.
  public func approvedDirect(of fund: Fund, in year: Int) -> Int {
    resolution.approvedDirect(of: fund, in: year)
  }

  /// The reserve a fund holds as a share of the next year's approved plan, direct plus support.
  public func reserveRate(of fund: Fund) -> Rate { resolution.reserveRate(of: fund) }

  private var resolution: PlanResolution {
    PlanResolution(book: book, scenario: scenario, timeline: timeline)
  }
}
