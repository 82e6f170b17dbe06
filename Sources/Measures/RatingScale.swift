/// The four cut points an indicator is rated by, and who drew them.
public struct RatingScale: Sendable, Hashable {
  /// The indicator's name.
  public let indicator: String
  public let title: String
  public let unit: MeasureUnit
  /// Where cut points may lie.
  public let range: ClosedRange<Double>
  /// Whether more of it is better.
  public let wantsMore: Bool
  /// From the one between very low and low to the one between high and very high.
  public let cuts: [Double]
  /// A published source, percentiles, or a text that begins with `assumption`.
  public let source: String

  /// - Precondition: four cut points, each better than the one before.
  public init(
    indicator: String, title: String, unit: MeasureUnit, range: ClosedRange<Double>, wantsMore: Bool,
    cuts: [Double], source: String
  ) {
    precondition(RatingScale.areOrdered(cuts, wantsMore: wantsMore), "\(indicator): cut points out of order")
    (self.indicator, self.title, self.unit, self.range) = (indicator, title, unit, range)
    (self.wantsMore, self.cuts, self.source) = (wantsMore, cuts, source)
  }

  /// Whether there are four cut points, strictly from worse to better.
  public static func areOrdered(_ cuts: [Double], wantsMore: Bool) -> Bool {
    cuts.count == 4 && zip(cuts, cuts.dropFirst()).allSatisfy { wantsMore ? $0 < $1 : $0 > $1 }
  }

  /// The rating of a value: how many cut points it reaches. A value that is no number reaches none.
  public func rating(_ value: Double) -> Rating {
    Rating(rawValue: cuts.count { reaches(value, $0) }) ?? .veryLow
  }

  private func reaches(_ value: Double, _ cut: Double) -> Bool { wantsMore ? value >= cut : value <= cut }

  /// The cut point that holds the rating up, and how far it may move before the rating falls: `|value - cut|`.
  /// `nil` for the lowest rating.
  public func held(_ value: Double) -> CutPoint? {
    let step = rating(value).rawValue
    return step == 0 ? nil : CutPoint(value: cuts[step - 1], distance: abs(value - cuts[step - 1]))
  }

  /// The next better cut point, and how far it is: by so much it, or the value, has to move before the rating
  /// rises. `nil` for the highest rating.
  public func next(_ value: Double) -> CutPoint? {
    let step = rating(value).rawValue
    return step == cuts.count ? nil : CutPoint(value: cuts[step], distance: abs(value - cuts[step]))
  }

  /// A cut point beside a value.
  public struct CutPoint: Sendable, Hashable {
    public let value: Double
    public let distance: Double
  }
}
