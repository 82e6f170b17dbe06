// Written by Tests/CertificationTests/Scripts/certification.py: do not edit.
extension CertifiedRegression {
  static let noInt1 = CertifiedRegression(
    name: "NoInt1", level: .average, source: "NIST StRD",
    formula: "y ~ x - 1",
    coefficients: """
      x 2.07438016528926 0.0165289256198347
      """,
    residualDeviation: "3.56753034006338", rSquared: "0.999365492298663", f: "15750.2500000000",
    table: """
      y x
      130 60
      131 61
      132 62
      133 63
      134 64
      135 65
      136 66
      137 67
      138 68
      139 69
      140 70
      """)

  static let noInt2 = CertifiedRegression(
    name: "NoInt2", level: .average, source: "NIST StRD data from memory; figures by exact arithmetic",
    formula: "y ~ x - 1",
    coefficients: """
      x 0.727272727272727 0.0420827318078432
      """,
    residualDeviation: "0.369274472937998", rSquared: "0.993348115299335", f: "298.666666666667",
    table: """
      y x
      3 4
      4 5
      4 6
      """)
}
