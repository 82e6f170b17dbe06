import Budgeting
import Judgement
import Simulation
import Testing

@testable import Reporting

@Suite("From opening to closing cash")
struct CashChartTests {
  private func check(_ findings: Findings, fund: Int = 0) throws -> CashChart {
    let own = CashChart(findings, fund: fund)
    let years = findings.ensemble.central.accounts[fund].years
    let last = years[years.count - 1]
    #expect(own.opening == Int(years[0].openingCash) && own.closing == Int(last.closingCash))
    // It foots to the cent.
    #expect(own.opening + own.moves.reduce(0) { $0 + $1.cents } == own.closing)
    #expect(!own.moves.contains { $0.cents == 0 })
    guard let chart = own.chart else { return own }
    guard case .steps(let steps) = chart.layers[0], case .line(let reserve) = chart.layers[1] else {
      throw TestFailure()
    }
    #expect(chart.places.count == steps.count && steps.count == own.moves.count + 2)
    #expect(steps.dropLast().indices.dropFirst().allSatisfy { steps[$0].start == steps[$0 - 1].end })
    #expect(steps[steps.count - 2].end == last.closingCash && steps[steps.count - 1].end == last.closingCash)
    #expect(reserve.values.last == last.reserveRequired)
    #expect(reserve.values.dropLast().allSatisfy { $0 == nil })
    return own
  }

  @Test(
    "it foots to the cent and has few bars in the shipped books",
    arguments: [
      "apctt/baseline", "apctt/host-at-400k", "un-technology-bank/baseline",
      "escap-technical-cooperation/as-of-2020",
    ])
  func shipped(scenario: String) throws {
    let findings = Findings(try ShippedFindings.ensemble(scenario))
    let own = try check(findings, fund: FindingsReader(findings).mainFund)
    #expect(own.moves.count + 2 <= CashChart.most)
  }

  @Test("the founding case: five years of the host's 870,000 are 4,350,000, and cash stands as recorded")
  func founding() throws {
    let own = try check(Findings(try ShippedFindings.ensemble("apctt/baseline")))
    #expect(own.moves[0].name == "Received from India, the host" && own.moves[0].cents == 4_350_000_00)
    let chart = try #require(own.chart)
    #expect(chart.firstProjected == 1 && chart.places.first == "Cash at the beginning of January 2021")
    #expect(chart.places.last == "Cash at the end of December 2025")
    #expect(chart.alternative.contains("Received from India, the host: +4,350,000."))
    #expect(!chart.isInText)
  }

  @Test("it foots at the edges of what a centre may be", arguments: EdgeCase.allCases)
  func edges(edge: EdgeCase) throws {
    let own = try check(WorkbookCase(edge.book, edge.scenario).findings)
    let names = own.moves.map(\.name)
    switch edge {
    case .noContributors: #expect(!names.contains { $0.hasPrefix("Received") })
    case .noHost: #expect(names.first == "Received")
    case .interest: #expect(names.contains("Interest"))
    case .commitments:
      #expect(own.moves.contains { $0.name == "Earlier commitments paid" && $0.cents == -101_00 })
    case .partOfAYear: #expect(own.chart?.places.first == "Cash at the beginning of June 2021")
    default: break
    }
  }
}
