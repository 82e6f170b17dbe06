/// A unit of the plan as decisions see it: the same on every path.
struct PlannedUnit: Sendable {
  let stop: SpendingUnit.Stop?
  let noticeMonths: Double
  let separation: Double
  /// A post that has not begun when the projection does.
  let startsVacant: Bool
  let years: [Year]

  struct Year: Sendable {
    /// Direct cost of the whole year.
    let direct: Double
    /// Direct cost from the month in which a notice given at the year's beginning takes effect.
    let afterNotice: Double
    /// The month from which a decision of the year's beginning cuts the unit's plan: a line's after its notice,
    /// a vacancy's at once.
    let cutFrom: Int
  }

  init(_ unit: SpendingUnit, _ timeline: Timeline) {
    (stop, noticeMonths, separation) = (unit.stop, Double(unit.noticeMonths), unit.separation)
    startsVacant = unit.isPost && unit.monthly.first == 0
    years = timeline.years.indices.map { Year(unit, timeline.months(of: $0)) }
  }
}

extension PlannedUnit.Year {
  init(_ unit: SpendingUnit, _ months: Range<Int>) {
    let from = min(months.lowerBound + unit.noticeMonths, months.upperBound)
    direct = unit.monthly[months].reduce(0, +)
    afterNotice = unit.monthly[from..<months.upperBound].reduce(0, +)
    cutFrom = unit.isPost ? months.lowerBound : from
  }
}

extension SpendingUnit {
  var isPost: Bool {
    if case .post = stop { return true }
    return false
  }

  /// Whether a response step has anything to do with this unit.
  func acts(at step: Int) -> Bool {
    switch stop {
    case .postpone(let own): own == step
    case .post(let hold, let end): hold == step || end == step
    case nil: false
    }
  }
}
