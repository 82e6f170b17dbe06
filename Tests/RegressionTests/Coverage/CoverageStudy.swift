import LinearAlgebra
import Probability
import Regression

/// How often 95 % intervals of a slope cover the true one, in drawn samples of a few clusters.
///
/// y = 1 + x + error; x = a_g + z / 2 with a part common to the cluster; normal numbers throughout. Clusters
/// have 4, 6, 10 and 20 rows in turn, as contributors with short and long histories.
struct CoverageStudy {
  enum Errors: String, Sendable {
    /// u_g + e, half of the variance common to the cluster.
    case clustered
    /// e (0.4 + |x|), rows independent.
    case heteroskedastic
    /// e.
    case plain
  }

  let clusters: Int
  let errors: Errors
  let replications: Int

  /// The share of samples in which each covariance's interval covers the slope of 1.
  func coverage(_ kinds: [(Grouping) -> CovarianceKind]) throws -> [Double] {
    var covered = [Int](repeating: 0, count: kinds.count)
    for replication in 0..<replications {
      let (sample, groups) = draw(replication)
      let fit = try LinearModel().fit(sample)
      for (index, kind) in kinds.enumerated() {
        let estimate = try fit.covariance(kind(groups))
        let reach = estimate.references[1].quantile(0.975) * estimate.standardErrors[1]
        if (fit.coefficients[1] - 1).magnitude <= reach { covered[index] += 1 }
      }
    }
    return covered.map { Double($0) / Double(replications) }
  }

  /// The standard error of a share of 95 % over the replications.
  var standardError: Double { (0.95 * 0.05 / Double(replications)).squareRoot() }

  private func draw(_ replication: Int) -> (Sample, Grouping) {
    let stream = RandomStream(seed: UInt32(replication), variable: UInt32(clusters))
    let codes = (0..<clusters).flatMap { [Int32](repeating: Int32($0), count: [4, 6, 10, 20][$0 % 4]) }
    let common = (0..<clusters).map { group in
      (0..<2).map { stream.normal(path: UInt64(group), draw: $0) }
    }
    var (x, y): ([Double], [Double]) = ([], [])
    for (row, code) in codes.enumerated() {
      let own = (2..<4).map { stream.normal(path: UInt64(row), draw: $0) }
      x.append(common[Int(code)][0] + own[0] / 2)
      y.append(1 + x[row] + error(own[1], x[row], common[Int(code)][1]))
    }
    let groups = Grouping(name: "contributor", levels: (0..<clusters).map { "\($0)" }, codes: codes)
    return (Sample(y, on: ["x": x]), groups)
  }

  private func error(_ own: Double, _ x: Double, _ common: Double) -> Double {
    switch errors {
    case .clustered: common + own
    case .heteroskedastic: own * (0.4 + x.magnitude)
    case .plain: own
    }
  }
}

extension Reference {
  func quantile(_ p: Double) -> Double {
    switch self {
    case .normal: Normal.quantile(p)
    case .studentT(let freedom): StudentT.quantile(p, degreesOfFreedom: freedom)
    }
  }
}
