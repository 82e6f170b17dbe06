import LinearAlgebra
import Regression
import Testing

/// Influence, inflation and conditioning against R 4.2, car and statsmodels (Scripts/diagnostics.R).
@Suite("Influence and conditioning") struct InfluenceTests {
  /// Weights of 1, 2, 3 and a half in turn, the seventh row left out.
  static let weighted: Sample = {
    var weights = (0..<16).map { [1, 2, 3, 0.5][$0 % 4] }
    weights[6] = 0
    return Sample(
      Longley.employed, on: ["GNP": Longley.column("GNP"), "Unemployed": Longley.column("Unemployed")],
      weights: weights)
  }()

  /// R leaves out the row of weight zero.
  @Test("a weighted fit")
  func weighted() throws {
    let influence = try LinearModel().fit(InfluenceTests.weighted).influence()
    func compare(_ found: [Double], _ expected: [Double]) {
      let kept = Array(found[..<6] + found[7...])
      #expect(fewestDigits(kept, expected) > 10)
    }
    compare(
      influence.leverages,
      [
        0.149302059870712572, 0.246212340719907802, 0.654101210229823593, 0.062129172079154832,
        0.119408394809676618, 0.306703069564067121, 0.031567238209341084, 0.057154499949297922,
        0.153174371152459188, 0.257121912377069384, 0.080019369064591200, 0.080394975729638649,
        0.196108885758679158, 0.526049581246697873, 0.080552919238883108,
      ])
    compare(
      influence.studentizedResiduals,
      [
        0.513420619185569915, 0.317565323709667668, 0.217694930156069305, -0.163851486932829860,
        -0.926686953105817168, -3.274916222073489980, -0.507884291327910242, 0.031117192268802486,
        2.673400664523063686, 1.304986448465306426, -0.258227765208977000, -0.158484401830276789,
        0.218015816454447175, -0.780549133969543618, -0.967441261087682580,
      ])
    compare(
      influence.cooksDistances,
      [
        0.01642932703589724056, 0.01186945524834192613, 0.03244836383336576618, 0.00064515184420677648,
        0.03927783500805864803, 0.87357041170286320320, 0.00298742828113758921, 0.00002134222933313389,
        0.28495328390110014061, 0.18560411154117581467, 0.00209635529342822383, 0.00079666804102386751,
        0.00419827433168866535, 0.23299673109959764816, 0.02747938618487036355,
      ])
    compare(
      influence.dffits,
      [
        0.2150891559511810269, 0.1814945008857963560, 0.2993617231954485147, -0.0421722387290641501,
        -0.3412425732511812915, -2.1782093456622861893, -0.0916955664445574525, 0.0076613508585451464,
        1.1369990662767450740, 0.7677446034194536084, -0.0761572329267620890, -0.0468597871472156008,
        0.1076807380525365149, -0.8223318855503606306, -0.2863530932308426813,
      ])
    #expect(digits(influence.standardizedResiduals[0], 0.529938296642508133) > 10)
  }

  /// statsmodels 0.14 on NIST's units; its residuals lose about 6 digits to the conditioning.
  @Test("Longley")
  func longley() throws {
    let fit = try LinearModel().fit(Longley.sample)
    let influence = try fit.influence()
    #expect(digits(influence.leverages[0], 0.4245369306248321) > 10)
    #expect(digits(influence.leverages[15], 0.6886146016911425) > 10)
    #expect(digits(influence.cooksDistances[4], 0.6139168381864852) > 8)
    #expect(digits(influence.dffits[4], 2.3331531026675156) > 8)
    #expect(digits(influence.studentizedResiduals[9], 2.1694481824200866) > 8)
    #expect(digits(influence.leverages.reduce(0, +), 7) > 14)
  }

  /// car's `vif` works on the covariance of coefficients and agrees with itself to about 12 digits.
  @Test("variance inflation")
  func inflation() throws {
    let factors = try LinearModel().fit(Longley.sample).varianceInflation()
    #expect(factors.map(\.label) == Longley.columns)
    let expected = [
      135.53243827985807, 1788.513482716254, 33.618890596030404, 3.5889301934445337, 399.15102231221215,
      758.9805974060711,
    ]
    #expect(fewestDigits(factors.map(\.factor), expected) > 11)
    let weighted = try LinearModel().fit(InfluenceTests.weighted).varianceInflation()
    #expect(fewestDigits(weighted.map(\.factor), [1.517725065648472, 1.517725065648472]) > 12)
  }

  /// Three eras of five, six and five years as a factor of two columns.
  @Test("generalised inflation of a factor")
  func generalised() throws {
    func era(_ rows: Range<Int>) -> [Double] { (0..<16).map { rows.contains($0) ? 1 : 0 } }
    let sample = Sample(
      Longley.employed,
      on: [
        "GNP": Longley.column("GNP"), "erab": era(5..<11), "erac": era(11..<16),
        "Unemployed": Longley.column("Unemployed"),
      ])
    let terms = [("(Intercept)", 0..<1), ("GNP", 1..<2), ("era", 2..<4), ("Unemployed", 4..<5)]
    let design = Design(
      names: sample.design.names, matrix: sample.design.matrix,
      terms: terms.map { Design.Term(label: $0.0, columns: $0.1) })
    let factors = try LinearModel().fit(Sample(design: design, response: sample.response))
      .varianceInflation()
    #expect(factors.map(\.label) == ["GNP", "era", "Unemployed"])
    #expect(factors.map(\.degreesOfFreedom) == [1, 2, 1])
    #expect(
      fewestDigits(factors.map(\.factor), [7.8999756797336103, 13.1572815848814617, 2.6239109187325353]) > 11)
    #expect(
      fewestDigits(
        factors.map(\.perCoefficient), [2.8106895381264736, 1.9045463324372658, 1.6198490419580880]) > 11)
  }

  @Test("condition numbers, plain as R's kappa(exact = TRUE)")
  func kappa() throws {
    let conditioning = try LinearModel().fit(Longley.sample).conditioning()
    #expect(digits(conditioning.conditionNumber, 23845862.1960076) > 10)
    let weighted = try LinearModel().fit(InfluenceTests.weighted).conditioning()
    #expect(digits(weighted.conditionNumber, 2280.2379287048188) > 12)
  }

  /// Hilbert's matrix of order 8: its condition numbers to 60 digits (Scripts/hilbert_condition.py).
  @Test("a condition number of 1e10, to 14 digits, whatever the columns' units")
  func hilbert() {
    let scale = 360_360.0
    let columns = (0..<8).map { column in (0..<8).map { scale / Double($0 + column + 1) } }
    let units = (0..<8).map { Double(sign: .plus, exponent: 40 * $0 - 100, significand: 1) }
    func conditioning(_ units: [Double]) -> Conditioning {
      Conditioning(
        WideMatrix(
          rows: 8,
          columns: zip(columns, units).map { column, unit in
            WideVector(column.map { DoubleDouble($0 * unit) })
          }))
    }
    let plain = conditioning([Double](repeating: 1, count: 8))
    #expect(digits(plain.conditionNumber, 15257575741.646942839) > 13)
    #expect(digits(plain.scaledConditionNumber, 8419713472.6202127248) > 13)
    #expect(plain.scaledSingularValues == conditioning(units).scaledSingularValues)
  }

  @Test("dependent columns have an infinite condition number")
  func dependent() {
    let matrix = Matrix(rowMajor: [[1, 2, 3], [1, 4, 5], [1, 7, 8], [1, 0, 1]])
    #expect(Conditioning(WideMatrix(matrix)).conditionNumber == .infinity)
  }
}
