/// The x > 0 at which a tail probability takes a value, by Newton's method in logarithms within a bracket.
///
/// - Parameters:
///   - target: the probability, above 0.
///   - rising: whether the probability grows with x (a lower tail) or falls (an upper one).
///   - start: where to begin, above zero and finite.
///   - measure: the probability at an x and its absolute derivative by ln x.
/// - Returns: x to the relative accuracy of the probability divided by its elasticity; infinity or 0 where the
///   answer leaves the range of a double.
func invertTail(
  _ target: Double, rising: Bool, from start: Double,
  measure: (Double) -> (probability: Double, rate: Double)
) -> Double {
  var low = 0.0
  var high = Double.infinity
  var x = start
  for _ in 0..<2000 {
    let (probability, rate) = measure(x)
    let below = (probability < target) == rising
    if below { low = x } else { high = x }
    let distance = Elementary.log(probability / target) * (probability / rate)
    let step = (rising ? -distance : distance)
    if step.magnitude < 1e-9 { return x + x * step }
    let limited = step.isFinite ? max(-3, min(3, step)) : (below ? 1 : -1)
    var next = x * Elementary.exp(limited)
    if next <= low || next >= high { next = high < .infinity ? middle(low, high) : low * 2 }
    if next == x || next == 0 || next == .infinity { return next }
    x = next
  }
  return x
}

/// Between two bounds: their geometric mean, or half the upper one while the lower is zero.
private func middle(_ low: Double, _ high: Double) -> Double {
  low == 0 ? high / 2 : low.squareRoot() * high.squareRoot()
}
