import Testing

@testable import Reporting

@Suite("parts that foot, and bars of characters") struct CompareDrawingTests {
  @Test("rounded parts add to the rounded total")
  func footing() {
    #expect(Footing.parts([33.4, 33.3, 33.3], total: 100) == [34, 33, 33])
    #expect(Footing.parts([-0.5, -0.5], total: -1) == [0, -1])
    // The total is one more and one less than what the parts round down and up to.
    #expect(Footing.parts([1.0, 2.0], total: 4) == [2, 2])
    #expect(Footing.parts([1.9, 2.9], total: 3) == [1, 2])
    #expect(Footing.parts([1.1, 2.2], total: 2) == [0, 2])
    #expect(Footing.parts([], total: 0) == [])
    for seed in 1...200 {
      let values = (1...5).map { Double(seed * $0 * 7919 % 2003) / 100 - 10 }
      let total = Footing.nearest(values.reduce(0, +))
      #expect(Footing.parts(values, total: total).reduce(0, +) == total)
    }
  }

  @Test("a waterfall stands on one scale")
  func waterfall() {
    let bars = Waterfall(start: 10, steps: [10, -15, 0], width: 20).bars
    #expect(
      bars == [
        "==========          ", "          ++++++++++", "     ---------------", "                    ",
        "=====               ",
      ])
    #expect(Waterfall(start: 0, steps: [], width: 4).bars == ["=   ", "=   "])
    // Below zero, and a step too small for a character.
    let below = Waterfall(start: -10, steps: [-10, 0, 20], width: 20)
    #expect(
      below.bars == [
        "          ==========", "----------          ", "                    ", "++++++++++++++++++++",
        "                   =",
      ])
    #expect(Waterfall(start: 1_000_000, steps: [1], width: 10).bars[1] == "         +")
  }
}
