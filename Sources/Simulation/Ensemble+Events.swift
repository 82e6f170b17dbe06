import Budgeting
import Finance
import Outlook
import Records

/// Events over several years, several events and several funds.
extension Ensemble {
  /// How often an event has happened in some year up to and with `year`.
  public func frequency(of event: YearEvent, fund: Int, by year: Int) -> Frequency {
    isPositive(event.byThen(fund: id(fund), year: label(year)))
  }

  /// How often an event happens in a year for the first time.
  public func frequency(of event: YearEvent, fund: Int, firstIn year: Int) -> Frequency {
    let before = year == 0 ? 0 : frequency(of: event, fund: fund, by: year - 1).count
    return Frequency(count: frequency(of: event, fund: fund, by: year).count - before, paths: paths)
  }

  /// How often an event happens in no year of the projection.
  public func frequency(ofNo event: YearEvent, fund: Int) -> Frequency {
    Frequency(count: paths - frequency(of: event, fund: fund, by: layout.years - 1).count, paths: paths)
  }

  /// Pairs of events whose happening in the same year is counted.
  public static var pairs: [(YearEvent, YearEvent)] { EventMeasure.pairs }

  /// How often both events of a pair happen in the same year.
  public func frequency(of pair: (YearEvent, YearEvent), fund: Int, year: Int) -> Frequency {
    isPositive(pair.0.with(pair.1, fund: id(fund), year: label(year)))
  }

  /// How often the plan of any fund, and how often those of two funds or more, cannot be met in a year.
  public func shortfalls(year: Int) -> (ofAny: Frequency, ofSeveral: Frequency) {
    (isPositive(SharedShortfall.any(in: label(year))), isPositive(SharedShortfall.several(in: label(year))))
  }

  private func id(_ fund: Int) -> String { assumptions.funds[fund].fund.id }
  private func label(_ year: Int) -> Int { assumptions.timeline.years[year].year }
}
