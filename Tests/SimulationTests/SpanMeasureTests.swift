import Budgeting
import Finance
import Outlook
import Records
import Scenarios
import TestSupport
import Testing

@testable import Simulation

@Suite("a shortfall in some year of a span")
struct SpanMeasureTests {
  @Test("one year is that year, all years are the chance by the last, more years are no less")
  func spans() throws {
    let assumptions = try SimulationTests.assumptions(.sample(paths: 600))
    let years = assumptions.timeline.years.map(\.year)
    let (first, last) = (years[0], years[years.count - 1])
    let spans = years.map { $0...$0 } + years.dropFirst().map { first...$0 } + [first - 3...first - 1]
    let ensemble = try Simulator(
      assumptions, threads: 2, measures: spans.map { SpanMeasure(assumptions, fund: 0, years: $0) }
    ).run()
    let fund = assumptions.funds[0].fund.id
    func count(_ span: ClosedRange<Int>) -> Int {
      ensemble.isPositive(SpanMeasure.name(fund: fund, years: span)).count
    }
    for (index, year) in years.enumerated() {
      #expect(count(year...year) == ensemble.frequency(of: .shortfall, fund: 0, year: index).count)
      #expect(count(first...year) == ensemble.frequency(of: .shortfall, fund: 0, by: index).count)
    }
    #expect(count(first...last) >= count(last...last))
    #expect(count(first - 3...first - 1) == 0)
  }
}
