import Formulas
import Testing

@Suite("The grammar of formulas")
struct GrammarTests {
  @Test(
    "terms in R's order and spelling",
    arguments: [
      ("y ~ a*b*c", ["a", "b", "c", "a:b", "a:c", "b:c", "a:b:c"]),
      ("y ~ (a+b+c)^2", ["a", "b", "c", "a:b", "a:c", "b:c"]),
      ("y ~ (a + b)^1000000000", ["a", "b", "a:b"]),
      ("y ~ c:b + a + b", ["a", "b", "c:b"]),
      ("y ~ a*b - a", ["b", "a:b"]),
      ("y ~ a + a + (a)", ["a"]),
      ("y ~ a:a + a^3", ["a"]),
      ("y ~ a/b", ["a", "a:b"]),
      ("y~.x + x_1+`a b`", [".x", "x_1", "`a b`"]),
      ("y ~ log(x+1)+I(x1*x2)+I(y2/100)+I(exp^2)", ["log(x + 1)", "I(x1 * x2)", "I(y2/100)", "I(exp^2)"]),
      ("y ~ I(-x^2) + I(2^-x) + I(x-1-(z))", ["I(-x^2)", "I(2^-x)", "I(x - 1 - (z))"]),
      (
        "y ~ I(x*100000) + I(x*123456.50) + I(x*.001e-2)",
        ["I(x * 1e+05)", "I(x * 123456.5)", "I(x * 1e-05)"]
      ),
      ("y ~ factor(id):x + as.factor(id)", ["as.factor(id)", "factor(id):x"]),
      ("y ~ größe", ["größe"]),
    ])
  func labels(text: String, labels: [String]) throws {
    let formula = try Formula(text)
    #expect(formula.termLabels == labels)
    #expect(formula.hasIntercept)
  }

  @Test(
    "the intercept",
    arguments: [
      ("y ~ 1", true), ("y ~ x - 1", false), ("y ~ 0 + x", false), ("y ~ x + 0 + 1", true),
      ("y ~ -1 + x", false),
      ("y ~ x - 0", true), ("y ~ x - (z + 1)", false), ("y ~ x - 1 + 1", true), ("y ~ x*1", true),
    ])
  func intercept(text: String, has: Bool) throws {
    #expect(try Formula(text).hasIntercept == has)
  }

  @Test("effects stand behind the bar, with their places")
  func effects() throws {
    let formula = try Formula("log(gsp) ~ log(pcap) + unemp | state + `the year`")
    #expect(formula.effects.map(\.name) == ["state", "the year"])
    #expect(formula.effects.map(\.place) == [32, 40])
    #expect(formula.responseName == "log(gsp)")
    #expect(formula.columns == ["gsp", "pcap", "unemp", "state", "the year"])
  }

  @Test("a name is a function only before a bracket")
  func functionsAndColumns() throws {
    #expect(try Formula("log ~ exp + exp (log) + I(I^2)").columns == ["log", "exp", "I"])
    #expect(try Formula("y ~ x + z - z + offset(log(t))").columns == ["y", "x", "t"])
  }
}
