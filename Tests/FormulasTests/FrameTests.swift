import Formulas
import Testing

@Suite("A frame of columns")
struct FrameTests {
  @Test("columns are found by name")
  func names() {
    let frame = Frame(names: ["x", "who"], columns: [.numbers([nil]), .text(["a"])], lines: [2])
    #expect(frame["who"] == .text(["a"]) && frame["y"] == nil && frame.rows == 1)
  }
}
