internal import LinearAlgebra

/// Sweeps columns: passes over the rows in turn with solutions for the outer levels, until these are zero.
struct EffectSweep: Sendable {
  private enum Solver: Sendable {
    case direct(SchurFactor)
    case iterative(SchurIteration)
  }

  /// Up to this many outer levels are always solved directly.
  static let directLevels = 1_000
  private static let mostRounds = 12
  /// The change of the rows, relative to the largest value, at which a sweep must have arrived.
  static let goal = 1e-12

  let layout: EffectLayout
  private let solver: Solver?

  init(_ layout: EffectLayout) {
    self.layout = layout
    if layout.outerCount == 0 {
      solver = nil
    } else if layout.outerCount <= EffectSweep.directLevels {
      solver = .direct(SchurFactor(full: layout))
    } else {
      solver = .iterative(SchurIteration(layout))
    }
  }

  /// The factor for the outer levels, where they are solved directly.
  var direct: SchurFactor? {
    guard case .direct(let factor) = solver else { return nil }
    return factor
  }

  /// Sweeps a column that stands in the inner order.
  ///
  /// - Parameter enough: rounds end when the rows change by at most this share of the largest value.
  /// - Throws: `effectsNotSwept` if they stop above 1e-12.
  func sweep<Element: SweepElement>(
    _ values: UnsafeMutablePointer<Element>, enough: Double
  ) throws(RegressionError) {
    let scale = Element.largestMagnitude(values, layout.rows)
    guard scale > 0 else { return }
    var sums = layout.pass(values, less: nil)
    var last = Double.infinity
    var iterations = 0
    for round in 0..<EffectSweep.mostRounds {
      let step = solve(sums.map(\.rounded), floor: enough * scale / 64, &iterations)
      let size = change(step, sums.map(\.rounded)) / scale
      let isDone = round > 0 && (size <= enough || size > last / 2)
      last = min(last, size)
      if isDone { break }
      sums = layout.pass(values, less: step)
    }
    guard last <= EffectSweep.goal else {
      throw .effectsNotSwept(iterations: iterations, change: last, tolerance: EffectSweep.goal)
    }
    clear(values, below: enough * scale)
  }

  /// The root mean square of what a step S^-1 b changes in the rows, sqrt(b'c / total weight). Parts of c that
  /// cancel in every row do not count.
  private func change(_ step: [Double], _ sums: [Double]) -> Double {
    let total = layout.weights.map { $0.reduce(0, +) } ?? Double(layout.rows)
    return total > 0 ? (dot(step, sums, 0..<step.count).magnitude / total).squareRoot() : 0
  }

  private func solve(_ sums: [Double], floor: Double, _ iterations: inout Int) -> [Double] {
    switch solver {
    case nil: return []
    case .direct(let factor):
      iterations += 1
      return factor.solve(sums)
    case .iterative(let iteration):
      let solved = iteration.solve(sums, floor: floor)
      iterations += solved.iterations
      return solved.step
    }
  }

  /// A column of which nothing but rounding is left is zero.
  private func clear<Element: SweepElement>(_ values: UnsafeMutablePointer<Element>, below noise: Double) {
    guard Element.largestMagnitude(values, layout.rows) <= noise else { return }
    for place in 0..<layout.rows { values[place] = .zero }
  }
}
