import Probability
import Testing

@testable import Giving

@Suite("columns, shapes and round amounts of a behaviour")
struct DesignTests {
  /// States of every kind: never, single, steady, repeating, volatile, lapsed, returned, written down, tiny, huge.
  static let states: [GivingState] = {
    func gives(_ amounts: [Double], opening: Bool = false) -> GivingState {
      amounts.enumerated().reduce(GivingState.never) { state, entry in
        entry.element < 0
          ? state.missing() : state.giving(entry.element, opening: opening && entry.offset == 0)
      }
    }
    return [
      .never, gives([14]), gives([14, 14, 14], opening: true), gives([12, 15, 11, 17]), gives([14, -1, -1]),
      gives([14, -1, 15]), gives([14, 15]).missing(negative: true), gives([0]), gives([0, 0.7]),
      gives([Elementary.log(1e13)]), gives([3, Elementary.log(1e13)]),
    ]
  }()

  static let surroundings: [Surroundings] = {
    var busy = Surroundings.unknown
    (busy.isGovernment, busy.fundRenewal, busy.contributorActivity) = (false, -1.5, 2)
    (busy.fundActivity, busy.fundBreadth, busy.level, busy.fundTrend) = (1.2, 3, 16, -0.4)
    var lone = Surroundings.unknown
    lone.level = 2
    return [.unknown, busy, lone]
  }()

  private func rows(_ row: (GivingState, Surroundings) -> Row) -> [Row] {
    DesignTests.states.filter { $0.last != nil }.flatMap { state in
      DesignTests.surroundings.map { row(state, $0) }
    }
  }

  @Test("each design fills as many columns as it names, finite, and leaves the others zero")
  func columns() {
    let designs: [([String], [Row])] = [
      (ParticipationDesign.names, rows { ParticipationDesign.row($0, $1, unknownActivity: 0.3) }),
      (RepeatDesign.names, rows { RepeatDesign.row($0, last: $0.last ?? 0, $1) }),
      (ChangeDesign.names, rows { ChangeDesign.row($0, last: $0.last ?? 0, $1) }),
      (SpreadDesign.names, rows { SpreadDesign.row($0, last: $0.last ?? 0, $1) }),
    ]
    for (names, rows) in designs {
      #expect(names.count <= Row.scalarCount && Set(names).count == names.count)
      for column in 0..<Row.scalarCount {
        #expect(rows.allSatisfy { $0[column].isFinite })
        let used = rows.contains { $0[column] != 0 }
        #expect(used == (column < names.count), "\(names) \(column)")
      }
      #expect(rows.allSatisfy { $0[0] == 1 })
    }
  }

  @Test("a row times coefficients is their sum of products")
  func products() {
    let row = Row((0..<16).map { Double($0 + 1) })
    #expect(row.times(Row(coefficients: [2, 0, 1])) == 5)
    #expect(row.times(Row(coefficients: Array(repeating: 1, count: 16))) == 136)
  }

  @Test("the table of residuals never falls, ends at its first and last figure, and is normal without data")
  func residuals() {
    let residuals = (0..<500).map { (index: Int) -> (value: Double, dollars: Double) in
      let place: Int = (index * 37) % 101
      return (value: Double(place) / 10 - 5, dollars: index % 2 == 0 ? 9 : 15)
    }
    let made = ResidualTable(residuals)
    for table in [ResidualTable([]), made, ResidualTable([(4, 9)])] {
      #expect(table.small.count == ResidualTable.size && table.large.count == ResidualTable.size)
      for dollars in [0.0, 13.99, 14, 30] {
        let values: [Double] = (0...1000).map { table.value(at: Double($0) / 1000, dollars: dollars) }
        #expect(zip(values, values.dropFirst()).allSatisfy { $0 <= $1 })
        let shape = dollars < ResidualTable.largeFrom ? table.small : table.large
        #expect(values.first == shape.first && values.last == shape.last)
        #expect(values.allSatisfy { $0.isFinite })
      }
    }
    let normal = ResidualTable([])
    #expect(abs(normal.value(at: 0.5, dollars: 9)) < 1e-12)
    let distance = normal.small.reduce(0) { $0 + abs($1) } / 101
    #expect(abs(distance - 1) < 0.01)
    #expect(made.small.allSatisfy { (-5...5).contains($0) })
  }

  @Test("few large gifts take the shape of all")
  func fewLarge() {
    let values = (0..<200).map { Double($0) / 100 - 1 }
    let all = ResidualTable(values.map { ($0, 9) }).small
    let table = ResidualTable(values.enumerated().map { ($0.element, $0.offset < 10 ? 15 : 9) })
    #expect(table.large == all && table.small != all)
  }

  @Test(
    "one leading digit, or one and a half, is round, to a millionth of the unit it counts in",
    arguments: [
      (1, true), (10, true), (15, true), (25, true), (95, true), (12, false), (101, false), (123_45, false),
      (1_000_000, true), (1_050_000, false), (9_500_000_000_000, true), (9_999_000_000_000, false),
      (9_999_999_999_999, true),
    ] as [(Int, Bool)])
  func round(_ cents: Int, _ expected: Bool) {
    #expect(RoundAmount.isRound(Elementary.log(Double(cents))) == expected)
  }

  @Test("the nearest round amount is round, within five per cent and a half step, for every size")
  func nearest() {
    for power in 0...13 {
      for part in 0..<90 {
        let amount = Elementary.log(1 + Double(part) / 10) + Double(power) * Elementary.log(10)
        let rounded = RoundAmount.nearest(amount)
        #expect(RoundAmount.isRound(rounded), "\(amount)")
        // Half a step of 0.5 on a mantissa of one and a quarter is the farthest.
        #expect(abs(rounded - amount) <= Elementary.log(1.25) + 1e-9, "\(amount)")
        #expect(abs(RoundAmount.nearest(rounded) - rounded) < 1e-9)
      }
    }
    #expect(RoundAmount.nearest(0) == 0)
    #expect(RoundAmount.nearest(-7) == 0)
    #expect(abs(Elementary.exp(RoundAmount.nearest(Elementary.log(1_234_567))) - 1_000_000) < 1e-6)
    #expect(abs(Elementary.exp(RoundAmount.nearest(Elementary.log(9_900_000))) - 10_000_000) < 1e-5)
  }

  @Test("no draw moves an amount by more than four logarithms, rounded or not, whatever the state")
  func bound() throws {
    for behaviour in [Behaviour.stated, sharpBehaviour(repeats: hardlyEver)] {
      let sampler = try BehaviourSampler(behaviour)
      let stream = RandomStream(seed: 3, named: "bound")
      for path in 0..<200 as Range<UInt64> {
        let draw = sampler.draw(stream, path: path)
        for (index, state) in DesignTests.states.enumerated() {
          let (again, change) = stream.uniforms(path: path, draw: UInt64(100 + index))
          let last = state.last ?? 11
          for (round, shift) in [(1.0, 0.0), (0, 0), (1, 9), (0, 9), (1, -9), (0, -9)] {
            let next = draw.amount(
              after: state, last: last, home: state.usual ?? last, DesignTests.surroundings[index % 3],
              SIMD4(again, change, round, 0), shape: behaviour.residuals, shift: shift)
            #expect(abs(next - last) <= ChangeDesign.longestStep + 1e-12)
            #expect(ChangeDesign.range(after: last, home: state.usual ?? last).contains(next))
          }
        }
      }
    }
  }
}
