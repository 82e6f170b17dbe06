import Budgeting
import Finance
import Outlook
import Probability
import Records
import Vectors

/// Events of a fund taken together: up to a year, and two in one year. Columns of 1 where it is so, and 0.
struct EventMeasure: PathMeasure {
  private let layout: PathLayout
  private let fund: Int
  private let id: String
  private let labels: [Int]

  /// Two events in the same year.
  static let pairs: [(YearEvent, YearEvent)] = [(.shortfall, .breach), (.shortfall, .cashOut)]

  init(_ assumptions: Assumptions, fund: Int) {
    layout = PathLayout(assumptions)
    (self.fund, id) = (fund, assumptions.funds[fund].fund.id)
    labels = assumptions.timeline.years.map(\.year)
  }

  var columns: [MeasuredColumn] {
    let events = YearEvent.allCases.flatMap { event in labels.map { event.byThen(fund: id, year: $0) } }
    let both = EventMeasure.pairs.flatMap { pair in labels.map { pair.0.with(pair.1, fund: id, year: $0) } }
    return (events + both).map { MeasuredColumn($0, .frequency) }
  }

  func fill(_ block: PathBlock, from first: Int) {
    for (index, event) in YearEvent.allCases.enumerated() {
      fillByThen(event, block, first + index * layout.years)
    }
    let start = first + YearEvent.allCases.count * layout.years
    for (index, pair) in EventMeasure.pairs.enumerated() { fill(pair, block, start + index * layout.years) }
  }

  /// Whether it happened in this year or an earlier one.
  private func fillByThen(_ event: YearEvent, _ block: PathBlock, _ first: Int) {
    for vector in 0..<block.vectors {
      var happened = LaneMask(false)
      for year in labels.indices {
        let now = event.happens(block, layout.fund(event.measure, fund: fund, year: year), vector)
        happened = (happened .| now)
        block[first + year, vector] = happened.only(Lanes(1))
      }
    }
  }

  private func fill(_ pair: (YearEvent, YearEvent), _ block: PathBlock, _ first: Int) {
    for year in labels.indices {
      let one = layout.fund(pair.0.measure, fund: fund, year: year)
      let two = layout.fund(pair.1.measure, fund: fund, year: year)
      for vector in 0..<block.vectors {
        let both = pair.0.happens(block, one, vector) .& pair.1.happens(block, two, vector)
        block[first + year, vector] = both.only(Lanes(1))
      }
    }
  }
}

/// Shortfalls of several funds in one year. Columns of 1 where it is so, and 0.
struct SharedShortfall: PathMeasure {
  private let layout: PathLayout
  private let labels: [Int]

  init(_ assumptions: Assumptions) {
    layout = PathLayout(assumptions)
    labels = assumptions.timeline.years.map(\.year)
  }

  static func any(in year: Int) -> MeasureName {
    MeasureName("shortfall-of-any-fund", fund: MeasureName.centre, year: year)
  }

  static func several(in year: Int) -> MeasureName {
    MeasureName("shortfall-of-several-funds", fund: MeasureName.centre, year: year)
  }

  var columns: [MeasuredColumn] {
    labels.flatMap { [SharedShortfall.any(in: $0), SharedShortfall.several(in: $0)] }
      .map { MeasuredColumn($0, .frequency) }
  }

  func fill(_ block: PathBlock, from first: Int) {
    for year in labels.indices {
      for vector in 0..<block.vectors {
        var count = Lanes(0)
        for fund in 0..<layout.funds {
          let column = layout.fund(.shortfall, fund: fund, year: year)
          count += YearEvent.shortfall.happens(block, column, vector).only(Lanes(1))
        }
        block[first + 2 * year, vector] = (count .> 0).only(Lanes(1))
        block[first + 2 * year + 1, vector] = (count .> 1).only(Lanes(1))
      }
    }
  }
}

extension YearEvent {
  func byThen(fund: String, year: Int) -> MeasureName {
    MeasureName("\(rawValue)-by-year-end", fund: fund, year: year)
  }

  func with(_ other: YearEvent, fund: String, year: Int) -> MeasureName {
    MeasureName("\(rawValue)-and-\(other.rawValue)", fund: fund, year: year)
  }
}
