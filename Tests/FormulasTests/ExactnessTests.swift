import Formulas
import LinearAlgebra
import Regression
import Testing

@Suite("Values to double-double")
struct ExactnessTests {
  /// Relative; a logarithm near zero and every power loses a few of the 2^-104 of one operation.
  static let tolerance = 2e-30

  @Test("terms of decimal numbers have 30 correct digits", arguments: functionTable.indices)
  func terms(index: Int) throws {
    let (term, text, value) = functionTable[index]
    let x = try #require(DoubleDouble(decimal: text))
    let expected = try #require(DoubleDouble(decimal: value))
    let frame = Frame(names: ["y", "x"], columns: [.numbers([x]), .numbers([x])], lines: [2])
    let own = try Formula("y ~ \(term)").model(of: frame).sample.design.matrix[0, 1]
    let error = ((own - expected) / expected).value.magnitude
    #expect(error <= Self.tolerance, "\(term) of \(text): relative error \(error)")
    #expect(own.hi == expected.hi)
  }

  @Test("log undoes exp, and a power undoes its root, over the whole range")
  func inverses() throws {
    let values = (-600...600).map { DoubleDouble(Double($0)) / DoubleDouble(7) }
    let frame = Frame(names: ["x"], columns: [.numbers(values)], lines: Array(2...1202))
    let design = try Formula("x ~ log(exp(x)) + log(exp(x)^0.25)").model(of: frame).sample.design
    for (row, x) in values.enumerated() {
      // exp has a relative error of about 1e-31, which log makes absolute.
      #expect((design.matrix[row, 1] - x).value.magnitude <= 4e-31 + 2e-31 * x.hi.magnitude)
      #expect((design.matrix[row, 2] * 4 - x).value.magnitude <= 4e-30 + 4e-31 * x.hi.magnitude)
    }
  }

  @Test("0.1 keeps what a double loses, in columns and in the formula")
  func decimals() throws {
    let tenth = try #require(DoubleDouble(decimal: "0.1"))
    let frame = Frame(names: ["y", "x"], columns: [.numbers([tenth]), .numbers([tenth])], lines: [2])
    let design = try Formula("y ~ x + I(x - 0.1)").model(of: frame).sample.design
    #expect(design.matrix[0, 1] == tenth && design.matrix[0, 2] == DoubleDouble(0))
  }
}
