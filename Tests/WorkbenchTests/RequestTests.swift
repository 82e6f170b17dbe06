import Testing
import Workbench

@Suite("A request")
struct RequestTests {
  @Test("holds what was asked")
  func holds() { #expect(RegressionRequest(file: "a.csv", formula: "y ~ x").formula == "y ~ x") }
}
