/// Which unit and which period each row of a panel belongs to; unbalanced panels and gaps are allowed.
///
/// Periods follow each other in the order of their levels.
public struct PanelIndex: Sendable, Equatable {
  /// The units: states, firms, contributors.
  public let units: Grouping
  /// The periods: years, months.
  public let periods: Grouping
  /// The rows, unit by unit in the order of the levels and within a unit from period to period.
  public let order: [Int]

  /// An index from the units and the periods of the same rows.
  ///
  /// - Throws: `lengthMismatch`, or `duplicatePeriod` naming the rows if a unit has two rows of one period.
  public init(units: Grouping, periods: Grouping) throws(RegressionError) {
    guard units.codes.count == periods.codes.count else {
      throw .lengthMismatch(what: "periods", expected: units.codes.count, found: periods.codes.count)
    }
    self.units = units
    self.periods = periods
    order = units.codes.indices.sorted {
      (units.codes[$0], periods.codes[$0], $0) < (units.codes[$1], periods.codes[$1], $1)
    }
    for (row, next) in zip(order, order.dropFirst()) where isSame(row, next) {
      throw .duplicatePeriod(
        unit: units.levels[Int(units.codes[row])], period: periods.levels[Int(periods.codes[row])],
        rows: order.filter { isSame($0, row) })
    }
  }

  private func isSame(_ row: Int, _ other: Int) -> Bool {
    units.codes[row] == units.codes[other] && periods.codes[row] == periods.codes[other]
  }

  /// The number of rows.
  public var rows: Int { order.count }

  /// Whether every unit has a row for every period.
  public var isBalanced: Bool { rows == units.levels.count * periods.levels.count }

  /// The index of some rows.
  public func selecting(rows kept: [Int]) throws(RegressionError) -> PanelIndex {
    try PanelIndex(units: units.selecting(rows: kept), periods: periods.selecting(rows: kept))
  }
}
