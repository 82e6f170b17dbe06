import LinearAlgebra
import Regression
import Testing

/// Effects with so many levels that they are solved in a narrow order or by iteration, and data that make it slow.
@Suite("Fixed effects of many levels")
struct ManyLevelsTests {
  /// Seventeen chains of 62 units: each unit has two rows, in neighbouring firms.
  static func chains() -> [Grouping] {
    let units = (0..<17 * 124).map { Int32($0 / 2) }
    let firms = units.indices.map { row in Int32(row / 124 * 63 + row % 124 / 2 + row % 2) }
    return [
      Grouping(name: "unit", levels: (0..<17 * 62).map(String.init), codes: units),
      Grouping(name: "firm", levels: (0..<17 * 63).map(String.init), codes: firms),
    ]
  }

  /// What is left is orthogonal to every dummy.
  static func largestSum(_ values: [Double], _ effects: [Grouping]) -> Double {
    var worst = 0.0
    for effect in effects {
      var sums = [Double](repeating: 0, count: effect.levels.count)
      for (row, code) in effect.codes.enumerated() { sums[Int(code)] += values[row] }
      worst = max(worst, sums.map(\.magnitude).max()!)
    }
    return worst
  }

  @Test("chains of firms take many iterations and arrive; each is a part of its own")
  func chains() throws {
    let effects = ManyLevelsTests.chains()
    var numbers = TestNumbers(seed: 8)
    let x = numbers.uniforms(17 * 124)
    let transform = try WithinTransform(effects: effects)
    #expect(transform.parameters == 17 * 62 + 17 * 63 - 17)
    let plain = try transform.residuals(ofColumns: x)
    #expect(ManyLevelsTests.largestSum(plain, effects) < 1e-13)
  }

  @Test("three effects, one of many levels: columns are swept beside each other to the same digits")
  func three() throws {
    var numbers = TestNumbers(seed: 9)
    let effects = [
      numbers.grouping("unit", levels: 1_500, rows: 4_000), numbers.grouping("year", levels: 8, rows: 4_000),
      numbers.grouping("firm", levels: 1_100, rows: 4_000),
    ]
    let columns = numbers.uniforms(8_000)
    let transform = try WithinTransform(effects: effects)
    let swept = try transform.residuals(ofColumns: columns)
    for column in 0..<2 {
      let alone = try transform.residuals(ofColumns: Array(columns[column * 4_000..<(column + 1) * 4_000]))
      #expect(alone == Array(swept[column * 4_000..<(column + 1) * 4_000]))
      #expect(ManyLevelsTests.largestSum(alone, effects) < 1e-11)
    }
  }

  @Test("a ring of firms whose parity is that of the years, on which projections in turn crawl")
  func ring() throws {
    let (rows, firms) = (24_000, 1_044)
    let effects = [
      Grouping(
        name: "unit", levels: (0..<rows / 10).map(String.init), codes: (0..<rows).map { Int32($0 / 10) }),
      Grouping(name: "year", levels: (0..<10).map(String.init), codes: (0..<rows).map { Int32($0 % 10) }),
      Grouping(
        name: "firm", levels: (0..<firms).map(String.init), codes: (0..<rows).map { Int32($0 % firms) }),
    ]
    var numbers = TestNumbers(seed: 10)
    let x = numbers.uniforms(rows)
    let swept = try WithinTransform(effects: effects).residuals(ofColumns: x)
    #expect(ManyLevelsTests.largestSum(swept, effects) < 1e-11)
    let again = try WithinTransform(effects: effects).residuals(ofColumns: swept)
    #expect(zip(swept, again).allSatisfy { ($0 - $1).magnitude < 1e-12 })
  }

  @Test("firms met at random, for which no order makes a narrow factor, are solved by iteration")
  func random() throws {
    var numbers = TestNumbers(seed: 11)
    let effects = [
      numbers.grouping("unit", levels: 4_000, rows: 12_000),
      numbers.grouping("firm", levels: 3_000, rows: 12_000),
    ]
    let x = numbers.uniforms(12_000)
    let swept = try WithinTransform(effects: effects).residuals(ofColumns: x)
    #expect(ManyLevelsTests.largestSum(swept, effects) < 1e-11)
    let again = try WithinTransform(effects: effects).residuals(ofColumns: swept)
    #expect(zip(swept, again).allSatisfy { ($0 - $1).magnitude < 1e-12 })
  }
}
