public import LinearAlgebra

/// Sweeps fixed effects out of columns: each column less its (weighted) projection on the dummies of all
/// effects, x - D (D'WD)^- D'W x.
///
/// Effects may be unbalanced, nested or disconnected. The effect with the most levels is eliminated by its
/// means, summed in double-double. What that leaves of the normal equations of the others is solved by a
/// Cholesky factor where it is small, or narrow in an order of the levels (`LevelOrder`), else by conjugate
/// gradients; then the swept column is swept again until the step is nothing. Up to `wideRows` rows, and for columns with second parts, everything is held
/// in double-double; above, in double, where the error of a value is about that of rounding the column.
/// The same digits in every run and on any number of threads. Groups of a single row are kept: their row
/// becomes zero.
/// Source: Frisch and Waugh 1933; Abowd, Creecy and Kramarz 2002; Gaure 2013.
public struct WithinTransform: Sendable {
  /// The effects, as given.
  public let effects: [Grouping]
  /// One weight a row, not negative; nil for ones.
  public let weights: [Double]?
  let sweep: EffectSweep?

  /// Up to this many rows columns are held in double-double.
  public static let wideRows = 20_000

  /// A step of this share of a column's largest value is nothing but rounding: in double-double, in double.
  private static let wideNoise = 0x1p-92
  private static let plainNoise = 0x1p-48

  /// Prepares the sweep of some effects; none leave columns as they are.
  ///
  /// - Throws: `lengthMismatch` if effects or weights differ in their rows, `invalidWeight`.
  public init(effects: [Grouping], weights: [Double]? = nil) throws(RegressionError) {
    self.effects = effects
    self.weights = weights
    guard let rows = effects.first?.codes.count else {
      sweep = nil
      return
    }
    for effect in effects where effect.codes.count != rows {
      throw .lengthMismatch(what: "rows of '\(effect.name)'", expected: rows, found: effect.codes.count)
    }
    if let weights {
      guard weights.count == rows else {
        throw .lengthMismatch(what: "weights", expected: rows, found: weights.count)
      }
      if let row = weights.firstIndex(where: { !($0 >= 0 && $0 < .infinity) }) {
        throw .invalidWeight(row: row, value: weights[row])
      }
    }
    sweep = EffectSweep(EffectLayout(effects, weights))
  }

  /// A column less its projection on the effects.
  ///
  /// - Throws: `lengthMismatch`, `effectsNotSwept`.
  public func residuals(of column: WideVector) throws(RegressionError) -> WideVector {
    guard let sweep else { return column }
    try check(column.count)
    if column.count > WithinTransform.wideRows, column.low.isEmpty {
      return WideVector(try residuals(ofColumns: column.high))
    }
    return WideVector(try sweep.residuals(ofColumns: column.elements, enough: WithinTransform.wideNoise))
  }

  /// Each column of a matrix less its projection on the effects.
  ///
  /// - Throws: `lengthMismatch`, `effectsNotSwept`.
  public func residuals(of matrix: WideMatrix) throws(RegressionError) -> WideMatrix {
    if matrix.rows > WithinTransform.wideRows, matrix.low.isEmpty {
      return WideMatrix(
        rows: matrix.rows, columns: matrix.columns, high: try residuals(ofColumns: matrix.high))
    }
    var columns: [WideVector] = []
    for column in 0..<matrix.columns { columns.append(try residuals(of: matrix.column(column))) }
    return WideMatrix(rows: matrix.rows, columns: columns)
  }

  /// The same for plain doubles, columns one after the other, several at a time.
  ///
  /// - Throws: `lengthMismatch`, `effectsNotSwept`.
  public func residuals(ofColumns columns: [Double]) throws(RegressionError) -> [Double] {
    guard let sweep, sweep.layout.rows > 0 else { return columns }
    if !columns.count.isMultiple(of: sweep.layout.rows) { try check(columns.count) }
    return try sweep.residuals(ofColumns: columns, enough: WithinTransform.plainNoise)
  }

  private func check(_ count: Int) throws(RegressionError) {
    guard let rows = effects.first?.codes.count, rows != count else { return }
    throw .lengthMismatch(what: "values of a column", expected: rows, found: count)
  }
}
