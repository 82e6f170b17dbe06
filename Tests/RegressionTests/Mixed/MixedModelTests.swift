import LinearAlgebra
import Regression
import Testing

/// Random intercepts against lme4 1.1 (`Scripts/lme4.R`): 6 digits (coefficients: a millionth of their
/// standard errors), as far as its optimiser goes; our own derivative is zero to rounding and our criterion
/// not above theirs.
@Suite("Mixed models")
struct MixedModelTests {
  private struct Figures {
    let coefficients: [Double]
    let errors: [Double]
    let criterion: Double
    let sigma: Double
    let variance: Double
    let intercepts: [Double]
    let deviations: [Double]
  }

  private func expect(_ fit: MixedFit, _ peer: Figures) {
    func least(_ found: [Double], _ expected: [Double]) -> Double {
      zip(found, expected).map { digits($0, $1) }.min()!
    }
    for (index, error) in peer.errors.enumerated() {
      #expect((fit.coefficients[index] - peer.coefficients[index]).magnitude < 1e-6 * error)
    }
    #expect(least(fit.standardErrors, peer.errors) > 6)
    #expect(fit.criterion <= peer.criterion + 1e-9 && digits(fit.criterion, peer.criterion) > 10)
    #expect(digits(fit.sigma, peer.sigma) > 6 && digits(fit.groupVariance, peer.variance) > 6)
    #expect(least(fit.groupEffects.values, peer.intercepts) > 6)
    #expect(least(fit.groupEffects.standardDeviations, peer.deviations) > 6)
    #expect(fit.relativeSlope.magnitude < 1e-14, "\(fit.relativeSlope)")
    #expect(fit.reference == .normal && !fit.isAtBoundary)
  }

  @Test("unbalanced")
  func unbalanced() throws {
    let panel = try MadePanel()
    expect(
      try MixedModel(groups: panel.index.units).fit(panel.sample),
      Figures(
        coefficients: [1.77214192266575754, 0.78098597397841563, -1.17925285539034541],
        errors: [0.25052202146046776, 0.11871849590690876, 0.13085269947972350],
        criterion: 71.970777010317533, sigma: 0.28499668629067776, variance: 0.63747473409748667,
        intercepts: [-1.32728931141618456, 0.33718119954521408, -0.39033639685999361, 0.85082272292118610],
        deviations: [
          0.161156242446395481, 0.099968602969845569, 0.115133366445149626, 0.140281629429267668,
        ]))
  }

  @Test("weighted; a row of weight zero is none")
  func weighted() throws {
    let panel = try MadePanel()
    let fit = try MixedModel(groups: panel.index.units).fit(panel.weighted())
    expect(
      fit,
      Figures(
        coefficients: [1.84749686685962700, 0.68432190008911553, -1.22264120911441077],
        errors: [0.25377560393027127, 0.11583292190834345, 0.11966900248918667],
        criterion: 73.787595717055012, sigma: 0.4233985855500122, variance: 0.66319657932487908,
        intercepts: [-1.34673025791822032, 0.35899077237550270, -0.36661044021333511, 0.78714461094255361],
        deviations: [
          0.147227385461230070, 0.094041434414541089, 0.116227507798337099, 0.132116694722285016,
        ]))
    let rows = Array(0..<panel.sample.rows) + [0]
    let more = Sample(
      design: Design(
        names: panel.sample.design.names, matrix: panel.sample.design.matrix.selecting(rows: rows)),
      response: panel.sample.response.selecting(rows), weights: panel.weights + [0])
    let same = try MixedModel(groups: panel.index.units.selecting(rows: rows)).fit(more)
    #expect(same.coefficients == fit.coefficients && same.criterion == fit.criterion)
  }

  @Test("no variance between groups: the boundary, which is least squares")
  func boundary() throws {
    let panel = try MadePanel()
    let flat = Sample(design: panel.sample.design, response: WideVector(panel.flat))
    let fit = try MixedModel(groups: panel.index.units).fit(flat)
    let plain = try LinearModel().fit(flat)
    #expect(fit.isAtBoundary && fit.groupVariance == 0 && fit.relativeSlope > 0)
    #expect(fit.groupEffects.values.allSatisfy { $0 == 0 })
    #expect(fit.coefficients == plain.coefficients && fit.standardErrors == plain.standardErrors)
    #expect(digits(fit.criterion, 18.682177664209167) > 12)
    #expect(digits(fit.sigma, 0.26169256565151916) > 12)
  }

  /// A balanced one-way layout has a closed form: the variances of the analysis of variance.
  @Test("balanced one-way layout, closed form")
  func closedForm() throws {
    let groups = Grouping(name: "g", labels: (0..<20).map { "\($0 / 4)" })
    let y: [Double] = (0..<20).map { (row: Int) -> Double in Double(row * 7 % 11 + row / 4 * 3 % 5 * 3) }
    let ones = WideMatrix(rows: 20, columns: [WideVector([Double](repeating: 1, count: 20))])
    let fit = try MixedModel(groups: groups).fit(
      Sample(design: Design(names: [Design.intercept], matrix: ones), response: WideVector(y)))
    let mean = y.reduce(0, +) / 20
    var within = 0.0
    var between = 0.0
    for group in 0..<5 {
      let members = y[group * 4..<group * 4 + 4]
      let own = members.reduce(0, +) / 4
      between += (own - mean) * (own - mean)
      for value in members { within += (value - own) * (value - own) / 15 }
    }
    #expect(digits(fit.coefficients[0], mean) > 14)
    #expect(digits(fit.sigma * fit.sigma, within) > 13)
    #expect(digits(fit.groupVariance, (between - within) / 4) > 13)
    #expect(digits(fit.standardErrors[0], (between / 20).squareRoot()) > 13)
  }

  @Test("nothing within groups is refused")
  func nothingWithin() throws {
    let groups = Grouping(name: "g", labels: (0..<20).map { "\($0 / 4)" })
    let y: [Double] = (0..<20).map { (row: Int) -> Double in Double(row / 4 * 3 % 5) }
    let ones = WideMatrix(rows: 20, columns: [WideVector([Double](repeating: 1, count: 20))])
    #expect(throws: RegressionError.self) {
      try MixedModel(groups: groups).fit(
        Sample(design: Design(names: [Design.intercept], matrix: ones), response: WideVector(y)))
    }
  }

  /// R 4.2.2, lme4 1.1 on two panels of the validation folder.
  @Test("EmplUK and Produc")
  func panels() throws {
    let figures = [
      "empluk_unbalanced": Figures(
        coefficients: [0.15645908477823239, -0.29252507227050412, 0.62530608784521036, 0.45502204638372706],
        errors: [0.309554346192438823, 0.048743852026230272, 0.017980285092119339, 0.052302360642700114],
        criterion: -544.86589806633935, sigma: 0.13107934992496068, variance: 0.35623756387043432,
        intercepts: [0.35002349050914344, 1.03900608686352269, 0.43254231088032646, 0.44529362416471246],
        deviations: [Double](repeating: 0.049373533052330207, count: 4)),
      "produc": Figures(
        coefficients: [
          2.1493220880021794983, 0.0023162900612739099, 0.3093332327570182949, 0.7324061163196625701,
          -0.0061160244233577363,
        ],
        errors: [
          0.13569759298004446801, 0.02364993349342035117, 0.02008180409592662599, 0.02521146377266965735,
          0.00091025161015855969,
        ],
        criterion: -2764.7043164497227, sigma: 0.038156648349648818, variance: 0.0075813478976641075,
        intercepts: [
          -0.150571942919433516, 0.013628167876847170, -0.082191227573443215, 0.129456214684900928,
        ],
        deviations: [Double](repeating: 0.0092025142837895337, count: 4)
      ),
    ]
    for data in PanelData.all {
      guard let peer = figures[data.name], let (sample, index) = try data.load() else { continue }
      expect(try MixedModel(groups: index.units).fit(sample), peer)
    }
  }
}
