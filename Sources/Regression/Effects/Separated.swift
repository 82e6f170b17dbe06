internal import LinearAlgebra

/// The levels of effects whose responses are all zero, and the rows that are left without them.
struct Separated {
  /// The levels left out, by effect, in the order found.
  private(set) var levels: [SeparatedLevel] = []
  /// The rows kept, in order.
  private(set) var rows: [Int]

  /// Finds levels without a positive response, again while leaving some out makes others.
  init(_ sample: Sample, _ effects: [Grouping]) throws(RegressionError) {
    for effect in effects where effect.codes.count != sample.rows {
      throw .lengthMismatch(
        what: "rows of '\(effect.name)'", expected: sample.rows, found: effect.codes.count)
    }
    rows = (0..<sample.rows).filter { sample.weights == nil || sample.weights![$0] > 0 }
    var before = Int.max
    while rows.count < before {
      before = rows.count
      for effect in effects { drop(effect, sample.response.high) }
    }
  }

  private mutating func drop(_ effect: Grouping, _ response: [Double]) {
    var counts = [Int](repeating: 0, count: effect.levels.count)
    var hasPositive = [Bool](repeating: false, count: effect.levels.count)
    for row in rows {
      counts[Int(effect.codes[row])] += 1
      if response[row] > 0 { hasPositive[Int(effect.codes[row])] = true }
    }
    let found = effect.levels.indices.filter { counts[$0] > 0 && !hasPositive[$0] }
    guard !found.isEmpty else { return }
    levels += found.map { SeparatedLevel(effect: effect.name, level: effect.levels[$0], rows: counts[$0]) }
    rows = rows.filter { hasPositive[Int(effect.codes[$0])] }
  }
}

/// A level of an effect whose responses are all zero: no finite estimate exists for it.
public struct SeparatedLevel: Sendable, Equatable {
  public let effect: String
  public let level: String
  /// How many rows were left out with it.
  public let rows: Int
}
