/// I_x(a, b), the regularised incomplete beta function, for a, b > 0 and x from 0 to 1; relative error about
/// 1e-14.
///
/// By the continued fraction of DLMF 8.17.22, on the side where it converges fast; where one parameter is
/// far larger than the other, by incomplete gamma functions.
public func regularisedBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
  guard a > 0, b > 0, x >= 0, x <= 1 else { return .nan }
  if x == 0 || x == 1 { return x }
  return regularisedBeta(BetaPoint(x), a, b)
}

/// I_x(a, b) at a point whose both ends are known exactly.
func regularisedBeta(_ point: BetaPoint, _ a: Double, _ b: Double) -> Double {
  point.x.high <= (a + 1) / (a + b + 2) ? betaTail(point, a, b) : 1 - betaTail(point.mirrored, b, a)
}

/// I_x(a, b) for an x below the mean or hardly above it.
private func betaTail(_ point: BetaPoint, _ a: Double, _ b: Double) -> Double {
  guard point.logX.high > -.infinity else { return 0 }
  let share = BetaByGammas.covers(point, a, b) ? BetaByGammas(a, b).lower(point) : betaFraction(point, a, b)
  return min(1, share)
}

/// x^a y^b / B(a, b) divided by the fraction beta0 + alpha1 / (beta1 + alpha2 / (beta2 + ...)).
///
/// The even part of DLMF 8.17.22 with a y - b x kept apart: up to n = b every term is positive, so nothing
/// cancels (Didonato and Morris 1992, equations 9.1 to 9.3).
private func betaFraction(_ point: BetaPoint, _ a: Double, _ b: Double) -> Double {
  let (x, y) = (point.x.high, point.y.high)
  let distance = (point.y * a - point.x * b).value + 1
  var fraction = ContinuedFraction(start: a / (a + 1) * distance)
  var n = 1.0
  while n < 1e5 {
    let ratio = n * (b - n) * x / (a + 2 * n - 1)
    let alpha = ratio * ((a + n - 1) / (a + 2 * n - 1)) * (a + b + n - 1) * x
    let beta = n + ratio + (a + n) / (a + 2 * n + 1) * (distance + n * (1 + y))
    guard fraction.extend(alpha, beta) else { break }
    n += 1
  }
  return betaFactor(point, a, b) / fraction.value
}

/// x^a y^b / B(a, b) = sqrt(a b / (2 pi n)) exp(a ln(x n / a) + b ln(y n / b) + delta(n) - delta(a) -
/// delta(b)), n = a + b: without large differences.
func betaFactor(_ point: BetaPoint, _ a: Double, _ b: Double) -> Double {
  let sum = Pair(sum: a, b)
  let logSum = Pair.log(sum)
  let first = (point.logX + (logSum - Pair.log(a))) * a
  let second = (point.logY + (logSum - Pair.log(b))) * b
  let rest = stirlingError(sum.high) - stirlingError(a) - stirlingError(b)
  let larger = max(a, b)
  return (min(a, b) * 0.15915494309189535 * (larger / sum.high)).squareRoot()
    * (first + second + rest).exponential
}
