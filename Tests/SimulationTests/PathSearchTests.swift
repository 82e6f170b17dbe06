import Budgeting
import Outlook
import Records
import Scenarios
import TestSupport
import Testing

@testable import Simulation

@Suite("looking for paths")
struct PathSearchTests {
  private let assumptions: Assumptions
  private let ensemble: Ensemble

  init() throws {
    assumptions = try SimulationTests.assumptions(.sample(paths: 1700))
    ensemble = try Simulator(assumptions, threads: 2).run()
  }

  private let received = PathQuantity.fund(.received, fund: 0, year: 1)

  @Test("as many paths are found as were counted, with one and three threads")
  func counted() throws {
    let layout = PathLayout(assumptions)
    var asked = 0
    for giver in 0..<layout.givers {
      let pays = PathQuestion.happens([
        PathCondition(.received(giver: giver, year: 0), is: .positive)
      ])
      let one = try Simulator(assumptions, threads: 1).find([pays], limit: 1700)[0]
      #expect(one.paths.count == ensemble.pays(giver: giver, year: 0).count)
      #expect(one.paths == one.paths.sorted())
      #expect(try Simulator(assumptions, threads: 3).find([pays], limit: 1700)[0] == one)
      asked += one.paths.count
    }
    #expect(asked > 0)
  }

  @Test("a condition and its opposite share all paths between them")
  func opposite() throws {
    let name = YearEvent.shortfall.byThen(fund: assumptions.funds[0].fund.id, year: 2021)
    let quantity =
      ensemble.isMeasured(name).count > 0
      ? PathQuantity.measured(name) : .fund(.shortfall, fund: 0, year: 0)
    let found = try Simulator(assumptions, threads: 2).find(
      [
        .happens([PathCondition(quantity, is: .positive)]),
        .happens([PathCondition(quantity, is: .notPositive)]),
        .happens([PathCondition(quantity, is: .positive), PathCondition(quantity, is: .notPositive)]),
      ], limit: 1700)
    #expect(Set(found[0].paths).isDisjoint(with: found[1].paths))
    #expect(found[0].paths.count + found[1].paths.count == 1700)
    #expect(found[2].paths.isEmpty)
  }

  @Test("no more paths than asked for, the first ones, and each shows it when seen alone")
  func first() throws {
    let simulator = Simulator(assumptions, threads: 2)
    let question = PathQuestion.happens([PathCondition(received, is: .positive)])
    let all = try simulator.find([question], limit: 1700)[0].paths
    let few = try simulator.find([question], limit: 3)[0].paths
    #expect(few == Array(all.prefix(3)))
    for path in few { #expect(try #require(simulator.path(path)[received]) > 0) }
  }

  @Test("the path of a quantile has its value, or the nearest one")
  func nearest() throws {
    let simulator = Simulator(assumptions, threads: 3)
    let summary = try #require(ensemble.summary(.received, fund: 0, year: 1))
    let target = summary.quantiles[6]
    let answer = try simulator.find([.nearest(received, to: target)], limit: 1)[0]
    let path = try #require(answer.paths.first)
    #expect(try simulator.path(path)[received] == answer.value)
    let distance = (try #require(answer.value) - target).magnitude
    for other in stride(from: 0, to: 1700, by: 97) {
      let value = try #require(simulator.path(other)[received])
      #expect((value - target).magnitude >= distance)
    }
  }

  @Test("what is not measured is found nowhere, and a search can be stopped")
  func unknown() throws {
    let name = PathQuantity.measured(MeasureName("no-such-measure", fund: "core", year: 2021))
    let simulator = Simulator(assumptions, threads: 1)
    let found = try simulator.find(
      [.happens([PathCondition(name, is: .positive)]), .nearest(name, to: 0)], limit: 5)
    #expect(found.allSatisfy { $0.paths.isEmpty && $0.value == nil })
    #expect(try simulator.path(3)[name] == nil)
    #expect(throws: Interrupted.self) {
      try simulator.find([.nearest(received, to: 0)], limit: 5, isCancelled: { true })
    }
  }
}
