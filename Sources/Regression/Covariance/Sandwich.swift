public import LinearAlgebra

/// What is left of the data once an estimator has weighted, demeaned or otherwise transformed it.
///
/// Every robust covariance here is `bread * meat * bread` with a meat made of the rows' scores
/// x_i u_i: for least squares with weights w, x_i = sqrt(w_i) times the row and u_i = sqrt(w_i) times the
/// residual; for a panel estimator the transformed rows; for a generalized linear model x_i = sqrt(W_i)
/// times the row and u_i = sqrt(W_i) times the working residual, W the working weights.
/// Sums are formed of rows of an orthonormal basis (`Whitening`), not of the rows themselves.
public struct Sandwich: Sendable {
  /// n by k, to double-double where that is known.
  public let wideDesign: WideMatrix
  /// n values.
  public let residuals: [Double]
  /// (X'X)^-1 of `design` (with priors, (X'X + P)^-1), k by k.
  public let bread: Matrix
  /// Coefficients counted by small-sample factors: k and what was absorbed.
  public let parameters: Int
  /// Effects that were swept out of the rows before, if any.
  public let effects: AbsorbedEffects?
  /// The triangle of the inverse of `bread`; nil where it is that of `design`.
  public let factor: GramFactor?
  /// The weights by whose roots the rows were multiplied, where CR2 takes equal variances of the rows
  /// before that for its working model; nil where it takes equal variances of the rows as they are here.
  public let weights: [Double]?
  /// For each row of `design` the row of the sample it stands for; nil where they are the same. Groupings
  /// are given for the rows of the sample.
  public let rows: [Int]?
  /// Where a coefficient divided by its standard error is looked up if rows are independent.
  public let reference: Reference

  /// n by k.
  public var design: Matrix { wideDesign.rounded }

  /// A sandwich of plain doubles; the reference is Student's t with n less `parameters` if not given.
  public init(
    design: Matrix, residuals: [Double], bread: Matrix, parameters: Int,
    effects: AbsorbedEffects? = nil, factor: GramFactor? = nil, weights: [Double]? = nil,
    rows: [Int]? = nil, reference: Reference? = nil
  ) {
    self.init(
      design: WideMatrix(design), residuals: residuals, bread: bread, parameters: parameters,
      effects: effects, factor: factor, weights: weights, rows: rows, reference: reference)
  }

  /// A sandwich of double-doubles.
  public init(
    design: WideMatrix, residuals: [Double], bread: Matrix, parameters: Int,
    effects: AbsorbedEffects? = nil, factor: GramFactor? = nil, weights: [Double]? = nil,
    rows: [Int]? = nil, reference: Reference? = nil
  ) {
    wideDesign = design
    self.residuals = residuals
    self.bread = bread
    self.parameters = parameters
    self.effects = effects
    self.factor = factor
    self.weights = weights
    self.rows = rows
    self.reference = reference ?? .studentT(degreesOfFreedom: Double(design.rows - parameters))
  }

  /// The effects swept out, their rows those of `design`.
  var absorbed: [Grouping] { effects?.groupings ?? [] }

  /// The number of rows.
  var count: Int { residuals.count }

  /// The number of coefficients.
  var size: Int { wideDesign.columns }

  /// The basis in which scores are summed.
  var whitening: Whitening { Whitening(factor ?? GramFactor(wideDesign)) }

  /// The row of the sample that a row here stands for.
  func sampleRow(_ row: Int) -> Int { rows?[row] ?? row }

  /// A grouping of the rows of the sample as one of the rows here, groups without rows left out.
  ///
  /// - Throws: `lengthMismatch` if it does not cover the rows.
  func grouping(_ grouping: Grouping) throws(RegressionError) -> Grouping {
    let needed = (rows?.max() ?? count - 1) + 1
    guard rows == nil ? grouping.codes.count == count : grouping.codes.count >= needed else {
      throw .lengthMismatch(
        what: "values of '\(grouping.name)'", expected: needed, found: grouping.codes.count)
    }
    return rows.map(grouping.selecting) ?? grouping.withoutEmptyLevels
  }
}

extension Grouping {
  /// The grouping without levels that no row has.
  var withoutEmptyLevels: Grouping {
    var seen = [Bool](repeating: false, count: levels.count)
    for code in codes { seen[Int(code)] = true }
    return seen.allSatisfy { $0 } ? self : selecting(rows: Array(codes.indices))
  }
}
