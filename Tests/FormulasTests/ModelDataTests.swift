import Formulas
import LinearAlgebra
import Regression
import Testing

@Suite("A formula applied to a table")
struct ModelDataTests {
  static let frame = Frame(
    names: ["y", "x", "who", "year", "w", "passed"],
    columns: [
      SmallTable.numbers([1, 2, nil, 4, 5, 6]), SmallTable.numbers([1, nil, 3, 4, 5, 6]),
      .text(["b", "a", "c", "b", nil, "a"]), SmallTable.numbers([2001, 2001, 1999, 2000, 2000, 2010]),
      SmallTable.numbers([1, 1, 1, 2, 0, 0.5]), .text(["yes", "no", "no", "no", "yes", nil]),
    ],
    lines: [2, 3, 5, 6, 7, 8])

  @Test("a row that misses any value it needs is left out, and its line is kept")
  func missing() throws {
    let model = try Formula("y ~ x").model(of: Self.frame)
    #expect(model.lines == [2, 6, 7, 8] && model.omittedLines == [3, 5])
    #expect(model.sample.response.high == [1, 4, 5, 6])
    let clustered = try Formula("y ~ x").model(of: Self.frame, needing: ["who"])
    #expect(clustered.lines == [2, 6, 8] && clustered.line(ofRow: 1) == 6)
    #expect(try clustered.grouping("who") == Grouping(name: "who", levels: ["a", "b"], codes: [1, 1, 0]))
  }

  @Test("effects and groups: text by label, numbers by value, levels without rows dropped")
  func groups() throws {
    let model = try Formula("y ~ x | who + year").model(of: Self.frame)
    #expect(model.effects.map(\.name) == ["who", "year"])
    #expect(model.effects[1].levels == ["2000", "2001", "2010"] && model.effects[1].codes == [1, 0, 2])
    #expect(try model.numbers("year").high == [2001, 2000, 2010])
  }

  @Test("weights are a column or arithmetic; offsets add up")
  func weights() throws {
    let model = try Formula("y ~ offset(x) + offset(w)").model(of: Self.frame, weights: "1/(w + 1)")
    #expect(model.sample.weights == [0.5, 1.0 / 3, 1, 1 / 1.5])
    #expect(model.sample.offset?.high == [2, 6, 5, 6.5])
    #expect(model.sample.design.names == ["(Intercept)"])
  }

  @Test("a response of two levels is 0 and 1 where that was asked for")
  func binary() throws {
    let model = try Formula("passed ~ x").model(of: Self.frame, textResponse: .binary)
    #expect(model.responseLevels == ["no", "yes"] && model.responseName == "passed")
    #expect(model.sample.response.high == [1, 0, 0, 1] && model.lines == [2, 5, 6, 7])
  }

  @Test("effects behind the bar count as an intercept when factors are coded")
  func effectsCode() throws {
    let model = try Formula("x ~ passed - 1 | year").model(of: Self.frame)
    #expect(model.sample.design.names == ["passedyes"])
  }
}
