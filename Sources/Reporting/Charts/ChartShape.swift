/// A part of a drawn picture.
enum ChartShape: Sendable, Hashable {
  /// `M 10 20 L 30 40`, by the name of its style.
  case path(String, style: String)
  case text(String, x: Double, y: Double, anchor: Anchor, style: String)

  enum Anchor: String, Sendable { case start, middle, end }

  /// A rectangle between two corners.
  static func rectangle(_ x: Double, _ y: Double, to right: Double, _ bottom: Double, style: String) -> Self {
    .path(
      "M\(number(x)) \(number(y))H\(number(right))V\(number(bottom))H\(number(x))Z", style: style)
  }

  static func line(_ points: [(x: Double, y: Double)], style: String) -> Self {
    .path(outline(points), style: style)
  }

  static func polygon(_ points: [(x: Double, y: Double)], style: String) -> Self {
    .path(outline(points) + "Z", style: style)
  }

  private static func outline(_ points: [(x: Double, y: Double)]) -> String {
    points.enumerated().map { "\($0 == 0 ? "M" : "L")\(number($1.x)) \(number($1.y))" }.joined()
  }

  /// A coordinate to a tenth.
  static func number(_ value: Double) -> String { Number.decimal(value, places: 1) }
}
