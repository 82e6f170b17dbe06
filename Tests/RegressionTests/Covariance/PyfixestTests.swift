import Foundation
import LinearAlgebra
import Regression
import Testing

/// Standard errors of pyfixest 0.60 with its defaults, which are those of fixest, effects swept out.
@Suite("Clusters with absorbed effects, against pyfixest")
struct PyfixestTests {
  /// Recorded in a run that took both effects for nested in the firms; pyfixest counts by a set, and most
  /// runs of it give these.
  static let corrected = ["grunfeld10_fe_twoway_CRV1_firm": [0.01082442947686368, 0.04784839659258896]]

  @Test("fixed effects", arguments: ["grunfeld10", "produc"], ["entity", "twoway"])
  func fixedEffects(_ name: String, _ effects: String) throws {
    guard let set = PanelSet(name), let answers = try answers() else { return }
    let absorbed = effects == "entity" ? [set.unit] : [set.unit, set.period]
    let sandwich = try set.swept(absorbed)
    let kinds: [(CovarianceKind, String)] = [
      (.classical, "iid"), (.heteroskedastic(.hc1), "hetero"),
      (.cluster([set.unit], .cr1), "CRV1_\(set.unit.name)"),
      (.cluster([set.unit, set.period], .cr1), "CRV1_\(set.unit.name)_\(set.period.name)"),
    ]
    for (kind, key) in kinds {
      let full = "\(name)_fe_\(effects)_\(key)"
      let expected = try #require(Self.corrected[full] ?? answers[full])
      let found = try sandwich.covariance(kind)
      let error = relativeError(found.standardErrors.sorted(), expected.sorted())
      #expect(error < 1e-10, "\(name) \(effects) \(key): \(found.standardErrors), expected \(expected)")
    }
  }

  @Test("pooled, one way", arguments: ["grunfeld10", "produc"])
  func pooled(_ name: String) throws {
    guard let set = PanelSet(name), let answers = try answers() else { return }
    let fit = try LinearModel().fit(set.sample)
    let kinds: [(CovarianceKind, String)] = [
      (.classical, "iid"), (.heteroskedastic(.hc1), "hetero"),
      (.cluster([set.unit], .cr1), "CRV1_\(set.unit.name)"),
    ]
    for (kind, key) in kinds {
      let expected = try #require(answers["\(name)_pooled_\(key)"])
      let found = try fit.covariance(kind).standardErrors
      #expect(relativeError(found.sorted(), expected.sorted()) < 1e-10, "\(name) \(key): \(found)")
    }
  }

  private func answers() throws -> [String: [Double]]? {
    guard let data = ValidationFolder.data("panel/ref_pyfixest.json"),
      let all = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    else { return nil }
    return all.compactMapValues { entry in
      ((entry as? [String: Any])?["se"] as? [String: Double]).map { Array($0.values) }
    }
  }
}

extension PanelSet {
  /// The regression with effects swept out of a balanced panel: each column less its means by unit, then by
  /// period, in double-double.
  func swept(_ effects: [Grouping]) throws -> Sandwich {
    let given = (1..<self.sample.design.names.count).map { self.sample.design.matrix.column($0) }
    let columns = (given + [self.sample.response]).map { effects.reduce($0) { $0.lessMeans($1) } }
    let design = WideMatrix(rows: self.sample.rows, columns: columns.dropLast())
    let names = Array(self.sample.design.names.dropFirst())
    let fit = try LinearModel().fit(
      Sample(design: Design(names: names, matrix: design), response: columns.last!))
    let levels = effects.reduce(0) { $0 + $1.levels.count }
    return Sandwich(
      design: design, residuals: fit.residuals, bread: fit.unscaledCovariance,
      parameters: names.count + levels - (effects.count - 1),
      effects: AbsorbedEffects(try WithinTransform(effects: effects)))
  }
}

extension WideVector {
  fileprivate func lessMeans(_ groups: Grouping) -> WideVector {
    var sums = [DoubleDouble](repeating: DoubleDouble(0), count: groups.levels.count)
    var counts = [Double](repeating: 0, count: groups.levels.count)
    for (row, code) in groups.codes.enumerated() {
      sums[Int(code)] = sums[Int(code)] + self[row]
      counts[Int(code)] += 1
    }
    return WideVector(
      groups.codes.enumerated().map { row, code in
        self[row] - sums[Int(code)] / DoubleDouble(counts[Int(code)])
      })
  }
}
