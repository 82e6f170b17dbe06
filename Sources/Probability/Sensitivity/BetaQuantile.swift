/// The x below which a share `p` of a beta distribution lies: I_x(a, b) = p, by bisection to the last digit of a double
/// near 1.
///
/// nan where a or b is not above zero or p lies outside 0 to 1.
public func betaQuantile(_ p: Double, _ a: Double, _ b: Double) -> Double {
  guard a > 0, b > 0, p >= 0, p <= 1 else { return .nan }
  if p == 0 || p == 1 { return p }
  var (low, high) = (0.0, 1.0)
  for _ in 0..<60 {
    let middle = (low + high) / 2
    if regularisedBeta(middle, a, b) < p { low = middle } else { high = middle }
  }
  return (low + high) / 2
}
