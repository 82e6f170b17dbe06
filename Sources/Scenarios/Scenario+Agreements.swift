import Finance
import Records
import Tabular

/// What a scenario supposes of agreements.
extension Scenario {
  /// Whether it supposes that agreements are kept for certain.
  public var keepsAgreements: Bool {
    changes.contains { if case .keepAgreements = $0.kind { true } else { false } }
  }

  /// The other supposition: agreements kept as they usually are where it has them kept for certain, else every
  /// agreement kept for certain.
  public var agreementsTheOtherWay: Scenario {
    var other = self
    if keepsAgreements {
      other.changes.removeAll { if case .keepAgreements = $0.kind { true } else { false } }
    } else {
      let years = min(asOf.year, horizon)...max(asOf.year, horizon)
      other.changes.insert(
        Change(
          kind: .keepAgreements(KeepAgreements(years: years)),
          location: SourceLocation(file: "the other supposition about agreements", line: 1)), at: 0)
    }
    return other
  }
}
