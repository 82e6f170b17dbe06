/// A total split among players by what each adds, on average over all orders in which they may join.
///
/// phi_i = sum over sets S without i of |S|! (n - |S| - 1)! / n! (v(S + i) - v(S)). The parts add to v(all) - v(none);
/// a player that never adds anything gets nothing; two that always add the same get the same; the roles of all and none
/// exchanged, every part changes its sign. Source: Shapley 1953.
///
/// Values are whole numbers (cents, counts), so that nothing is rounded before the parts are.
public struct ShapleyValue: Sendable, Hashable {
  /// Most players: 2^12 values, and n! times a difference of 2^62 within 128 bits.
  public static let mostPlayers = 12

  /// By player: n! phi_i, exactly.
  private let numerators: [Int128]
  /// n!
  private let denominator: Int128

  /// - Parameter values: of every set of players, 2^n of them; player i is in the set of an index whose bit i is 1.
  public init(_ values: [Int]) {
    let players = values.count.trailingZeroBitCount
    precondition(
      values.count == 1 << players && players <= ShapleyValue.mostPlayers,
      "\(values.count) values are not those of every set of up to \(ShapleyValue.mostPlayers) players")
    let factorials = ShapleyValue.factorials(players)
    denominator = factorials[players]
    numerators = (0..<players).map { player in
      var sum: Int128 = 0
      for set in values.indices where set & (1 << player) == 0 {
        let size = set.nonzeroBitCount
        let weight = factorials[size] * factorials[players - size - 1]
        sum += weight * (Int128(values[set | 1 << player]) - Int128(values[set]))
      }
      return sum
    }
  }

  /// 0!, 1!, ... n!
  private static func factorials(_ n: Int) -> [Int128] {
    var result: [Int128] = [1]
    for factor in 0..<n { result.append(result[factor] * Int128(factor + 1)) }
    return result
  }

  /// The parts, each rounded to the nearest double: as near as they come, their sum not exactly the total.
  public var shares: [Double] {
    numerators.map { numerator in
      let (whole, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
      return Double(whole) + Double(rest) / Double(denominator)
    }
  }

  /// The parts in whole numbers that add to the total exactly: all are rounded down, and what is missing goes to those
  /// with the largest remainders, the earlier of equals.
  ///
  /// A negative total is split as its opposite would be, so that the parts of opposite games are opposite.
  public var parts: [Int] {
    let sum = numerators.reduce(0, +)
    let isNegative = sum < 0 || (sum == 0 && (numerators.first { $0 != 0 } ?? 0) < 0)
    guard isNegative else { return rounded(numerators) }
    return rounded(numerators.map { -$0 }).map { -$0 }
  }

  private func rounded(_ numerators: [Int128]) -> [Int] {
    let floors = numerators.map(floor)
    let remainders = zip(numerators, floors).map { $0 - $1 * denominator }
    let missing = Int(remainders.reduce(0, +) / denominator)
    let largest = remainders.indices.sorted {
      remainders[$0] == remainders[$1] ? $0 < $1 : remainders[$0] > remainders[$1]
    }
    var parts = floors.map { Int($0) }
    for player in largest.prefix(missing) { parts[player] += 1 }
    return parts
  }

  private func floor(_ numerator: Int128) -> Int128 {
    let (whole, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
    return rest < 0 ? whole - 1 : whole
  }
}
