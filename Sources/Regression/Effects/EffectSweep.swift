internal import LinearAlgebra

/// Sweeps columns: passes over the rows in turn with solutions for the outer levels, until these are zero.
struct EffectSweep: Sendable {
  private enum Solver: Sendable {
    case direct(SchurFactor)
    case iterative(SchurIteration)
  }

  /// Up to this many outer levels are always solved directly.
  static let directLevels = 1_000
  /// A factor of more products than this is not made.
  private static let mostProducts = 2e9
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
      let order = LevelOrder(layout)
      solver =
        EffectSweep.isCheap(order, rows: layout.rows)
        ? .direct(SchurFactor(layout, positions: order.positions, firsts: order.firsts))
        : .iterative(SchurIteration(layout))
    }
  }

  /// Whether a factor is smaller than two columns of the data or so, and done in a second or so.
  private static func isCheap(_ order: LevelOrder, rows: Int) -> Bool {
    order.elements <= max(2 * rows, directLevels * directLevels) && order.products <= mostProducts
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
    let most = SchurIteration.mostSteps(rows: layout.rows)
    for round in 0..<EffectSweep.mostRounds where iterations < most {
      let step = solve(sums.map(\.rounded), floor: enough * scale / 64, &iterations)
      let size = change(step, sums.map(\.rounded)) / scale
      let isDone = round > 0 && (size <= enough || size > last / 2)
      last = min(last, size)
      if isDone { break }
      sums = layout.pass(values, less: step)
    }
    let left = max(last, largestMean(sums.map(\.rounded)) / scale)
    guard left <= EffectSweep.goal else {
      throw .effectsNotSwept(iterations: iterations, change: left, tolerance: EffectSweep.goal)
    }
    clear(values, below: enough * scale)
  }

  /// The root mean square of what a step S^-1 b changes in the rows, sqrt(b'c / total weight). Parts of c that
  /// cancel in every row do not count.
  private func change(_ step: [Double], _ sums: [Double]) -> Double {
    let total = layout.weights.map { $0.reduce(0, +) } ?? Double(layout.rows)
    return total > 0 ? (dot(step, sums, 0..<step.count).magnitude / total).squareRoot() : 0
  }

  /// The largest mean of the rows of a level: what is left of the dummies, whatever a solver believes.
  private func largestMean(_ sums: [Double]) -> Double {
    zip(sums, layout.outerWeights).reduce(0) { $1.1 > 0 ? max($0, $1.0.magnitude / $1.1) : $0 }
  }

  private func solve(_ sums: [Double], floor: Double, _ iterations: inout Int) -> [Double] {
    switch solver {
    case nil: return []
    case .direct(let factor):
      iterations += 1
      return factor.solve(sums)
    case .iterative(let iteration):
      let most = SchurIteration.mostSteps(rows: layout.rows) - iterations
      let solved = iteration.solve(sums, floor: floor, most: most)
      iterations += solved.iterations
      return solved.step
    }
  }

  /// A column of which nothing but rounding is left is zero; mostly its first value tells that it is not.
  private func clear<Element: SweepElement>(_ values: UnsafeMutablePointer<Element>, below noise: Double) {
    for place in 0..<layout.rows where values[place].rounded.magnitude > noise { return }
    for place in 0..<layout.rows { values[place] = .zero }
  }
}
