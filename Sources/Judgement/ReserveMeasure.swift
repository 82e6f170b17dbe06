import Budgeting
import Finance
import Outlook
import Probability
import Records
import Simulation
import Vectors

/// How long a fund's cash lasts, and how much of its reserve is there, at the end of a year on every path.
struct ReserveMeasure: PathMeasure {
  let columns: [MeasuredColumn]
  private let free: Int
  private let closing: Int
  private let spent: Int
  /// The same on every path.
  private let required: Double
  private let months: Double

  static let indicators = ["reserve-ratio", "months-of-spending"]

  init(_ assumptions: Assumptions, fund: Int, year: Int) {
    let layout = PathLayout(assumptions)
    free = layout.fund(.freeCash, fund: fund, year: year)
    closing = layout.fund(.closingCash, fund: fund, year: year)
    spent = layout.fund(.spent, fund: fund, year: year)
    required = assumptions.funds[fund].reserveRequired[year]
    months = Double(assumptions.timeline.months(of: year).count)
    let (id, label) = (assumptions.funds[fund].fund.id, assumptions.timeline.years[year].year)
    columns = ReserveMeasure.indicators.map {
      MeasuredColumn(MeasureName($0, fund: id, year: label), .indicator(isWhole: false))
    }
  }

  func fill(_ block: PathBlock, from first: Int) {
    for vector in 0..<block.vectors {
      let spending = block[spent, vector]
      block[first, vector] = required > 0 ? block[free, vector] / required : Lanes(.nan)
      block[first + 1, vector] = (spending .> 0).select(
        block[closing, vector] / (spending / months), Lanes(.nan))
    }
  }
}
