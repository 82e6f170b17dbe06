internal import LinearAlgebra

/// Separation: a combination of columns that is never on the wrong side of an outcome.
///
/// Along it the likelihood only grows, so no finite maximum exists. Newton's shift then tends to such a
/// combination, adding about 1 to the predictor of the separated rows in every step.
enum Separation {
  /// Predictors beyond this belong to probabilities of 1e-6 and less: only then is a shift examined.
  private static let farPredictor = 14.0
  /// A shift on the wrong side by at most this share of its largest reach counts as on the border.
  private static let borderShare = 1e-4

  /// - Throws: `separated` naming the columns with a part in the shift, once the predictors have grown
  ///   far, the shift still moves one by more than a half, and none towards the wrong side of its outcome.
  static func check(
    _ data: Observations, _ state: LogisticState, shift: [Double], iteration: Int
  ) throws(RegressionError) {
    guard data.properPriors.count < data.design.columns,
      state.predictor.contains(where: { $0.magnitude > farPredictor })
    else { return }
    let moves = data.predict(shift)
    let reach = moves.lazy.map(\.magnitude).max() ?? 0
    guard reach > 0.5, isOneSided(moves, data, border: borderShare * reach) else { return }
    throw .separated(columns: columns(of: shift, data, reach: reach), iterations: iteration)
  }

  private static func isOneSided(_ moves: [Double], _ data: Observations, border: Double) -> Bool {
    moves.indices.allSatisfy { row in
      let move = moves[row]
      if data.weight(row) == 0 || move.magnitude <= border { return true }
      return data.response[row] == (move > 0 ? 1 : 0)
    }
  }

  /// The columns without a proper prior whose part in the shift moves some row by a thousandth of the reach.
  private static func columns(of shift: [Double], _ data: Observations, reach: Double) -> [String] {
    let proper = data.properPriors
    return shift.indices.filter { index in
      let part = shift[index].magnitude
      let widest = data.design.column(index).lazy.map(\.magnitude).max() ?? 0
      return !proper.contains(index) && part * widest > 1e-3 * reach
    }.map { data.names[$0] }
  }
}
