import LinearAlgebra
import Testing

/// Both parts computed by exact fractions: hi the nearest double, lo the nearest double to the rest.
@Suite("Decimal text as a double-double")
struct DecimalTests {
  static let table: [(text: String, hi: Double, lo: Double)] = [
    ("0.1", 0x1.999999999999ap-4, -0x1.999999999999ap-58),
    ("-6.860120914", -0x1.b70c38970f149p+2, 0x1.905841237a9d4p-52),
    ("1000000000000.4", 0x1.d1a94a2000ccdp+39, -0x1.999999999999ap-16),
    ("123456789012345678901234567890", 0x1.8ee90ff6c373ep+96, 0x1.dc9c7e15a4p+39),
    ("3e-7", 0x1.421f5f40d8376p-22, 0x1.0696f2f62c41ap-76), (".5", 0.5, 0), ("+5.", 5, 0),
    ("1e22", 1e22, 0), ("1E-30", 0x1.4484bfeebc2a0p-100, -0x1.e72f6d3e432b6p-154),
    ("6.02214076e23", 0x1.fe185ca57c517p+78, 0x1.8cp+23),
    ("0.333333333333333333333333333333333", 0x1.5555555555555p-2, 0x1.5555555555555p-56),
    ("4.70000000000000000000000000000000000000", 0x1.2cccccccccccdp+2, -0x1.999999999999ap-53),
    ("0000000000000000000000000000000000001.5", 1.5, 0), ("1e-400", 0, 0),
  ]

  @Test("nearest double and what it leaves out, to 2^-100 of the number", arguments: table)
  func parts(_ text: String, _ hi: Double, _ lo: Double) throws {
    let number = try #require(DoubleDouble(decimal: text))
    #expect(number.hi == hi)
    #expect((number.lo - lo).magnitude <= 0x1p-100 * hi.magnitude)
  }

  @Test(
    "what is not a plain decimal is refused",
    arguments: [
      "", "-", ".", "e5", "1e", "1e+", "nan", "inf", "0x10", "1_000", "1,5", " 1", "1 ", "1.2.3", "--1",
      "1e400", "1e99999999999999999999", "１",
    ])
  func refused(_ text: String) { #expect(DoubleDouble(decimal: text) == nil) }
}
