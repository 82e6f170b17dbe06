internal import LinearAlgebra

extension Sandwich {
  /// Errors correlated within the groups of one way or of two, the latter by inclusion and exclusion:
  /// V = V_1 + V_2 - V_12. Source: Cameron, Gelbach and Miller 2011.
  ///
  /// CR1 has the factor G / (G - 1) * (n - 1) / (n - p). Nothing absorbed: p = parameters and each of the
  /// three parts its own G, as R's sandwich. With absorbed effects: p counts none of an effect nested in a
  /// cluster but one, and both ways have the smaller G, as fixest.
  func clustered(
    _ groupings: [Grouping], _ correction: CovarianceKind.ClusterCorrection
  ) throws(RegressionError) -> CovarianceEstimate {
    guard (1...2).contains(groupings.count) else {
      throw .unsupported("\(groupings.count) ways of clustering were given: give one or two")
    }
    var ways: [Grouping] = []
    for given in groupings {
      let way = try grouping(given)
      guard way.levels.count > 1 else {
        throw .tooFewGroups(name: way.name, groups: way.levels.count, needed: 2)
      }
      ways.append(way)
    }
    if correction == .cr2 { return try cr2(ways) }
    return ways.count == 1 ? try oneWay(ways[0], correction) : try twoWay(ways[0], ways[1], correction)
  }

  private func oneWay(
    _ way: Grouping, _ correction: CovarianceKind.ClusterCorrection
  ) throws(RegressionError) -> CovarianceEstimate {
    let whitening = self.whitening
    let factor = correction == .cr1 ? try clusterFactor([way]) * way.smallSample : 1
    let meat = Scores(self, whitening, codes: way.codes, groups: way.levels.count).squares
    return CovarianceEstimate(
      matrix: whitening.covariance(meat.scaled(by: factor)),
      references: clusterReferences(groups: way.levels.count),
      description: "cluster-robust by \(way.name) (\(correction.rawValue), \(way.levels.count) clusters)")
  }

  private func twoWay(
    _ first: Grouping, _ second: Grouping, _ correction: CovarianceKind.ClusterCorrection
  ) throws(RegressionError) -> CovarianceEstimate {
    let both = first.crossed(with: second)
    let whitening = self.whitening
    let fewest = first.levels.count <= second.levels.count ? first : second
    let common = correction == .cr1 ? try clusterFactor([first, second]) : 1
    var meat = Matrix(rows: size, columns: size)
    for (way, sign) in [(first, 1.0), (second, 1.0), (both, -1.0)] {
      let own = absorbed.isEmpty ? way.smallSample : fewest.smallSample
      let part = Scores(self, whitening, codes: way.codes, groups: way.levels.count).squares
      meat = meat.adding(part, times: sign * (correction == .cr1 ? own * common : 1))
    }
    let counts = "\(first.levels.count) and \(second.levels.count) clusters"
    return CovarianceEstimate(
      matrix: whitening.covariance(meat), references: clusterReferences(groups: fewest.levels.count),
      description: "cluster-robust by \(first.name) and \(second.name) (\(correction.rawValue), \(counts))",
      warning: meat.indefiniteness)
  }

  /// (n - 1) / (n - p).
  private func clusterFactor(_ ways: [Grouping]) throws(RegressionError) -> Double {
    let counted = parameters - nestedParameters(in: ways)
    guard count > counted else { throw .noDegreesOfFreedom(rows: count, parameters: counted) }
    return Double(count - 1) / Double(count - counted)
  }

  /// What effects nested in a cluster add to the parameters beyond one each.
  private func nestedParameters(in ways: [Grouping]) -> Int {
    absorbed.filter { effect in ways.contains { effect.isNested(in: $0) } }
      .reduce(0) { $0 + $1.withoutEmptyLevels.levels.count - 1 }
  }

  private func clusterReferences(groups: Int) -> [Reference] {
    let own: Reference = reference == .normal ? .normal : .studentT(degreesOfFreedom: Double(groups - 1))
    return [Reference](repeating: own, count: size)
  }
}

extension Grouping {
  /// G / (G - 1).
  fileprivate var smallSample: Double { Double(levels.count) / Double(levels.count - 1) }

  /// Whether all rows of each group here are in one group there.
  func isNested(in other: Grouping) -> Bool {
    var homes = [Int32](repeating: -1, count: levels.count)
    for (code, home) in zip(codes, other.codes) {
      if homes[Int(code)] < 0 { homes[Int(code)] = home }
      if homes[Int(code)] != home { return false }
    }
    return true
  }

  /// The groups of rows alike in both, in the order of this, then of the other; only those with rows.
  func crossed(with other: Grouping) -> Grouping {
    let keys = zip(codes, other.codes).map { Int64($0) << 32 | Int64($1) }
    let distinct = Set(keys).sorted()
    let indices = Dictionary(uniqueKeysWithValues: distinct.enumerated().map { ($1, Int32($0)) })
    return Grouping(
      name: "\(name) and \(other.name)",
      levels: distinct.map { "\(levels[Int($0 >> 32)]), \(other.levels[Int($0 & 0xffff_ffff)])" },
      codes: keys.map { indices[$0]! })
  }
}

extension Matrix {
  /// Words for a symmetric matrix that is not positive semidefinite, nil for one that is.
  fileprivate var indefiniteness: String? {
    let eigen = SymmetricEigen(self)
    guard let smallest = eigen.values.min(), let largest = eigen.values.max(),
      smallest < -1e-12 * largest.magnitude
    else { return nil }
    return "the two-way covariance is not positive semidefinite: some standard errors or tests may not "
      + "exist; cluster one way, by the smaller number of groups"
  }
}
