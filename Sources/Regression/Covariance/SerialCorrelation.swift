internal import LinearAlgebra

extension Sandwich {
  /// Newey and West 1987: scores of rows up to `lag` apart, weighted 1 - l / (lag + 1) (Bartlett), no
  /// prewhitening, no factor for small samples. Without units the rows follow each other as they stand; with
  /// units each is its own series, in the order of its periods, gaps counted where periods are given.
  func neweyWest(
    _ lag: Int, _ units: Grouping?, _ periods: Grouping?
  ) throws(RegressionError) -> CovarianceEstimate {
    let units = try units.map(grouping(_:))
    let periods = try periods.map(grouping(_:))
    let series = try Series(count: count, units: units, periods: periods, lag: lag)
    let whitening = self.whitening
    let scores = Scores(self, whitening, codes: (0..<Int32(count)).map { $0 }, groups: count)
    let meat = scores.weighted(lag: lag) { series.partners(lag: $0) }
    let within = units.map { " within \($0.name)" } ?? ""
    return estimate(whitening.covariance(meat), "Newey-West (lag \(lag))\(within)")
  }

  /// Driscoll and Kraay 1998: scores summed by period, then as Newey and West over periods.
  func driscollKraay(_ lag: Int, _ given: Grouping) throws(RegressionError) -> CovarianceEstimate {
    let periods = try grouping(given)
    guard periods.levels.count > 1 else {
      throw .tooFewGroups(name: periods.name, groups: periods.levels.count, needed: 2)
    }
    let all = Grouping(
      name: periods.name, levels: periods.levels, codes: periods.levels.indices.map { Int32($0) })
    let series = try Series(count: all.codes.count, units: nil, periods: all, lag: lag)
    let whitening = self.whitening
    let scores = Scores(self, whitening, codes: periods.codes, groups: periods.levels.count)
    let meat = scores.weighted(lag: lag) { series.partners(lag: $0) }
    return estimate(
      whitening.covariance(meat), "Driscoll-Kraay (lag \(lag), \(periods.levels.count) periods)")
  }
}

extension Scores {
  /// The sum over lags of their Bartlett weight times products with partners, and of its transpose.
  fileprivate func weighted(lag: Int, _ partners: (Int) -> [Int]) -> Matrix {
    var meat = squares
    for distance in 1..<max(lag + 1, 1) {
      let weight = 1 - Double(distance) / Double(lag + 1)
      let products = products(with: partners(distance))
      meat = meat.adding(products, times: weight).adding(products.transposed, times: weight)
    }
    return meat
  }
}

/// Rows as series in time: which row stands how many steps before which.
private struct Series {
  /// Rows in the order of units, then of time.
  private let order: [Int]
  /// For each of `order` its unit and its time in steps.
  private let units: [Int]
  private let times: [Int]

  /// - Throws: `invalidLag`, `duplicatePeriod`.
  init(count: Int, units: Grouping?, periods: Grouping?, lag: Int) throws(RegressionError) {
    let unit = { (row: Int) in units.map { Int($0.codes[row]) } ?? 0 }
    let steps = periods?.steps
    let time = { (row: Int) in periods.map { steps![Int($0.codes[row])] } ?? row }
    let order = (0..<count).sorted { (unit($0), time($0), $0) < (unit($1), time($1), $1) }
    self.order = order
    self.units = order.map(unit)
    times = periods == nil ? Array(order.indices) : order.map(time)
    let longest = times.isEmpty ? 0 : times.max()! - times.min()! + 1
    guard lag >= 0, lag < max(longest, 1) else { throw .invalidLag(lag: lag, periods: longest) }
    for index in order.indices.dropFirst()
    where self.units[index] == self.units[index - 1] && times[index] == times[index - 1] {
      throw .duplicatePeriod(
        unit: units.map { $0.levels[self.units[index]] } ?? "all",
        period: periods.map { $0.levels[Int($0.codes[order[index]])] } ?? "\(times[index])",
        rows: [order[index - 1], order[index]])
    }
  }

  /// For each row the row of its unit `lag` steps before, -1 for none.
  func partners(lag: Int) -> [Int] {
    var partners = [Int](repeating: -1, count: order.count)
    var earlier = 0
    for index in order.indices {
      while units[earlier] < units[index] || times[earlier] < times[index] - lag { earlier += 1 }
      if units[earlier] == units[index], times[earlier] == times[index] - lag {
        partners[order[index]] = order[earlier]
      }
    }
    return partners
  }
}

extension Grouping {
  /// The place of each level in time: whole numbers in units of the largest step that divides all
  /// distances (years 1990, 1995, 2005 are 0, 1, 3), other labels one after the other.
  var steps: [Int] {
    let numbers = levels.compactMap { Int($0) }
    guard numbers.count == levels.count, let first = numbers.min() else { return Array(levels.indices) }
    var step = 0
    for number in numbers { step = greatestDivisor(step, number - first) }
    return numbers.map { ($0 - first) / max(step, 1) }
  }
}

private func greatestDivisor(_ a: Int, _ b: Int) -> Int { b == 0 ? a : greatestDivisor(b, a % b) }
