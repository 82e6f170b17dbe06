import Regression
import Testing

/// Tests of what a regression assumes, on Longley's data in R's units.
///
/// Source: R 4.2 with lmtest 0.9-40, tseries, MASS (Scripts/diagnostics.R). Demanded: 10 digits, what the
/// conditioning of 2.4e7 leaves R; 8 where the auxiliary regression squares it.
@Suite("Tests of assumptions") struct DiagnosticTestsTests {
  let full: LinearFit
  let two: LinearFit

  init() throws {
    full = try LinearModel().fit(Longley.sample)
    two = try LinearModel().fit(
      Sample(Longley.employed, on: ["GNP": Longley.column("GNP"), "Year": Longley.column("Year")]))
  }

  private func expect(
    _ test: DiagnosticTest, _ statistic: Double, _ pValue: Double, freedom: [Double],
    digits demand: Double = 10,
    at location: SourceLocation = #_sourceLocation
  ) {
    #expect(digits(test.statistic, statistic) > demand, "\(test)", sourceLocation: location)
    #expect(digits(test.pValue, pValue) > demand, "\(test)", sourceLocation: location)
    #expect(test.degreesOfFreedom == freedom, sourceLocation: location)
  }

  @Test("Breusch-Pagan, studentized and original")
  func breuschPagan() throws {
    expect(try full.breuschPagan(), 2.5096632076436527, 0.8673846348569545, freedom: [6])
    expect(
      try full.breuschPagan(studentized: false), 1.79909404315927501, 0.93721763280150772, freedom: [6])
  }

  @Test("Breusch-Pagan with weights, one of them zero")
  func weighted() throws {
    let fit = try LinearModel().fit(InfluenceTests.weighted)
    expect(try fit.breuschPagan(), 11.5309799359666751, 0.0031338594967312279, freedom: [2])
    expect(
      try fit.breuschPagan(studentized: false), 5.532136060519203369, 0.062908874873556356, freedom: [2])
  }

  @Test("White")
  func white() throws {
    expect(try two.white(), 3.72666591378755552, 0.58940072670916477, freedom: [5])
  }

  @Test("RESET")
  func reset() throws {
    expect(try full.reset(), 2.27271031290881931, 0.17354375114916842, freedom: [2, 7], digits: 8)
  }

  @Test("Durbin-Watson, exact in the middle and eight decimals out in the tail")
  func durbinWatson() throws {
    expect(try full.durbinWatson(), 2.55948768928152104, 0.48342422220579273, freedom: [])
    let mean = try LinearModel().fit(Sample(Longley.employed, on: [:]))
    expect(try mean.durbinWatson(), 1.5399829627587563e-01, 4.3064857073656033e-09, freedom: [])
  }

  @Test("Breusch-Godfrey")
  func breuschGodfrey() throws {
    expect(try full.breuschGodfrey(), 2.6851538952110205, 0.1012874398383246, freedom: [1])
    expect(try full.breuschGodfrey(order: 3), 5.14094485573604132, 0.16176265366387224, freedom: [3])
  }

  @Test("Jarque-Bera")
  func jarqueBera() {
    expect(full.jarqueBera(), 0.68413558593675483, 0.71030004972810146, freedom: [2])
  }

  @Test("what is not defined is refused with the way out")
  func refused() throws {
    let weighted = try LinearModel().fit(InfluenceTests.weighted)
    let plain = try LinearModel().fit(
      Sample(Longley.employed, on: ["GNP": Longley.column("GNP")], intercept: false))
    for test in [weighted.white, { try weighted.reset() }, weighted.durbinWatson, plain.white] {
      #expect { _ = try test() } throws: {
        if case .unsupported(let message) = $0 as? RegressionError { message.contains(": ") } else { false }
      }
    }
    #expect(throws: RegressionError.invalidLag(lag: 16, periods: 16)) { try full.breuschGodfrey(order: 16) }
    #expect(throws: RegressionError.fewerRowsThanColumns(rows: 16, columns: 17)) { try full.white() }
  }
}
