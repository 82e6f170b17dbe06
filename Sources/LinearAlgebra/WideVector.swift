/// A vector of double-doubles.
struct WideVector {
  private var elements: [DoubleDouble]

  init(count: Int) { elements = [DoubleDouble](repeating: DoubleDouble(0), count: count) }

  init(_ values: [Double]) { elements = values.map { DoubleDouble($0) } }

  subscript(index: Int) -> DoubleDouble { elements[index] }

  /// The largest magnitude.
  var largest: Double {
    var most = 0.0
    for element in elements { most = max(most, element.hi.magnitude) }
    return most
  }

  mutating func add(_ step: [Double]) {
    for index in elements.indices { elements[index] = elements[index] + step[index] }
  }

  /// The elements put on a grid of 2^-72 of the largest (or of the scale given, if that is larger), then
  /// rounded to double. What lies below half the grid becomes zero.
  func rounded(relativeTo scale: Double = 0) -> [Double] {
    let most = max(largest, scale)
    guard most > 0 else { return elements.map(\.value) }
    let grid = Double(sign: .plus, exponent: most.exponent - 72, significand: 1)
    return elements.map { $0.rounded(to: grid).value }
  }
}

extension DoubleDouble {
  /// The nearest multiple of a power of two.
  func rounded(to grid: Double) -> DoubleDouble {
    let coarse = (hi / grid).rounded(.toNearestOrEven)
    let rest = (DoubleDouble(hi / grid - coarse) + lo / grid).value.rounded(.toNearestOrEven)
    return DoubleDouble.twoSum(coarse * grid, rest * grid)
  }
}
