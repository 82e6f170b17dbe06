internal import LinearAlgebra

/// The Cholesky factor of what is left of the normal equations once the inner effect is eliminated:
///     S = D'WD - D'WA (A'WA)^-1 A'WD,
/// A the dummies of the inner effect and D those of all others. Levels that depend on levels before them
/// (one for each connected part, and each further redundancy) are left out: their step is zero.
///
/// Each row of the triangle is kept from its first element that is not zero, so that few dense rows at the
/// end cost little.
struct SchurFactor: Sendable {
  /// A pivot at most this share of its level's weight is a redundancy.
  private static let redundant = 1e-10

  private static let fewElements = 262_144
  private static let parts = 16

  let size: Int
  /// Where each row's elements start in the storage, less the index of the first column.
  private var bases: [Int]
  private var firsts: [Int]
  private var elements: [Double]
  private var isRedundant: [Bool]
  /// For each outer level its row, and back.
  private let positions: [Int]

  /// Factors S with the outer levels at the given positions, each row from its first column on.
  init(_ layout: EffectLayout, positions: [Int], firsts: [Int]) {
    size = positions.count
    self.positions = positions
    self.firsts = firsts
    bases = []
    var end = 0
    for row in 0..<size {
      bases.append(end - firsts[row])
      end += row - firsts[row] + 1
    }
    elements = [Double](repeating: 0, count: end)
    isRedundant = [Bool](repeating: false, count: size)
    addProducts(layout)
    factor(layout.outerWeights)
  }

  /// Factors S with its levels as they stand, every row full.
  init(full layout: EffectLayout) {
    let size = layout.outerCount
    self.init(
      layout, positions: Array(0..<size), firsts: [Int](repeating: 0, count: size))
  }

  /// Few elements are summed over parts of the groups by several threads; parts are added in their order.
  private mutating func addProducts(_ layout: EffectLayout) {
    let parts = elements.count <= SchurFactor.fewElements ? SchurFactor.parts : 1
    let frame = self
    let sums = RowBlocks.parallelMap(parts) { part in
      var sums = SchurSums(frame.bases, frame.positions, count: frame.elements.count)
      sums.add(layout, layout.groups * part / parts..<layout.groups * (part + 1) / parts)
      return sums.elements
    }
    elements = sums[0]
    for part in sums.dropFirst() {
      for index in elements.indices { elements[index] += part[index] }
    }
  }

  /// Row by row; the products of two rows eight at a time.
  private mutating func factor(_ weights: [Double]) {
    let (bases, firsts, size) = (bases, firsts, size)
    var dropped = isRedundant
    var whole = dropped.map { _ in 0.0 }
    for level in 0..<size { whole[positions[level]] = weights[level] }
    elements.withUnsafeMutableBufferPointer { elements in
      for row in 0..<size {
        for column in firsts[row]..<row {
          let place = bases[row] + column
          let diagonal = elements[bases[column] + column]
          let start = max(firsts[row], firsts[column])
          let rest =
            elements[place]
            - dot(elements.baseAddress! + bases[row], elements.baseAddress! + bases[column], start..<column)
          elements[place] = dropped[column] ? 0 : rest / diagonal
        }
        let place = bases[row] + row
        let own = elements.baseAddress! + bases[row]
        let pivot = elements[place] - dot(own, own, firsts[row]..<row)
        dropped[row] = !(pivot > SchurFactor.redundant * whole[row])
        elements[place] = dropped[row] ? 1 : pivot.squareRoot()
      }
    }
    isRedundant = dropped
  }

  /// S^-1 b by outer level.
  func solve(_ b: [Double]) -> [Double] {
    var y = [Double](repeating: 0, count: size)
    for level in 0..<size { y[positions[level]] = b[level] }
    elements.withUnsafeBufferPointer { elements in
      y.withUnsafeMutableBufferPointer { y in
        for row in 0..<size {
          let own = elements.baseAddress! + bases[row]
          let rest = y[row] - dot(own, y.baseAddress!, firsts[row]..<row)
          y[row] = isRedundant[row] ? 0 : rest / own[row]
        }
        for row in (0..<size).reversed() where !isRedundant[row] {
          let own = elements.baseAddress! + bases[row]
          y[row] /= own[row]
          for column in firsts[row]..<row { y[column] -= own[column] * y[row] }
        }
      }
    }
    return positions.map { y[$0] }
  }
}

/// The sum of products over a range, eight lanes at a time, the lanes added in their order.
func dot(_ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, _ range: Range<Int>) -> Double {
  var lanes = SIMD8<Double>(repeating: 0)
  var index = range.lowerBound
  while index + 8 <= range.upperBound {
    lanes +=
      UnsafeRawPointer(a + index).loadUnaligned(as: SIMD8<Double>.self)
      * UnsafeRawPointer(b + index).loadUnaligned(as: SIMD8<Double>.self)
    index += 8
  }
  var sum = 0.0
  for lane in 0..<8 { sum += lanes[lane] }
  while index < range.upperBound {
    sum += a[index] * b[index]
    index += 1
  }
  return sum
}
