internal import LinearAlgebra

extension LikelihoodProblem {
  /// Half the deviance of the model without any column but the intercept: the weighted mean where there is no
  /// offset, else a fit of its own; without an intercept the offset alone.
  func nullHalfDeviance(intercept: Int?) throws(RegressionError) -> Double {
    guard let intercept else {
      let eta = offset?.high ?? [Double](repeating: 0, count: response.count)
      return halfDeviance(of: rowModel) { eta[$0] }
    }
    guard offset != nil else {
      // The deviance at a mean does not depend on the link; these two take the ends of the range too.
      let plain = RowModel(
        family: rowModel.family, link: rowModel.family == .binomial ? .logit : .identity)
      let eta = plain.link.predictor(meanResponse)
      return halfDeviance(of: plain) { _ in eta }
    }
    return try interceptOnly(column: intercept, offset: offset)
  }

  private func interceptOnly(column: Int, offset: WideVector?) throws(RegressionError) -> Double {
    do throws(RegressionError) {
      return try interceptFit(column: column, offset: offset).halfDeviance
    } catch {
      // All outcomes alike, or all counts zero: fitted to any precision.
      if case .separated = error { return 0 }
      throw error
    }
  }

  /// The maximum of the likelihood over the intercept alone, without prior or penalty.
  func interceptFit(column: Int, offset: WideVector?) throws(RegressionError) -> LikelihoodState {
    let ones = Matrix(rows: design.rows, columns: 1, columnMajor: design.column(column))
    let problem = replacing(design: ones, names: [names[column]], offset: offset)
    return try LikelihoodSearch(problem: problem).maximum().state
  }

  private func halfDeviance(of model: RowModel, at eta: (Int) -> Double) -> Double {
    var sum = DoubleDouble(0)
    for row in response.indices where weight(row) > 0 {
      sum = sum + model.halfDeviance(response[row], eta(row)) * weight(row)
    }
    return sum.value
  }
}

extension LikelihoodState {
  /// The state with the intercept that maximises the likelihood, all other columns as an offset.
  func recentred(
    _ problem: LikelihoodProblem, intercept: Int
  ) throws(RegressionError) -> LikelihoodState {
    var others = coefficients.elements
    others[intercept] = DoubleDouble(0)
    let offset = WideVector(problem.predict(WideVector(others)))
    let fit = try problem.interceptFit(column: intercept, offset: offset)
    others[intercept] = fit.coefficients[0]
    return LikelihoodState(problem, coefficients: WideVector(others))
  }
}
