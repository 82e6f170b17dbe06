import Certification
import LinearAlgebra
import Testing

@Suite("Log relative error")
struct LogRelativeErrorTests {
  @Test("counts digits against the text, not against its rounding")
  func digits() {
    #expect(LogRelativeError.digits(of: 1.0, certified: "1.00000000000000") == 15)
    #expect((LogRelativeError.digits(of: 1.001, certified: "1") - 3).magnitude < 1e-10)
    #expect((LogRelativeError.digits(of: -2.2, certified: "-2") - 1).magnitude < 1e-10)
    // The double 0.1 is 5.6e-18 above the text; a double-double of the text is not.
    let near = DoubleDouble(decimal: "0.1000000000001")!
    #expect((LogRelativeError.digits(of: near, certified: "0.1") - 12).magnitude < 1e-9)
  }

  @Test("is absolute about zero, and between 0 and 15")
  func ends() {
    #expect(LogRelativeError.digits(of: 0.0, certified: "0.00000000000000") == 15)
    #expect((LogRelativeError.digits(of: 1e-7, certified: "0") - 7).magnitude < 1e-12)
    #expect(LogRelativeError.digits(of: 5.0, certified: "1") == 0)
    #expect(LogRelativeError.digits(of: Double.nan, certified: "1") == 0)
    #expect(LogRelativeError.digits(of: Double.infinity, certified: "1") == 0)
  }
}
