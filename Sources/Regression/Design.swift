public import LinearAlgebra

/// The columns of a regression with their names: n rows by k columns, the intercept among them.
public struct Design: Sendable, Equatable {
  /// A term of the formula and the columns it became: one for a number, several for a factor.
  public struct Term: Sendable, Equatable {
    public let label: String
    public let columns: Range<Int>

    public init(label: String, columns: Range<Int>) {
      self.label = label
      self.columns = columns
    }
  }

  /// What R calls a column of ones.
  public static let intercept = "(Intercept)"

  /// One name per column, as R writes them.
  public let names: [String]
  /// n by k.
  public let matrix: WideMatrix
  /// The terms from left to right; together they hold every column once.
  public let terms: [Term]

  /// A design from its parts; without terms every column is one.
  public init(names: [String], matrix: WideMatrix, terms: [Term]? = nil) {
    self.names = names
    self.matrix = matrix
    self.terms = terms ?? names.indices.map { Term(label: names[$0], columns: $0..<$0 + 1) }
  }

  /// The column of ones, if the design has one under R's name.
  public var interceptColumn: Int? { names.firstIndex(of: Design.intercept) }

  /// The design without some columns; a term that loses all its columns is gone.
  public func selecting(columns kept: [Int]) -> Design {
    var terms: [Term] = []
    var next = 0
    for term in self.terms {
      let count = kept.count { term.columns.contains($0) }
      if count > 0 { terms.append(Term(label: term.label, columns: next..<next + count)) }
      next += count
    }
    return Design(
      names: kept.map { names[$0] }, matrix: matrix.selecting(columns: kept), terms: terms)
  }
}
