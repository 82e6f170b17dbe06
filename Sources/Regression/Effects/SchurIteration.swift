internal import LinearAlgebra

/// Solves S c = b by conjugate gradients, S the normal equations less the inner effect, applied row by row.
///
/// The preconditioner is the diagonal of S. S c = 0 for every c that is constant over the levels of one
/// effect within one connected part; such classes are kept at a mean of zero, so that rounding cannot grow
/// along them. Everything in a fixed order: the same digits in every run.
/// Source: Hestenes and Stiefel 1952; Saad, Iterative Methods for Sparse Linear Systems, 9.2.
struct SchurIteration: Sendable {
  /// A round ends when the preconditioned residual has shrunk to this share of its start; the next round
  /// starts from the rows as they then are, so that rounding never stands in the way.
  static let enough = 1e-8

  /// The steps that a column may take in all: some thousand millions of rows looked at.
  static func mostSteps(rows: Int) -> Int { max(1_000, min(20_000, 1_000_000_000 / max(1, rows))) }

  private let layout: EffectLayout
  private let inverseDiagonal: [Double]
  private let classes: LevelClasses

  init(_ layout: EffectLayout) {
    self.layout = layout
    classes = LevelClasses(layout)
    var diagonal = [Double](repeating: 0, count: layout.outerCount)
    var tally = GroupTally(count: layout.outerCount)
    for group in 0..<layout.groups {
      tally.count(group, of: layout)
      for level in tally.levels {
        let weight = tally.weights[level]
        diagonal[level] += weight - weight * weight * layout.inverseWeights[group].hi
      }
    }
    inverseDiagonal = diagonal.indices.map {
      diagonal[$0] > 1e-10 * layout.outerWeights[$0] ? 1 / diagonal[$0] : 0
    }
  }

  /// The solution as far as it converged, with the number of steps taken; steps below a floor are not worth
  /// taking.
  func solve(_ b: [Double], floor: Double, most: Int) -> (step: [Double], iterations: Int) {
    var x = [Double](repeating: 0, count: b.count)
    var r = b
    classes.center(&r)
    var z = preconditioned(r)
    var p = z
    var rho = product(r, z)
    let goal = max(
      rho * SchurIteration.enough * SchurIteration.enough, floor * floor * Double(b.count))
    var iterations = 0
    while rho > goal, iterations < most {
      let q = multiply(p)
      let curvature = product(p, q)
      guard curvature > 0 else { break }
      let length = rho / curvature
      for index in x.indices {
        x[index] += length * p[index]
        r[index] -= length * q[index]
      }
      classes.center(&r)
      z = preconditioned(r)
      let next = product(r, z)
      let ratio = next / rho
      for index in p.indices { p[index] = z[index] + ratio * p[index] }
      rho = next
      iterations += 1
    }
    classes.center(&x)
    return (x, iterations)
  }

  private func preconditioned(_ r: [Double]) -> [Double] {
    r.indices.map { r[$0] * inverseDiagonal[$0] }
  }

  private func product(_ a: [Double], _ b: [Double]) -> Double { dot(a, b, 0..<a.count) }

  /// S p: the levels' values given to the rows, less their group means, summed by level.
  private func multiply(_ p: [Double]) -> [Double] {
    var result = [Double](repeating: 0, count: p.count)
    result.withUnsafeMutableBufferPointer { result in
      p.withUnsafeBufferPointer { p in
        layout.outerLevels.withUnsafeBufferPointer { levels in
          for group in 0..<layout.groups { multiply(group, p, levels, result) }
        }
      }
    }
    return result
  }

  private func multiply(
    _ group: Int, _ p: UnsafeBufferPointer<Double>, _ levels: UnsafeBufferPointer<Int32>,
    _ result: UnsafeMutableBufferPointer<Double>
  ) {
    let places = layout.starts[group]..<layout.starts[group + 1]
    var sum = 0.0
    for place in places { sum += value(p, levels, place) * (layout.weights?[place] ?? 1) }
    let mean = sum * layout.inverseWeights[group].hi
    for place in places {
      let rest = (value(p, levels, place) - mean) * (layout.weights?[place] ?? 1)
      for effect in 0..<layout.others { result[Int(levels[effect * layout.rows + place])] += rest }
    }
  }

  @inline(__always)
  private func value(
    _ p: UnsafeBufferPointer<Double>, _ levels: UnsafeBufferPointer<Int32>, _ place: Int
  ) -> Double {
    var sum = 0.0
    for effect in 0..<layout.others { sum += p[Int(levels[effect * layout.rows + place])] }
    return sum
  }
}

/// The outer levels of one effect within one connected part of the data, for every effect and part.
struct LevelClasses: Sendable {
  private let classOfLevel: [Int]
  private let inverseCounts: [Double]

  init(_ layout: EffectLayout) {
    var parts = DisjointSets(count: layout.outerCount)
    for group in 0..<layout.groups {
      let places = layout.starts[group]..<layout.starts[group + 1]
      for effect in 0..<layout.others {
        for place in places {
          let level = Int(layout.outerLevels[effect * layout.rows + place])
          _ = parts.join(Int(layout.outerLevels[places.lowerBound]), level)
        }
      }
    }
    var numbers: [Int: Int] = [:]
    var counts: [Double] = []
    var classes: [Int] = []
    var effect = 0
    for level in 0..<layout.outerCount {
      while effect + 1 < layout.others, level >= layout.outerStarts[effect + 1] { effect += 1 }
      let key = parts.root(level) * layout.others + effect
      let number = numbers[key] ?? counts.count
      if number == counts.count {
        numbers[key] = number
        counts.append(0)
      }
      counts[number] += 1
      classes.append(number)
    }
    classOfLevel = classes
    inverseCounts = counts.map { 1 / $0 }
  }

  /// Subtracts the mean of each class.
  func center(_ values: inout [Double]) {
    var sums = [Double](repeating: 0, count: inverseCounts.count)
    for (level, value) in values.enumerated() { sums[classOfLevel[level]] += value }
    for level in values.indices {
      let number = classOfLevel[level]
      values[level] -= sums[number] * inverseCounts[number]
    }
  }
}
