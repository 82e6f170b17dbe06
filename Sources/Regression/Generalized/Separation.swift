internal import LinearAlgebra

/// Separation: a combination of columns that is never on the wrong side of an outcome.
///
/// Along such a combination d the likelihood only grows, so no finite maximum exists: x'd >= 0 wherever the
/// outcome is yes, x'd <= 0 wherever it is no, x'd = 0 where it is both (a share, or for counts anything but
/// zero), not zero everywhere. Whether there is one depends on the design and the outcomes alone. Both answers
/// are proven, by Newton's steps s of a plain logit model:
/// - there is none if p x's < 1 for every "yes" and -(1 - p) x's < 1 for every "no": then the residuals
///   |y - p| can be corrected by less than themselves, p (1 - p) x's, to solve the score equations, and
///   positive solutions of those exclude any d (Stiemke's lemma);
/// - there is one if s, made exactly zero on the rows it hardly moves, is on the right side of all others.
/// Source: Albert and Anderson 1984; for counts Santos Silva and Tenreyro 2010.
struct Separation {
  private let problem: LikelihoodProblem

  private static let mostIterations = 150
  /// Right moves above this are taken for strict ones, the others for borders.
  private static let borders = [0.3, 0.03]

  /// Rows of weight above zero, columns without a proper prior, outcomes 0, 1 or between (both).
  init(_ problem: LikelihoodProblem) {
    let rows = problem.response.indices.filter { problem.weight($0) > 0 }
    let columns = problem.flatColumns
    let isBinary = problem.rowModel.family == .binomial && problem.rowModel.link != .log
    let outcomes = rows.map { row -> Double in
      let y = problem.response[row]
      return y == 0 ? 0 : isBinary && y == 1 ? 1 : 0.5
    }
    self.problem = LikelihoodProblem(
      RowModel(family: .binomial, link: .logit), names: columns.map { problem.names[$0] },
      design: problem.design.selecting(rows: rows, columns: columns), response: outcomes)
  }

  /// - Throws: `separated` with the columns that take part, where a separating combination exists.
  func check(iteration: Int) throws(RegressionError) {
    var state = LikelihoodState(
      problem, coefficients: WideVector(count: problem.names.count))
    for _ in 0..<Separation.mostIterations {
      let step = try LikelihoodStep(problem, state)
      let moves = step.moves(problem)
      if provesOverlap(moves, state) { return }
      for border in Separation.borders {
        if let direction = try separating(step.shift.high, moves, border: border) {
          throw .separated(columns: columns(of: direction), iterations: iteration)
        }
      }
      state = state.improved(by: step.shift, problem)
    }
    throw .notConverged(
      iterations: Separation.mostIterations, change: state.predictor.lazy.map(\.magnitude).max() ?? 0,
      tolerance: LikelihoodSearch.tolerance)
  }

  private func provesOverlap(_ moves: [Double], _ state: LikelihoodState) -> Bool {
    moves.indices.allSatisfy { row in
      let y = problem.response[row]
      let share = y - problem.rowModel.miss(y, state.predictor[row])
      return y == 1 ? share * moves[row] < 0.99 : y == 0 ? -(1 - share) * moves[row] < 0.99 : true
    }
  }

  /// The direction made exactly zero on the rows it moves by no more than the border, if it is then on the
  /// right side of all others and there are some.
  private func separating(
    _ direction: [Double], _ moves: [Double], border: Double
  ) throws(RegressionError) -> [Double]? {
    let strict = moves.indices.filter { advance($0, moves) > border }
    let rest = moves.indices.filter { advance($0, moves) <= border }
    guard !strict.isEmpty, rest.allSatisfy({ moves[$0].magnitude <= border }),
      let exact = try vanishing(direction, on: rest)
    else { return nil }
    let exactMoves = problem.predict(WideVector(exact))
    return strict.allSatisfy { advance($0, exactMoves) > border / 2 } ? exact : nil
  }

  /// How far a row moves toward its outcome; zero where the outcome is both.
  private func advance(_ row: Int, _ moves: [Double]) -> Double {
    problem.response[row] == 1 ? moves[row] : problem.response[row] == 0 ? -moves[row] : 0
  }

  /// The combination of columns that is zero on some rows and agrees with the direction in the columns that
  /// depend there on others; nil if none depends.
  private func vanishing(_ direction: [Double], on rows: [Int]) throws(RegressionError) -> [Double]? {
    let all = Array(direction.indices)
    let border = problem.design.selecting(rows: rows, columns: all)
    let dependent = GramFactor(WideMatrix(border)).dependent
    let free = all.filter { !dependent.contains($0) }
    guard !dependent.isEmpty, !free.isEmpty else { return dependent.isEmpty ? nil : direction }
    var kept = direction
    for column in free { kept[column] = 0 }
    let rows = LikelihoodProblem(
      problem.rowModel, names: problem.names, design: border, response: [])
    let ones = [Double](repeating: 1, count: border.rows)
    let independent = rows.replacing(
      design: border.selecting(rows: Array(0..<border.rows), columns: free),
      names: free.map { problem.names[$0] }, offset: nil)
    let solution = try independent.solve(
      roots: ones, targets: rows.predict(WideVector(kept)).map { -$0 }, from: free.map { _ in 0 })
    for (index, column) in free.enumerated() { kept[column] = solution.coefficients.high[index] }
    return kept
  }

  /// The columns whose part in a direction moves some row by a thousandth of what the direction moves at most.
  private func columns(of direction: [Double]) -> [String] {
    let reach = problem.predict(WideVector(direction)).lazy.map(\.magnitude).max() ?? 0
    return direction.indices.filter { index in
      let widest = problem.design.column(index).lazy.map(\.magnitude).max() ?? 0
      return direction[index].magnitude * widest > 1e-3 * reach
    }.map { problem.names[$0] }
  }
}

extension Matrix {
  /// The elements of some rows and columns, in their order.
  func selecting(rows: [Int], columns: [Int]) -> Matrix {
    Matrix(
      rows: rows.count, columns: columns.count,
      columnMajor: columns.flatMap { column in rows.map { self[$0, column] } })
  }
}
