import Mainstay
import Testing

@Suite("explain") struct ExplanationTests {
  @Test("an indicator that is rated is told with its cut points and their sources")
  func rated() throws {
    let text = try Explanation.text(of: "hhi-three-years")
    #expect(text.contains("Rated       low: at most 0.82, moderate: at most 0.55, high: at most 0.25"))
    #expect(text.contains("Cut points  0.15, 0.25: competition practice"))
    #expect(!(try Explanation.text(of: "staff-share")).contains("Rated"))
  }
}
