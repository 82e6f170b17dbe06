import Tabular
import Testing

@testable import Workbench

@Suite("Numbers as text")
struct NumberTextTests {
  @Test("17 significant digits, exactly rounded, that read back as the same double")
  func full() throws {
    #expect(NumberText.full(0.1) == "0.10000000000000001")
    #expect(NumberText.full(0.5) == "0.5")
    #expect(NumberText.full(-1_234_567.25) == "-1234567.25")
    #expect(NumberText.full(.leastNonzeroMagnitude) == "4.9406564584124654e-324")
    #expect(NumberText.full(1.797_693_134_862_315_7e308) == "1.7976931348623157e+308")
    #expect(NumberText.full(1e17) == "1e+17" && NumberText.full(0) == "0")
    #expect(NumberText.full(.nan) == nil)
    var state: UInt64 = 88_172_645_463_325_252
    for _ in 0..<2_000 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      let value = Double(bitPattern: state)
      if value.isFinite { #expect(Double(try #require(NumberText.full(value))) == value) }
    }
  }

  @Test("ties of the last decimal go to even, carries go up")
  func rounding() {
    #expect(NumberText.decimals(0.125, 2) == "0.12" && NumberText.decimals(0.375, 2) == "0.38")
    #expect(NumberText.decimals(9.999, 2) == "10.00" && NumberText.decimals(0.6, 0) == "1")
    #expect(NumberText.decimals(-0.001, 2) == "0.00")
  }

  /// R 4.2: `format(x, digits = 4)`.
  @Test("columns are written as R's format does")
  func columns() {
    #expect(NumberText.column([1.6433, 0.05759, -0.006733], 4) == ["1.643300", "0.057590", "-0.006733"])
    #expect(NumberText.column([1e10, 1], 4) == ["1e+10", "1e+00"])
    #expect(NumberText.column([123_456, 0.5], 4) == ["123456.0", "0.5"])
    #expect(NumberText.column([.nan, .infinity, 2.5], 4) == ["NA", "Inf", "2.5"])
    #expect(NumberText.significant(0.088096421, 4) == "0.0881")
    #expect(NumberText.significant(27_173.5, 4) == "27174")
    #expect(NumberText.significant(123_456_789, 4) == "123456789")
  }

  /// R 4.2: `format.pval(c(...), digits = 3)`.
  @Test("p-values are written as R's format.pval does")
  func pValues() {
    #expect(NumberText.pValues([0.03, 0.5, 1e-5, 3e-20]) == ["0.03", "0.50", "1e-05", "<2e-16"])
    #expect(NumberText.pValues([0.00356, 0.8631]) == ["0.00356", "0.86310"])
    #expect(NumberText.pValues([.nan]) == ["NA"])
    #expect([0.0005, 0.005, 0.03, 0.07, 0.5].map(NumberText.stars) == ["***", "**", "*", ".", ""])
  }
}

@Suite("JSON of our own")
struct JSONValueTests {
  @Test("keys keep their order, text is escaped, what is not finite is null")
  func document() {
    let value = JSONValue.object([
      ("b", .number(0.1)), ("a", .array([.integer(1), .null, .boolean(true)])), ("empty", .object([])),
      ("text", .text("a\"b\\\n\u{1}é")), ("none", .number(.nan)),
    ])
    #expect(
      value.document == """
        {
          "b": 0.10000000000000001,
          "a": [
            1,
            null,
            true
          ],
          "empty": {},
          "text": "a\\"b\\\\\\n\\u0001é",
          "none": null
        }

        """)
  }
}
