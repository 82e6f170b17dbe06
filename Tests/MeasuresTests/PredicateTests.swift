import Measures
import Testing

@Suite("Predicate") struct PredicateTests {
  static let measures = Glossary.indicators.map(\.id)

  private static func message(_ text: String, measures: [String] = measures) -> String {
    do {
      return try Predicate(parsing: text, measures: measures).description
    } catch {
      return error.description
    }
  }

  @Test(
    "a measure, a comparison, a number",
    arguments: [
      ("extrabudgetary-share > 0.5", "extrabudgetary-share > 0.5"), ("hhi<=0.25", "hhi <= 0.25"),
      ("  reserve-ratio\t>=  1 ", "reserve-ratio >= 1.0"),
      ("lowest-month-cash < -10.5", "lowest-month-cash < -10.5"),
    ])
  func reads(text: String, expected: String) { #expect(Self.message(text) == expected) }

  @Test("holds on its own side only")
  func holds() throws {
    let strict = try Predicate(parsing: "extrabudgetary-share > 0.5", measures: Self.measures)
    #expect(strict.measure == "extrabudgetary-share")
    #expect(strict.holds(0.51) && !strict.holds(0.5) && !strict.holds(.nan))
    for (comparison, sides) in [
      (Comparison.above, [false, false, true]), (.atLeast, [false, true, true]),
      (.below, [true, false, false]),
      (.atMost, [true, true, false]),
    ] {
      let predicate = Predicate(measure: "hhi", comparison: comparison, value: 2)
      #expect([1.0, 2, 3].map(predicate.holds) == sides)
    }
  }

  @Test(
    "an error names the column and the way out",
    arguments: [
      ("", "column 1: a measure is missing; begin with its name, such as 'extrabudgetary-share > 0.5'"),
      ("> 0.5", "column 1: a measure is missing; begin with its name, such as 'extrabudgetary-share > 0.5'"),
      (
        " extrabudgetary-shore > 0.5",
        "column 2: measure 'extrabudgetary-shore' is unknown; did you mean 'extrabudgetary-share'?"
      ),
      ("hhi 0.5", "column 5: a comparison is missing; write one of >, >=, <, <="),
      ("hhi = 0.5", "column 5: comparison '=' is unknown; write one of >, >=, <, <="),
      ("hhi ≥ 0.5", "column 5: comparison '≥' is unknown; write one of >, >=, <, <="),
      ("hhi >", "column 6: a number is missing; end with one, such as 0.5"),
      (
        "hhi > 50%",
        "column 7: '50%' is not a plain decimal; write half as 0.5, without %, signs or separators"
      ),
      (
        "hhi > .5", "column 7: '.5' is not a plain decimal; write half as 0.5, without %, signs or separators"
      ),
      (
        "hhi > 1e3",
        "column 7: '1e3' is not a plain decimal; write half as 0.5, without %, signs or separators"
      ),
      ("hhi > 0.5 and", "column 11: 'and' stands after the number; write one comparison a rule"),
    ])
  func errors(text: String, expected: String) { #expect(Self.message(text) == expected) }

  @Test("an unknown measure far from all: the list, or that there is none")
  func unknown() {
    #expect(
      Self.message("profit > 0", measures: ["hhi", "host-share"])
        == "column 1: measure 'profit' is unknown; expected one of hhi, host-share")
    #expect(
      Self.message("profit > 0", measures: []) == "column 1: measure 'profit' is unknown; none is defined")
  }
}
