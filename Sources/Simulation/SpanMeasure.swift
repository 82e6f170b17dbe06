import Budgeting
import Finance
public import Outlook
import Probability
import Records
import Vectors

/// Whether a shortfall of a fund comes in some year of a span, for runs whose projections begin in different years.
public struct SpanMeasure: PathMeasure {
  private let layout: PathLayout
  private let fund: Int
  private let years: [Int]
  private let name: MeasureName

  /// - Parameter years: fiscal years; those outside the projection have no shortfall.
  public init(_ assumptions: Assumptions, fund: Int, years: ClosedRange<Int>) {
    layout = PathLayout(assumptions)
    self.fund = fund
    self.years = assumptions.timeline.years.indices.filter {
      years.contains(assumptions.timeline.years[$0].year)
    }
    name = SpanMeasure.name(fund: assumptions.funds[fund].fund.id, years: years)
  }

  /// What `Ensemble.isPositive` is asked for.
  public static func name(fund: String, years: ClosedRange<Int>) -> MeasureName {
    MeasureName("shortfall-from-\(years.lowerBound)", fund: fund, year: years.upperBound)
  }

  public var columns: [MeasuredColumn] { [MeasuredColumn(name, .frequency)] }

  public func fill(_ block: PathBlock, from first: Int) {
    for vector in 0..<block.vectors {
      var happened = LaneMask(false)
      for year in years {
        let column = layout.fund(.shortfall, fund: fund, year: year)
        happened = (happened .| YearEvent.shortfall.happens(block, column, vector))
      }
      block[first, vector] = happened.only(Lanes(1))
    }
  }
}
