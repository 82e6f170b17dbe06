import Foundation
import LinearAlgebra
import Regression
import Testing

/// Standard errors of pyfixest 0.60 with its defaults, which are those of fixest, effects swept out.
@Suite("Clusters with absorbed effects, against pyfixest")
struct PyfixestTests {
  struct Answer: Decodable { let se: [String: Double] }

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
      let expected = try #require(answers["\(name)_fe_\(effects)_\(key)"])
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
  /// The regression with effects, by Frisch, Waugh and Lovell: residuals of all columns on dummies.
  func swept(_ effects: [Grouping]) throws -> Sandwich {
    let dummies = effects.flatMap { effect in
      effect.levels.indices.map { level in
        ("\(effect.name) \(level)", effect.codes.map { Int($0) == level ? 1.0 : 0 })
      }
    }
    let model = LinearModel(aliasing: .leftToRight)
    let plain = (1..<self.sample.design.names.count).map { self.sample.design.matrix.column($0).high }
    let fits = try (plain + [self.sample.response.high]).map {
      try model.fit(RegressionTests.sample($0, on: dummies))
    }
    let design = WideMatrix(rows: self.sample.rows, columns: fits.dropLast().map(\.wideResiduals))
    let names = Array(self.sample.design.names.dropFirst())
    let fit = try LinearModel().fit(
      Sample(design: Design(names: names, matrix: design), response: fits.last!.wideResiduals))
    return Sandwich(
      design: design, residuals: fit.residuals, bread: fit.unscaledCovariance,
      parameters: names.count + fits[0].coefficients.count, absorbed: effects)
  }
}
