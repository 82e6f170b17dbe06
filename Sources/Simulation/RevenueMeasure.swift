import Budgeting
import Finance
import Giving
import Outlook
import Probability
import Records
import Vectors

/// Revenue of a fund from all its givers, year by year. Its cash from them is `FundMeasure.received`.
struct RevenueMeasure: PathMeasure {
  private let layout: PathLayout
  private let givers: [Int]
  private let names: [MeasureName]
  private let levels: [Double]

  init(_ assumptions: Assumptions, fund: Int, levels: [Double]) {
    layout = PathLayout(assumptions)
    let id = assumptions.funds[fund].fund.id
    givers = assumptions.givers.indices.filter { assumptions.givers[$0].giver.fund == id }
    names = assumptions.timeline.years.map { MeasureName("recognised", fund: id, year: $0.year) }
    self.levels = levels
  }

  var columns: [MeasuredColumn] {
    names.map { MeasuredColumn($0, SampleQuestion(levels: levels, isWhole: true)) }
  }

  func fill(_ block: PathBlock, from first: Int) {
    for year in names.indices {
      for vector in 0..<block.vectors {
        var sum = Lanes(0)
        for giver in givers { sum += block[layout.recognised(giver: giver, year: year), vector] }
        block[first + year, vector] = sum
      }
    }
  }
}

extension Ensemble {
  /// Revenue of a fund from all its givers, at the levels of the simulator.
  public func recognised(fund: Int, year: Int, levels: [Double]) -> Summary? {
    summary(revenue(fund, year), levels: levels)
  }

  /// On how many paths a fund has any revenue from its givers.
  public func isRecognised(fund: Int, year: Int) -> Frequency { isPositive(revenue(fund, year)) }

  private func revenue(_ fund: Int, _ year: Int) -> MeasureName {
    MeasureName(
      "recognised", fund: assumptions.funds[fund].fund.id, year: assumptions.timeline.years[year].year)
  }
}
