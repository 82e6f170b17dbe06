import Probability
import Testing
import Vectors

/// The functions of eight lanes against values by mpmath over their whole range (Scripts/lanes.py): the errors their
/// scalar forms state.
@Suite("Accuracy of eight lanes")
struct LaneAccuracyTests {
  @Test("errors in ulps stay within those stated")
  func ulps() {
    #expect(worst(LaneReference.exp, Lanes.exp) <= 0.65)
    #expect(worst(LaneReference.log, Lanes.log) <= 0.9)
    #expect(worst(LaneReference.logistic, Lanes.logistic) <= 2.1)
    #expect(worst(LaneReference.normalQuantile, Lanes.normalQuantile) <= 8)
  }

  /// The largest error over lines of argument, value, what the value's rounding lost; eight lines at a time, so that
  /// lanes of all kinds meet.
  private func worst(_ table: [Double], _ function: (Lanes) -> Lanes) -> Double {
    let lines = table.count / 3
    return (0..<lines).map { first in
      var x = Lanes(0)
      for lane in 0..<Lanes.count { x[lane] = table[3 * ((first + 61 * lane) % lines)] }
      let found = function(x)[0]
      let (high, low) = (table[3 * first + 1], table[3 * first + 2])
      return ((found - high) - low).magnitude / high.ulp
    }.max() ?? .infinity
  }
}
