internal import LinearAlgebra

extension RestrictedLikelihood {
  /// Halving steps enough for every bit of a double.
  private static let mostSteps = 200
  /// Ratios looked at, in powers of four about one over the average group's weight.
  private static let exponents = stride(from: -40, through: 60, by: 2)

  /// The ratio at which the restricted likelihood is largest; zero where the variance of the groups is best
  /// left out.
  ///
  /// The slope is followed over 50 powers of four; each place where it turns from falling to rising is a
  /// minimum of the criterion, found by halving with secants, and the least of them (zero included) is taken.
  /// - Throws: `unsupported` if the criterion falls for ever, because nothing varies within groups.
  func maximum() throws(RegressionError) -> Point {
    var best = try point(at: 0)
    var last = best
    for exponent in RestrictedLikelihood.exponents {
      let next = try point(at: Double(sign: .plus, exponent: exponent, significand: 1) / averageTotal)
      if last.slope < 0, next.slope >= 0 {
        let found = try minimum(last, next)
        if found.criterion < best.criterion { best = found }
      }
      last = next
    }
    guard last.slope >= 0 || best.criterion <= last.criterion else {
      throw .unsupported(
        "the variance between groups exceeds that within more than 1e18 times: within groups nothing is left "
          + "to explain; take the between model or drop the grouping")
    }
    return best
  }

  /// The minimum between a point where the criterion falls and one where it rises, by secants of the slope
  /// (the Illinois rule) with halving where they stall.
  private func minimum(_ lower: Point, _ upper: Point) throws(RegressionError) -> Point {
    var (low, high) = (lower, upper)
    var (below, above) = (low.slope, high.slope)
    for step in 0..<RestrictedLikelihood.mostSteps {
      let width = high.ratio - low.ratio
      var middle = low.ratio - below * width / (above - below)
      if step % 3 == 2 || !(middle > low.ratio && middle < high.ratio) { middle = low.ratio + width / 2 }
      guard middle > low.ratio, middle < high.ratio else { break }
      let next = try point(at: middle)
      if next.slope == 0 { return next }
      if next.slope < 0 {
        (low, below) = (next, next.slope)
        above /= 2
      } else {
        (high, above) = (next, next.slope)
        below /= 2
      }
    }
    return -low.slope < high.slope ? low : high
  }
}
