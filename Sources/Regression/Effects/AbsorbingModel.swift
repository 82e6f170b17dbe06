internal import LinearAlgebra

/// A linear model with fixed effects swept out: response = offset + design * coefficients + one value for
/// the level of each effect + sigma / sqrt(weight) * error.
///
/// Coefficients are those of least squares with dummies (Frisch and Waugh 1933), of which none is made: the
/// columns are swept by `WithinTransform`, then solved by `LinearModel`.
/// An intercept in the design lies within the effects and is left out without a word.
public struct AbsorbingModel: Sendable {
  /// What is swept out.
  public let effects: [Grouping]
  /// What is done about columns that depend on others, or that do not vary within the effects.
  public let aliasing: Aliasing

  /// A model from its effects, one or more.
  public init(effects: [Grouping], aliasing: Aliasing = .refuse) {
    self.effects = effects
    self.aliasing = aliasing
  }

  /// Fits the model by least squares within the effects.
  ///
  /// Rows of weight zero count for nothing, but are fitted and have residuals. Groups of one row are kept.
  /// - Throws: `absorbed` naming columns that do not vary within the effects (unless aliased),
  ///   `noDegreesOfFreedom`, `effectsNotSwept`, and what `LinearModel.fit` throws.
  public func fit(_ sample: Sample) throws(RegressionError) -> AbsorbedFit {
    guard !effects.isEmpty else { throw .unsupported("no effects were given: take the linear model") }
    try sample.check()
    let transform = try WithinTransform(effects: effects, weights: sample.weights)
    let kept = sample.withoutIntercept
    let swept = try kept.swept(transform)
    let absorbed = swept.columnsWithin(kept)
    guard absorbed.isEmpty || aliasing == .leftToRight else {
      throw .absorbed(columns: absorbed.map { swept.design.names[$0] }, effects: effects.map(\.name))
    }
    let varying = swept.design.names.indices.filter { !absorbed.contains($0) }
    let linear = try LinearModel(aliasing: aliasing).fit(
      absorbed.isEmpty ? swept : swept.selecting(columns: varying))
    let parameters = transform.parameters
    let freedom = linear.observations - linear.coefficients.count - parameters
    guard freedom > 0 else {
      throw .noDegreesOfFreedom(
        rows: linear.observations, parameters: linear.coefficients.count + parameters)
    }
    return AbsorbedFit(
      transform: transform, linear: linear, response: sample.response,
      absorbed: absorbed.map { swept.design.names[$0] }, parameters: parameters)
  }
}

extension Sample {
  /// The sample less its projection on the effects; the offset is gone.
  func swept(_ transform: WithinTransform) throws(RegressionError) -> Sample {
    let targets = offset.map { response - $0 } ?? response
    let swept = Design(
      names: design.names, matrix: try transform.residuals(of: design.matrix), terms: design.terms)
    return Sample(design: swept, response: try transform.residuals(of: targets), weights: weights)
  }

  var withoutIntercept: Sample {
    guard let intercept = design.interceptColumn else { return self }
    return selecting(columns: design.names.indices.filter { $0 != intercept })
  }

  /// The columns of which sweeping left nothing but rounding, beside the sample as it was.
  func columnsWithin(_ original: Sample) -> [Int] {
    let isWithin = RowBlocks.parallelMap(design.names.count) { column in
      let noise = rankTolerance * original.largest(column)
      return !design.matrix.high[column * rows..<(column + 1) * rows].contains { $0.magnitude > noise }
    }
    return isWithin.indices.filter { isWithin[$0] }
  }

  private func largest(_ column: Int) -> Double {
    design.matrix.high.withUnsafeBufferPointer { high in
      high.isEmpty ? 0 : Double.largestMagnitude(high.baseAddress! + column * rows, rows)
    }
  }
}
