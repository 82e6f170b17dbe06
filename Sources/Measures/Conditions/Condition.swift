/// What is wanted, or not wanted, of a run: comparisons joined by `and` and `or`.
///
/// `P(shortfall by 2025) <= 0.05 and median(closing-cash in 2025) >= 200000`. Probabilities and statistics are taken over
/// all futures; a comparison without them (`host-share > 0.8 in 2021`) is held against the money expected.
public indirect enum Condition: Sendable, Hashable, CustomStringConvertible {
  case compares(Quantity, Comparison, Double)
  /// On the central projection.
  case expected(Occurrence)
  case all([Condition])
  case any([Condition])

  /// Every quantity it asks for, in the order of the text, each once.
  public var quantities: [Quantity] {
    comparisons.reduce(into: []) { if !$0.contains($1.quantity) { $0.append($1.quantity) } }
  }

  /// Every occurrence that is looked for on the central projection.
  public var expectations: [Occurrence] {
    switch self {
    case .compares: []
    case .expected(let occurrence): [occurrence]
    case .all(let parts), .any(let parts): parts.flatMap(\.expectations)
    }
  }

  /// Every comparison of a quantity over all futures.
  public var comparisons: [(quantity: Quantity, comparison: Comparison, value: Double)] {
    switch self {
    case .compares(let quantity, let comparison, let value): [(quantity, comparison, value)]
    case .expected: []
    case .all(let parts), .any(let parts): parts.flatMap(\.comparisons)
    }
  }

  /// Whether it holds where quantities have these values and these occurrences happen on the central projection. A
  /// value that is not a number holds no comparison.
  /// - Parameter value: of a quantity, for a comparison that it is held by.
  public func holds(_ value: (Quantity, Comparison) -> Double, expected: (Occurrence) -> Bool) -> Bool {
    switch self {
    case .compares(let quantity, let comparison, let line):
      comparison.holds(value(quantity, comparison), against: line)
    case .expected(let occurrence): expected(occurrence)
    case .all(let parts): parts.allSatisfy { $0.holds(value, expected: expected) }
    case .any(let parts): parts.contains { $0.holds(value, expected: expected) }
    }
  }

  public var description: String {
    switch self {
    case .compares(let quantity, let comparison, let value):
      "\(quantity) \(comparison.rawValue) \(Decimals.shortest(value))"
    case .expected(let occurrence): "\(occurrence)"
    case .all(let parts):
      parts.map { if case .any = $0 { "(\($0))" } else { "\($0)" } }.joined(separator: " and ")
    case .any(let parts): parts.map(\.description).joined(separator: " or ")
    }
  }
}
