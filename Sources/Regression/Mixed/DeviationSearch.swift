internal import Probability

/// The search for the standard deviations of effects with the largest marginal posterior.
///
/// A coarse grid, then Newton's steps on log s with differences as derivatives, held between floor and
/// ceiling; where the posterior is not concave, a step of half uphill. No chance in it: the same bits always.
struct DeviationSearch {
  let posterior: CrossedLogitPosterior
  let scales: [Double]

  /// Of log s: the distance of the differences, the longest step, and when a step is none.
  private static let distance = 1e-3
  private static let longestStep = 1.0
  private static let leastStep = 1e-8
  private static let mostSteps = 60
  private static let grid = [0.2, 0.6, 1.8]

  /// A point of the search: log s, the mode there and the log posterior of s.
  private struct Place {
    let logs: [Double]
    let mode: CrossedLogitMode
    let value: Double
  }

  func best() throws(RegressionError) -> CrossedLogitMode {
    var here = try coarse()
    for _ in 0..<DeviationSearch.mostSteps {
      let step = try direction(here)
      guard let next = try moved(here, step) else { break }
      let change = zip(next.logs, here.logs).reduce(0) { max($0, ($1.0 - $1.1).magnitude) }
      here = next
      if change < DeviationSearch.leastStep { break }
    }
    return here.mode
  }

  private func floor(_ index: Int) -> Double { Elementary.log(min(0.01, scales[index] / 50)) }
  private func ceiling(_ index: Int) -> Double { Elementary.log(min(100, 20 * scales[index])) }

  private func place(_ logs: [Double], from start: [Double]) throws(RegressionError) -> Place {
    let deviations = logs.map { Elementary.exp($0) }
    let mode = try posterior.mode(deviations, from: start)
    return Place(logs: logs, mode: mode, value: mode.logMarginal + logDensity(deviations, scales))
  }

  /// The best of the same few shares of every scale.
  private func coarse() throws(RegressionError) -> Place {
    var best = try place(
      scales.map { Elementary.log(DeviationSearch.grid[1] * min($0, 0.5)) }, from: posterior.start)
    for index in scales.indices {
      for share in DeviationSearch.grid where share != DeviationSearch.grid[1] {
        var logs = best.logs
        logs[index] = Elementary.log(share * min(scales[index], 0.5))
        let next = try place(logs, from: best.mode.point)
        if next.value > best.value { best = next }
      }
    }
    return best
  }

  /// Newton's step on the logs that are free to move.
  private func direction(_ here: Place) throws(RegressionError) -> [Double] {
    let h = DeviationSearch.distance
    func value(_ shifts: [(Int, Double)]) throws(RegressionError) -> Double {
      var logs = here.logs
      for (index, shift) in shifts { logs[index] += shift }
      return try place(logs, from: here.mode.point).value
    }
    let indices = Array(scales.indices)
    var up: [Double] = []
    var down: [Double] = []
    for index in indices {
      up.append(try value([(index, h)]))
      down.append(try value([(index, -h)]))
    }
    let slopes = indices.map { (up[$0] - down[$0]) / (2 * h) }
    let free = indices.filter { index in
      !(here.logs[index] <= floor(index) && slopes[index] <= 0)
        && !(here.logs[index] >= ceiling(index) && slopes[index] >= 0)
    }
    var curvature = [Double](repeating: 0, count: free.count * free.count)
    for (row, first) in free.enumerated() {
      curvature[row * free.count + row] = -(up[first] - 2 * here.value + down[first]) / (h * h)
      for (column, second) in free.enumerated() where column > row {
        let both = try value([(first, h), (second, h)])
        curvature[row * free.count + column] = -(both - up[first] - up[second] + here.value) / (h * h)
      }
    }
    var step = [Double](repeating: 0, count: indices.count)
    let triangle = UpperTriangle(curvature, order: free.count)
    let moves =
      triangle.failure == nil
      ? triangle.solve(free.map { slopes[$0] }) : free.map { slopes[$0] < 0 ? -0.5 : 0.5 }
    for (row, index) in free.enumerated() { step[index] = moves[row] }
    return step
  }

  /// The place after a step, no longer than allowed and halved until the posterior rises; nil if it never
  /// does.
  private func moved(_ here: Place, _ step: [Double]) throws(RegressionError) -> Place? {
    let longest = step.reduce(0) { max($0, $1.magnitude) }
    guard longest > 0 else { return nil }
    var share = min(1, DeviationSearch.longestStep / longest)
    while share * longest > DeviationSearch.leastStep {
      let logs = here.logs.indices.map {
        max(floor($0), min(ceiling($0), here.logs[$0] + share * step[$0]))
      }
      let next = try place(logs, from: here.mode.point)
      if next.value > here.value { return next }
      share /= 2
    }
    return nil
  }
}
