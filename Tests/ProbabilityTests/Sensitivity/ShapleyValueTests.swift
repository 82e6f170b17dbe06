import Testing

@testable import Probability

@Suite("Shapley values: parts of a total")
struct ShapleyValueTests {
  /// Values of every set of `players` players.
  private func game(_ players: Int, _ value: (Set<Int>) -> Int) -> [Int] {
    (0..<(1 << players)).map { set in value(Set((0..<players).filter { set & (1 << $0) != 0 })) }
  }

  /// Whole numbers that look like chance, from the generator of the simulation.
  private func anyGame(_ players: Int, seed: UInt32, scale: Double) -> [Int] {
    let stream = RandomStream(seed: seed, variable: 7)
    return (0..<(1 << players)).map { Int((stream.uniform(path: UInt64($0), draw: 0) - 0.5) * scale) }
  }

  @Test("the glove game: one left glove, two right ones; by hand 4/6, 1/6, 1/6")
  func gloves() {
    let values = game(3) { $0.contains(0) && $0.count > 1 ? 600 : 0 }
    #expect(ShapleyValue(values).parts == [400, 100, 100])
    #expect(ShapleyValue(values).shares == [400, 100, 100])
  }

  @Test("two players: each gets half of what only both bring")
  func two() {
    // v(1) = 10, v(2) = 20, v(12) = 50: 10 + 20/2 and 20 + 20/2.
    #expect(ShapleyValue([0, 10, 20, 50]).parts == [20, 30])
  }

  @Test("nobody, and one who takes all")
  func few() {
    #expect(ShapleyValue([42]).parts == [])
    #expect(ShapleyValue([7, -35]).parts == [-42])
  }

  @Test("a total that does not divide: remainders to the largest, the earlier of equals")
  func remainders() {
    // Three alike share 100: a third each, and one is left over.
    let values = game(3) { $0.count == 3 ? 100 : 0 }
    #expect(ShapleyValue(values).parts == [34, 33, 33])
    // phi = (0.5, 1.5): 1 is left over between equal remainders.
    #expect(ShapleyValue([0, 0, 1, 2]).parts == [1, 1])
  }

  @Test("parts add to the total exactly", arguments: 0...10)
  func efficiency(players: Int) {
    for seed in 1...20 as ClosedRange<UInt32> {
      let values = anyGame(players, seed: seed, scale: 1e15)
      let parts = ShapleyValue(values).parts
      #expect(parts.reduce(0, +) == values[values.count - 1] - values[0])
      for (part, share) in zip(parts, ShapleyValue(values).shares) {
        #expect((Double(part) - share).magnitude <= 1)
      }
    }
  }

  @Test("none and all exchanged, every part changes its sign", arguments: 1...8)
  func opposite(players: Int) {
    for seed in 1...50 as ClosedRange<UInt32> {
      // Small numbers, so that equal remainders are common.
      let values = anyGame(players, seed: seed, scale: 9)
      let turned = Array(values.reversed())
      #expect(ShapleyValue(turned).parts == ShapleyValue(values).parts.map { -$0 })
    }
  }

  @Test("one who adds nothing gets nothing, and two alike get the same")
  func axioms() {
    let values = game(5) { set in
      let alike = (set.contains(1) ? 1 : 0) + (set.contains(3) ? 1 : 0)
      return alike * alike * 1200 + (set.contains(0) ? 600 : 0) * (1 + alike)
    }
    let parts = ShapleyValue(values).parts
    #expect(parts[2] == 0)
    #expect(parts[4] == 0)
    #expect(parts[1] == parts[3])
  }

  @Test("the sum of two games has the sum of the shares")
  func additivity() {
    let (one, two) = (anyGame(4, seed: 1, scale: 1e6), anyGame(4, seed: 2, scale: 1e6))
    let sum = ShapleyValue(zip(one, two).map { $0 + $1 }).shares
    for (share, parts) in zip(sum, zip(ShapleyValue(one).shares, ShapleyValue(two).shares)) {
      #expect((share - parts.0 - parts.1).magnitude < 1e-6)
    }
  }

  @Test("largest amounts of a book times largest counts of futures stay exact")
  func extremes() {
    let values = game(12) { $0.count % 2 == 0 ? -(1 << 60) : 1 << 60 }
    #expect(ShapleyValue(values).parts.reduce(0, +) == 0)
  }
}
