internal import LinearAlgebra

extension Sample {
  /// Refuses what no panel estimator can use: a sample that `check` refuses, groupings of other rows.
  func checkPanel(_ groupings: [Grouping]) throws(RegressionError) {
    try check()
    for grouping in groupings where grouping.codes.count != rows {
      throw .lengthMismatch(
        what: "rows of '\(grouping.name)'", expected: rows, found: grouping.codes.count)
    }
  }

  /// Refuses weights, with the way out.
  func refuseWeights(_ estimator: String) throws(RegressionError) {
    guard weights == nil else {
      throw .unsupported("\(estimator) takes no weights: drop them, or take pooled, within or mixed")
    }
  }
}

extension Sample {
  /// The response less the offset.
  var target: WideVector { offset.map { response - $0 } ?? response }

  /// The sample with its columns and response transformed, the offset taken off before.
  func transformed(_ transform: (WideVector) -> WideVector) -> Sample {
    let response = transform(target)
    return Sample(
      design: design.transformed(transform, rows: response.count), response: response, weights: weights)
  }
}

extension Design {
  /// The design with each column transformed.
  func transformed(_ transform: (WideVector) -> WideVector, rows: Int) -> Design {
    let columns = names.indices.map { transform(matrix.column($0)) }
    return Design(names: names, matrix: WideMatrix(rows: rows, columns: columns), terms: terms)
  }
}
