import Foundation
import Regression
import Testing

/// Whether intervals cover as often as they promise, within three binomial standard errors.
@Suite("Coverage of intervals") struct CoverageTests {
  private func coverage(
    _ clusters: Int, _ errors: CoverageStudy.Errors, _ kinds: [(Grouping) -> CovarianceKind]
  ) throws -> (shares: [Double], allowed: Double) {
    let study = CoverageStudy(clusters: clusters, errors: errors, replications: 300)
    return (try study.coverage(kinds), 3 * study.standardError)
  }

  @Test("classical intervals, errors alike")
  func classical() throws {
    let (shares, allowed) = try coverage(4, .plain, [{ _ in .classical }])
    #expect((shares[0] - 0.95).magnitude < allowed, "covered \(shares[0])")
  }

  @Test("HC3 where the variance grows with the column, and classical does not cover")
  func heteroskedastic() throws {
    let (shares, allowed) = try coverage(
      6, .heteroskedastic, [{ _ in .heteroskedastic(.hc3) }, { _ in .classical }])
    #expect((shares[0] - 0.95).magnitude < allowed, "covered \(shares[0])")
    #expect(shares[1] < 0.95 - allowed, "classical covered \(shares[1])")
  }

  @Test("CR2 with six clusters, and CR0 does not cover")
  func clusters() throws {
    let (shares, allowed) = try coverage(
      6, .clustered, [{ .cluster([$0], .cr2) }, { .cluster([$0], .cr0) }])
    #expect((shares[0] - 0.95).magnitude < allowed, "CR2 covered \(shares[0])")
    #expect(shares[1] < 0.95 - allowed, "CR0 covered \(shares[1])")
  }

  /// The table of the article `WhichStandardError`.
  @Test(
    "the table of the article", .enabled(if: ProcessInfo.processInfo.environment["MAINSTAY_COVERAGE"] != nil))
  func table() throws {
    let kinds: [(String, (Grouping) -> CovarianceKind)] = [
      ("classical", { _ in .classical }), ("HC1", { _ in .heteroskedastic(.hc1) }),
      ("HC3", { _ in .heteroskedastic(.hc3) }), ("CR0", { .cluster([$0], .cr0) }),
      ("CR1", { .cluster([$0], .cr1) }), ("CR2", { .cluster([$0], .cr2) }),
    ]
    for errors in [CoverageStudy.Errors.clustered, .heteroskedastic, .plain] {
      for clusters in [6, 12, 25] {
        let study = CoverageStudy(clusters: clusters, errors: errors, replications: 1000)
        let shares = try study.coverage(kinds.map(\.1)).map { String(format: "%.1f", 100 * $0) }
        print("\(errors.rawValue), \(clusters) clusters:", zip(kinds.map(\.0), shares).map { "\($0) \($1)" })
      }
    }
  }
}
