extension GramFactor {
  /// R of X = Q R, upper triangle, in the columns' own units: R'R = X'X, the diagonal not negative.
  ///
  /// R stands for X wherever only lengths and angles of columns matter: singular values, inflation of
  /// variance, regressions of columns on columns.
  public var triangle: WideMatrix {
    let columns = (0..<size).map { column in
      WideVector(
        (0..<size).map { row in
          row <= column ? lower[column * size + row].times(scales[column], 1) : DoubleDouble(0)
        })
    }
    return WideMatrix(rows: size, columns: columns)
  }

  /// For each column the length of its part orthogonal to the columns on its left; zero if dependent.
  public var orthogonalLengths: [DoubleDouble] {
    (0..<size).map { lower[$0 * size + $0].times(scales[$0], 1) }
  }
}
