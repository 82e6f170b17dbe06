import Formulas
import LinearAlgebra

/// The table of Scripts/model-matrix.R, and columns made of plain numbers.
enum SmallTable {
  static let frame = Frame(
    names: [
      "y", "x", "z", "exp", "two.part", "District", "a", "b", "south", "odd name",
    ],
    columns: [
      numbers([3, 5, 2, 8, 7, 1, 4, 9]), numbers([1.5, -2, 0.25, 4, 3, -1, 2.5, 6]),
      numbers([2, 3, 5, 7, 11, 13, 17, 19]), numbers([1, 2, 3, 4, 5, 6, 7, 8]),
      numbers([4, 1, 3, 2, 8, 6, 7, 5]), numbers([10, 2, 9, 2, 10, 9, 2, 10]),
      text("u v u v u v v u"), text("p q r p q r p q"), text("no yes no yes yes no no yes"),
      numbers([1, 4, 9, 16, 25, 36, 49, 64]),
    ],
    lines: Array(2...9))

  static func numbers(_ values: [Double?]) -> Frame.Column {
    .numbers(values.map { $0.map { DoubleDouble($0) } })
  }

  static func text(_ words: String) -> Frame.Column { .text(words.split(separator: " ").map(String.init)) }
}
