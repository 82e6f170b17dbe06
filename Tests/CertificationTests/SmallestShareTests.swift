import Certification
import LinearAlgebra
import Testing

/// The smallest shares that the article `RankPolicy` states: what is left of a column's length once the part
/// explained by the columns on its left is taken away, powers formed in double-double from decimal text.
@Suite("Smallest shares of certified designs")
struct SmallestShareTests {
  @Test(
    "as the article says",
    arguments: [
      ("Norris", 0.63), ("Pontius", 0.16), ("Wampler1", 4.3e-3), ("Longley", 8.6e-5), ("Filip", 5.2e-8),
    ])
  func shares(_ name: String, _ stated: Double) throws {
    let set = try #require(CertifiedRegression.all.first { $0.name == name })
    let columns = Dictionary(uniqueKeysWithValues: set.columns.map { ($0.name, wide($0.values)) })
    let terms = try set.coefficients.map { try column($0.name, columns) }
    let design = WideMatrix(rows: terms[0].count, columns: terms)
    let factor = GramFactor(design)
    #expect(factor.dependent.isEmpty)
    #expect((factor.smallestShare / stated - 1).magnitude < 0.05, "\(name): \(factor.smallestShare)")
  }

  private func wide(_ texts: [String]) -> WideVector {
    WideVector(texts.map { DoubleDouble(decimal: $0) ?? DoubleDouble(.nan) })
  }

  /// `(Intercept)`, a variable's name, or `I(x^3)`.
  private func column(_ label: String, _ columns: [String: WideVector]) throws -> WideVector {
    if let plain = columns[label] { return plain }
    let x = try #require(columns["x"] ?? columns.values.first)
    guard label.hasPrefix("I(x^"), let power = Int(label.dropFirst(4).dropLast()) else {
      return WideVector([Double](repeating: 1, count: x.count))
    }
    return (1..<power).reduce(x) { product, _ in product * x }
  }
}
