/// A point x between 0 and 1 as its odds x / (1 - x), so that both ends and both logarithms keep their
/// digits.
struct BetaPoint {
  /// x and 1 - x.
  let x: Pair
  let y: Pair
  let logX: Pair
  let logY: Pair

  /// The point with odds p / q, both above zero and finite; their product of powers may leave the range of a
  /// double, so that the logarithm of the odds is given with them.
  init(odds: Pair, logOdds: Pair) {
    let small = odds.high <= 1
    let ratio = small ? odds : Pair(1) / odds
    let inverse = small ? logOdds : -logOdds
    let share = Pair(1) / (ratio + 1)
    let logShare = -Pair.log1p(ratio)
    let rest = ratio * share
    (x, y) = small ? (rest, share) : (share, rest)
    (logX, logY) = small ? (inverse + logShare, logShare) : (logShare, inverse + logShare)
  }

  /// The point x, of which 1 - x is taken exactly.
  init(_ x: Double) {
    let rest = Pair(sum: 1, -x)
    let odds = Pair(x) / rest
    self.init(odds: odds, logOdds: Pair.log(x) - Pair.log(rest))
  }

  private init(x: Pair, y: Pair, logX: Pair, logY: Pair) {
    self.x = x
    self.y = y
    self.logX = logX
    self.logY = logY
  }

  /// The point 1 - x.
  var mirrored: BetaPoint { BetaPoint(x: y, y: x, logX: logY, logY: logX) }
}
