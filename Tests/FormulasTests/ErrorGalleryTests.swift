import Formulas
import LinearAlgebra
import Testing

@Suite("What is said about wrong formulas and tables")
struct ErrorGalleryTests {
  static func description(_ text: String, _ frame: Frame? = nil, weights: String? = nil) -> String {
    do throws(FormulaError) {
      let formula = try Formula(text)
      guard let frame else { return "no error" }
      _ = try formula.model(of: frame, weights: weights)
      return "no error"
    } catch {
      return error.description
    }
  }

  @Test(
    "grammar",
    arguments: [
      ("", "formula: expected a column, a number, a function or '(', found the end\n  \n  ^"),
      ("y", "formula: expected an operator or '~', found the end\n  y\n   ^"),
      ("~ x", "formula: expected a response before '~', found '~'\n  ~ x\n  ^"),
      (
        "y ~ x +",
        "formula: expected a column, a number, a function or '(', found the end\n  y ~ x +\n         ^"
      ),
      ("y ~ (x + z", "formula: expected an operator or ')', found the end\n  y ~ (x + z\n            ^"),
      ("y ~ x z", "formula: expected an operator, '|' or the end, found 'z'\n  y ~ x z\n        ^"),
      ("y ~ x | 3", "formula: expected the name of a column, found '3'\n  y ~ x | 3\n          ^"),
      ("y ~ x | a * b", "formula: expected '+' or the end, found '*'\n  y ~ x | a * b\n            ^"),
      (
        "y ~ x %in% z",
        "formula: '%' is not part of a formula; a column of such a name stands in backticks\n  y ~ x %in% z\n"
          + "        ^"
      ),
      ("y ~ `x", "formula: a name in backticks is not closed\n  y ~ `x\n      ^"),
      ("y ~ log(x, 2)", "formula: expected an operator or ')', found ','\n  y ~ log(x, 2)\n           ^"),
    ])
  func grammar(text: String, expected: String) { #expect(Self.description(text) == expected) }

  @Test(
    "meaning",
    arguments: [
      (
        "y ~ lg(x)",
        "formula: unknown function 'lg'; there are log, exp, sqrt, I, factor and offset\n  y ~ lg(x)\n      ^"
      ),
      (
        "y ~ 2*x",
        "formula: 2 is no term: only 0 and 1 are, for the intercept. Arithmetic stands in I(), as in "
          + "I(2 * x)\n  y ~ 2*x\n      ^"
      ),
      (
        "y ~ I(x:z)",
        "formula: ':' has no meaning in arithmetic; it makes terms\n  y ~ I(x:z)\n        ^"
      ),
      (
        "y ~ log(factor(x))",
        "formula: factor() can only be a term of its own, with a column or numbers in it\n"
          + "  y ~ log(factor(x))\n          ^"
      ),
      (
        "y ~ x:offset(z)",
        "formula: offset() can only be a term of its own, with a column or numbers in it\n  y ~ x:offset(z)\n"
          + "        ^"
      ),
      (
        "y ~ (x + z)^1.5",
        "formula: terms are crossed to a whole degree from 1, as in ^2; found 1.5\n  y ~ (x + z)^1.5\n"
          + "              ^"
      ),
      ("y ~ x + y", "formula: the response 'y' is a term as well\n  y ~ x + y\n          ^"),
      ("y ~ x - x - 1", "formula: no term and no intercept is left to estimate\n  y ~ x - x - 1\n      ^"),
      (
        "y ~ factor(x + 1)",
        "formula: expected the name of a column, found x + 1\n  y ~ factor(x + 1)\n             ^"
      ),
    ])
  func meaning(text: String, expected: String) { #expect(Self.description(text) == expected) }

  static let frame = Frame(
    names: ["y", "unemp", "south", "one", "gap"],
    columns: [
      SmallTable.numbers([1, 2, 0]), SmallTable.numbers([1, -3, 0]), .text(["no", "yes", "no"]),
      .text(["same", "same", "same"]), SmallTable.numbers([nil, nil, nil]),
    ],
    lines: [2, 3, 4])

  @Test(
    "data",
    arguments: [
      ("y ~ .", "formula: '.' for all other columns is not offered; name the columns\n  y ~ .\n      ^"),
      ("y ~ unmp", "unknown column 'unmp'; did you mean 'unemp'?\n  y ~ unmp\n      ^"),
      (
        "y ~ price",
        "unknown column 'price'; the table has 'y', 'unemp', 'south', 'one', 'gap'\n  y ~ price\n      ^"
      ),
      (
        "y ~ unemp | sout",
        "unknown column 'sout'; did you mean 'south'?\n  y ~ unemp | sout\n              ^"
      ),
      (
        "y ~ log(unemp)",
        "line 3: log(unemp) has no finite value where unemp is -3\n  y ~ log(unemp)\n      ^"
      ),
      ("log(y) ~ 1", "line 4: log(y) has no finite value where y is 0\n  log(y) ~ 1\n  ^"),
      (
        "y ~ sqrt(unemp + 1)",
        "line 3: sqrt(unemp + 1) has no finite value where unemp + 1 is -2\n  y ~ sqrt(unemp + 1)\n      ^"
      ),
      (
        "y ~ I(y/unemp)",
        "line 4: y/unemp has no finite value where y is 0 and unemp is 0\n  y ~ I(y/unemp)\n        ^"
      ),
      (
        "y ~ I(unemp^0.5)",
        "line 3: unemp^0.5 has no finite value where unemp is -3 and 0.5 is 0.5\n"
          + "  y ~ I(unemp^0.5)\n        ^"
      ),
      (
        "y ~ log(south)",
        "column 'south' holds text ('no' in line 2) where numbers are needed\n  y ~ log(south)\n          ^"
      ),
      (
        "y ~ one",
        "'one' is 'same' in every row that is used: a factor needs two levels; leave the term out\n"
          + "  y ~ one\n      ^"
      ),
      (
        "south ~ unemp",
        "the response 'south' is text with 2 levels ('no', 'yes'); numbers are needed, or for a yes-or-no "
          + "model exactly two levels\n  south ~ unemp\n  ^"
      ),
      ("y ~ gap", "each of the 3 rows misses a value in one of 'y', 'gap'"),
    ])
  func data(text: String, expected: String) { #expect(Self.description(text, Self.frame) == expected) }

  @Test("weights point into their own text")
  func weights() {
    #expect(
      Self.description("y ~ unemp", Self.frame, weights: "1/y")
        == "line 4: 1/y has no finite value where 1 is 1 and y is 0\n  1/y\n  ^")
    #expect(
      Self.description("y ~ unemp", Self.frame, weights: "w")
        == "unknown column 'w'; the table has 'y', 'unemp', 'south', 'one', 'gap'\n  w\n  ^")
  }

  @Test("a table without rows, a factor of too many levels")
  func sizes() {
    let empty = Frame(names: ["y"], columns: [.numbers([])], lines: [])
    #expect(Self.description("y ~ 1", empty) == "the table has no rows")
    let many = Frame(
      names: ["y", "who"],
      columns: [
        SmallTable.numbers([Double](repeating: 1, count: 10_002)), .text((1...10_002).map { "g\($0)" }),
      ], lines: Array(2...10_003))
    #expect(
      Self.description("y ~ who", many)
        == "formula: with 'who' the design has 10002 columns; at most 10000 are estimated. A factor of many "
        + "levels can be swept out: write it behind '|'\n  y ~ who\n      ^")
  }
}
