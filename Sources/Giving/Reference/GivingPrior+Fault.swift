import LinearAlgebra

extension GivingPrior {
  /// Why a set read from a file cannot be drawn from, for one line of a message; `nil` where it can.
  public var fault: String? {
    if !(0...1).contains(renewalProbability) || !(1...100).contains(renewalTerm) {
      return "its renewalProbability is not from 0 to 1, or its renewalTerm not from 1 to 100 years"
    }
    if let year = dataYear, let panel, panel.lastYear != year {
      return "its dataYear is \(year) and its panel's last year \(panel.lastYear)"
    }
    return behaviour.fault
  }
}

extension Behaviour {
  fileprivate var fault: String? {
    let tables: [(label: String, fit: FittedCoefficients, columns: [String])] = [
      ("participation", participation, ParticipationDesign.names), ("repeats", repeats, RepeatDesign.names),
      ("change", change, ChangeDesign.names), ("spread", spread, SpreadDesign.names),
    ]
    for table in tables {
      if let fault = table.fit.fault(columns: table.columns) { return "\(table.label): \(fault)" }
    }
    let counts = [rounding.afterRound, rounding.otherwise, firstGift, renewals, returns]
    if !counts.allSatisfy(\.isProper) { return "a pair of counts is not above zero" }
    let spreads = [
      arrivals.perGiver, arrivals.spread, yearEffect.participation, yearEffect.change, effects.contributor,
      effects.fund,
    ]
    let isSpread = spreads.allSatisfy { $0.isFinite && $0 >= 0 } && min(effects.contributor, effects.fund) > 0
    if !isSpread || !arrivals.median.isFinite || !unknownActivity.isFinite {
      return "a spread or a rate is out of range"
    }
    let shapes = [residuals.small, residuals.large]
    return shapes.allSatisfy { $0.count == ResidualTable.size && $0.allSatisfy(\.isFinite) }
      ? nil : "residuals: two tables of \(ResidualTable.size) figures are needed"
  }
}

extension FittedCoefficients {
  fileprivate func fault(columns: [String]) -> String? {
    if names != columns { return "its columns are not those of this version" }
    let size = names.count
    guard means.count == size, covariance.count == size, covariance.allSatisfy({ $0.count == size }),
      (means + covariance.flatMap(\.self)).allSatisfy(\.isFinite)
    else { return "\(size) coefficients and their covariance are needed" }
    return (try? cholesky()) == nil ? "its covariance is not positive definite" : nil
  }
}

extension BetaCounts {
  fileprivate var isProper: Bool { yes.isFinite && no.isFinite && yes > 0 && no > 0 }
}
