/// Where the quantities of a path stand in a block: those of its accounts, then those that are measured.
public struct PathColumns: Sendable {
  public let layout: PathLayout
  /// By name: columns that are measured.
  private let named: [MeasureName: Int]
  /// How many columns there are.
  public let count: Int

  /// - Parameter measures: in the order in which they are filled; no name twice.
  public init(_ layout: PathLayout, measures: [any PathMeasure]) {
    self.layout = layout
    let names = measures.flatMap(\.columns).map(\.name)
    named = Dictionary(
      uniqueKeysWithValues: names.enumerated().map { ($0.element, layout.count + $0.offset) })
    count = layout.count + names.count
  }

  /// The column of a quantity that is measured.
  public subscript(name: MeasureName) -> Int? { named[name] }
}
