import Formulas

extension RegressionRequest {
  /// Refuses what does not go together, before the table is read.
  func check(_ formula: Formula) throws(WorkbenchError) {
    try checkLink()
    try checkLevel()
    try checkIndex()
    try checkEffects(formula)
    try checkCovariance()
  }

  private func checkLink() throws(WorkbenchError) {
    if let link, !family.links.contains(link) {
      let links = family.links.map(\.rawValue).joined(separator: " or ")
      throw .request(
        family == .gaussian
          ? "link \(link.rawValue) is none of the gaussian family; leave out --link, or name another --family"
          : "the \(family.rawValue) family has no link \(link.rawValue); take \(links)")
    }
    if bias != .none, family != .binomial || (link ?? .logit) != .logit {
      throw .request(
        "bias \(bias.rawValue) is for logit models; add --family binomial, or leave out --bias")
    }
  }

  private func checkLevel() throws(WorkbenchError) {
    guard level > 0, level < 1 else {
      throw .request("level \(level) does not lie between 0 and 1; write 0.95 for 95 %")
    }
  }

  private func checkIndex() throws(WorkbenchError) {
    guard index.count <= 2, !index.contains("") else {
      throw .request("index '\(index.joined(separator: ","))' must name one or two columns: units,periods")
    }
    if index.count == 2, index[0] == index[1] {
      throw .request("index names '\(index[0])' twice; name the column of units, then that of periods")
    }
  }

  private func checkEffects(_ formula: Formula) throws(WorkbenchError) {
    guard effects != .pooled else { return try checkAbsorbed(formula) }
    let name = effects.rawValue
    guard family == .gaussian else {
      throw .request(
        "effects \(name) are for linear models; leave out --family, or take --effects pooled"
          + (family == .poisson ? " and write effects behind | in the formula" : ""))
    }
    let needed = effects == .firstDifference ? 2 : effects == .within && !formula.effects.isEmpty ? 0 : 1
    guard index.count >= needed else {
      throw .request(
        needed == 2
          ? "effects \(name) need units and periods; name both columns: --index state,year"
          : "effects \(name) need the units of the panel; name their column: --index state,year")
    }
    guard formula.effects.isEmpty || effects == .within else {
      throw .request("effects \(name) cannot absorb others; leave out what stands behind | in the formula")
    }
    guard weights == nil || effects == .within else {
      throw .request("effects \(name) take no weights; leave out --weights")
    }
  }

  private func checkAbsorbed(_ formula: Formula) throws(WorkbenchError) {
    guard !formula.effects.isEmpty, family == .binomial || family == .gamma else { return }
    throw .request(
      "effects behind | are absorbed in gaussian and poisson models; write them as terms: "
        + formula.effects.map { "factor(\($0.name))" }.joined(separator: " + "))
  }

  private func checkCovariance() throws(WorkbenchError) {
    if case .driscollKraay = covariance, index.count < 2 {
      throw .request("covariance driscoll-kraay needs periods; name units and periods: --index state,year")
    }
    if effects == .mixed, covariance != .classical {
      throw .request("effects mixed have the classical covariance only; leave out --covariance")
    }
    if bias != .none, covariance != .classical {
      throw .request("bias \(bias.rawValue) has the classical covariance only; leave out --covariance")
    }
  }
}
