import LinearAlgebra
import Regression
import Testing

/// CR2 and its degrees of freedom as R 4.2.2 with clubSandwich 0.5.8 gives them: Scripts/clubsandwich.R.
@Suite("CR2 against clubSandwich")
struct ClubSandwichTests {
  static let rows = 0..<47
  static let x1 = rows.map { Double($0 * $0 * 37 % 101) / 101 }
  static let x2 = rows.map { Double($0 * 13 % 17) / 4 }
  static let sizes = [1, 2, 3, 4, 5, 11, 10, 11]
  static let clusters = sizes.enumerated().flatMap { [Int](repeating: $0.offset, count: $0.element) }
  static let treated = clusters.map { $0 < 3 ? 1.0 : 0 }
  static let weights = rows.map { 1 + Double($0 * 7 % 5) }
  static let y = rows.map { row in
    1 + 2 * x1[row] - x2[row] / 3 + treated[row] / 2 + Double(clusters[row]) / 8
      + Double((row * row * 53 + row) % 97) / 97
  }
  static let lengths = [9, 8, 7, 6, 5, 5, 4, 3]
  static let unit = grouping(
    "unit", lengths.enumerated().flatMap { [Int](repeating: $0.offset, count: $0.element) })
  static let period = grouping("period", lengths.flatMap { Array(0..<$0) })
  static let region = grouping("region", unit.codes.map { Int($0) / 2 })

  static func grouping(_ name: String, _ codes: [Int]) -> Grouping {
    Grouping(name: name, labels: codes.map(String.init))
  }

  struct Answer {
    let errors: [Double]
    let freedoms: [Double]
  }

  @Test("least squares, unbalanced clusters, a treatment of whole clusters")
  func leastSquares() throws {
    try check(
      nil,
      Answer(
        errors: [0.183138906187435, 0.192944745329105, 0.0413080138866799, 0.326913144590626],
        freedoms: [3.91819155832466, 4.07503987994397, 4.9376297506673, 2.14860557830007]))
  }

  @Test("weights")
  func weighted() throws {
    try check(
      Self.weights,
      Answer(
        errors: [0.149818476154807, 0.210584439951113, 0.0474087103154946, 0.297217271758786],
        freedoms: [2.99005917587063, 3.99764387928186, 4.26570643423859, 1.39196298641835]))
  }

  private func check(_ weights: [Double]?, _ answer: Answer) throws {
    let columns = [("x1", Self.x1), ("x2", Self.x2), ("treated", Self.treated)]
    let fit = try LinearModel().fit(sample(Self.y, on: columns, weights: weights))
    try check(fit.sandwich, Self.grouping("cluster", Self.clusters), answer)
  }

  private func check(_ sandwich: Sandwich, _ way: Grouping, _ answer: Answer) throws {
    let found = try sandwich.covariance(.cluster([way], .cr2))
    #expect(relativeError(found.standardErrors, answer.errors) < 1e-11, "\(found.standardErrors)")
    let freedoms = found.references.map(\.degreesOfFreedom)
    #expect(relativeError(freedoms, answer.freedoms) < 1e-10, "\(freedoms)")
  }

  static let within: [(absorbed: [Grouping], way: Grouping, answer: Answer)] = [
    (
      [unit], unit,
      Answer(
        errors: [0.182752861466454, 0.0474014777205533], freedoms: [5.66006592244522, 5.96790457802598])
    ),
    (
      [unit], region,
      Answer(
        errors: [0.237246399806165, 0.0398931902529863], freedoms: [2.79799430756313, 2.6133285454471])
    ),
    (
      [unit], period,
      Answer(
        errors: [0.129511909037728, 0.0310519436434974], freedoms: [5.20812995688474, 5.13313135477409])
    ),
    (
      [unit, period], unit,
      Answer(
        errors: [0.134516583280391, 0.0297843048574377], freedoms: [4.7904195676158, 5.57952754714912])
    ),
    (
      [unit, period], region,
      Answer(
        errors: [0.106346325345212, 0.0153482528464063], freedoms: [2.43534666185327, 2.63356480700459])
    ),
    (
      [unit, period], period,
      Answer(
        errors: [0.149840331930739, 0.0284705680303663], freedoms: [4.94160513560628, 4.40036821152723])
    ),
  ]

  @Test("fixed effects of one way and of two, swept out", arguments: 0..<6)
  func fixedEffects(_ index: Int) throws {
    let (absorbed, way, answer) = Self.within[index]
    try check(try Self.swept(absorbed), way, answer)
  }

  /// y on x1 and x2 with effects, by Frisch, Waugh and Lovell: residuals of all three on dummies.
  static func swept(_ effects: [Grouping]) throws -> Sandwich {
    let dummies = effects.flatMap { effect in
      effect.levels.indices.map { level in
        ("\(effect.name) \(level)", effect.codes.map { Int($0) == level ? 1.0 : 0 })
      }
    }
    let model = LinearModel(aliasing: .leftToRight)
    let fits = try [x1, x2, y].map { try model.fit(sample($0, on: dummies)) }
    let design = WideMatrix(rows: rows.count, columns: fits.prefix(2).map(\.wideResiduals))
    let fit = try LinearModel().fit(
      Sample(design: Design(names: ["x1", "x2"], matrix: design), response: fits[2].wideResiduals))
    return Sandwich(
      design: design, residuals: fit.residuals, bread: fit.unscaledCovariance,
      parameters: 2 + fits[2].coefficients.count,
      effects: AbsorbedEffects(try WithinTransform(effects: effects)))
  }
}
