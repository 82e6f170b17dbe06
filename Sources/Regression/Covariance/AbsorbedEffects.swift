/// Effects that were swept out of the rows of a sandwich.
public struct AbsorbedEffects: Sendable {
  /// The effects, their rows those of the sandwich's design.
  public let groupings: [Grouping]
  private let transform: WithinTransform
  private let rows: [Int]?

  /// What a transform swept; `rows` of the transform stand for the rows of the design, nil for all.
  public init(_ transform: WithinTransform, rows: [Int]? = nil) {
    self.transform = transform
    self.rows = rows
    groupings = rows.map { rows in transform.effects.map { $0.selecting(rows: rows) } } ?? transform.effects
  }

  /// For each row its leverage on the effects alone, computed when asked; nil where that would be dear.
  public var leverage: [Double]? {
    let all = transform.leverage
    return rows.map { rows in all.map { all in rows.map { all[$0] } } } ?? all
  }
}
