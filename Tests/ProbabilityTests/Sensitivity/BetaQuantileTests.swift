import Probability
import Testing

@Suite("quantiles of a beta distribution")
struct BetaQuantileTests {
  @Test("by hand: uniform, and powers x^a and 1 - (1 - x)^b")
  func byHand() {
    for p in [0.001, 0.1, 0.5, 0.9, 0.999] {
      #expect((betaQuantile(p, 1, 1) - p).magnitude < 1e-14)
      #expect((betaQuantile(p * p, 2, 1) - p).magnitude < 1e-12)
      #expect((betaQuantile(1 - p * p, 1, 2) - (1 - p)).magnitude < 1e-12)
    }
  }

  @Test("the share below a quantile is the share asked for")
  func inverse() {
    for (p, a, b) in [(0.1, 3.5, 12.0), (0.9, 3.5, 12), (0.1, 60, 40), (0.9, 0.4, 0.3)] {
      #expect((regularisedBeta(betaQuantile(p, a, b), a, b) - p).magnitude < 1e-12)
    }
  }

  @Test("ends, and what is no distribution")
  func edges() {
    #expect(betaQuantile(0, 2, 3) == 0 && betaQuantile(1, 2, 3) == 1)
    #expect(betaQuantile(0.5, 0, 1).isNaN && betaQuantile(1.5, 1, 1).isNaN && betaQuantile(.nan, 1, 1).isNaN)
  }
}
