/// Where a function of one or three numbers is least: looks around first, then closes in. The same steps each
/// time.
enum Search {
  /// On an interval: the best of 33 equally spaced places, then golden section between its neighbours.
  static func smallest(_ range: ClosedRange<Double>, _ value: (Double) -> Double) -> Double {
    let step = (range.upperBound - range.lowerBound) / 32
    let places = (0...32).map { min(range.lowerBound + Double($0) * step, range.upperBound) }
    let values = places.map(value)
    let best = values.indices.min { values[$0] < values[$1] }!
    let found = goldenSection(places[max(best - 1, 0)], places[min(best + 1, 32)], value)
    return value(found) < values[best] ? found : places[best]
  }

  private static func goldenSection(_ low: Double, _ high: Double, _ value: (Double) -> Double) -> Double {
    let ratio = (5.0.squareRoot() - 1) / 2
    var (low, high) = (low, high)
    var (left, right) = (high - ratio * (high - low), low + ratio * (high - low))
    var (atLeft, atRight) = (value(left), value(right))
    while high - low > 1e-9 {
      if atLeft < atRight {
        (high, right, atRight) = (right, left, atLeft)
        left = high - ratio * (high - low)
        atLeft = value(left)
      } else {
        (low, left, atLeft) = (left, right, atRight)
        right = low + ratio * (high - low)
        atRight = value(right)
      }
    }
    return (low + high) / 2
  }

  /// In the unit cube (a vector's first three numbers): the best of what pattern searches find from the best
  /// of 5 x 4 places at each of seven values of the first number, for a likelihood may have several peaks.
  static func smallestInCube(_ value: (SIMD4<Double>) -> Double) -> SIMD4<Double> {
    var (best, least) = (SIMD4<Double>.zero, Double.infinity)
    for first in 0..<7 {
      let found = patternSearch(from: bestInPlane(Double(first) / 6, value), value)
      if found.value < least { (best, least) = (found.place, found.value) }
    }
    return best
  }

  private static func bestInPlane(
    _ first: Double, _ value: (SIMD4<Double>) -> Double
  ) -> (place: SIMD4<Double>, value: Double) {
    var (best, least) = (SIMD4<Double>.zero, Double.infinity)
    for second in 0..<5 {
      for third in 0..<4 {
        _ = improve(&best, &least, SIMD4(first, Double(second) / 4, Double(third) / 3, 0), value)
      }
    }
    return (best, least)
  }

  /// Hooke and Jeeves (1961), steps from 0.1 down to 1e-6.
  private static func patternSearch(
    from start: (place: SIMD4<Double>, value: Double), _ value: (SIMD4<Double>) -> Double
  ) -> (place: SIMD4<Double>, value: Double) {
    var (best, least) = start
    var step = 0.1
    while step > 1e-6 {
      let before = best
      guard explore(&best, &least, step, value) else {
        step /= 2
        continue
      }
      // A step that helped is tried again, twice as far each time.
      var leap = best - before
      while improve(&best, &least, inside(best + leap), value) { leap *= 2 }
    }
    return (best, least)
  }

  /// Steps along each axis that make the value smaller.
  private static func explore(
    _ best: inout SIMD4<Double>, _ least: inout Double, _ step: Double, _ value: (SIMD4<Double>) -> Double
  ) -> Bool {
    var helped = false
    for axis in 0..<3 {
      for direction in [step, -step] {
        var place = best
        place[axis] += direction
        if improve(&best, &least, inside(place), value) {
          helped = true
          break
        }
      }
    }
    return helped
  }

  private static func improve(
    _ best: inout SIMD4<Double>, _ least: inout Double, _ place: SIMD4<Double>,
    _ value: (SIMD4<Double>) -> Double
  ) -> Bool {
    let found = value(place)
    guard found < least else { return false }
    (best, least) = (place, found)
    return true
  }

  private static func inside(_ place: SIMD4<Double>) -> SIMD4<Double> {
    place.clamped(lowerBound: .zero, upperBound: .one)
  }
}
