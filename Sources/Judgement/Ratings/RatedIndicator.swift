public import Measures

/// An indicator with its cut points: on the record, and ahead.
public struct RatedIndicator: Sendable {
  public let definition: Definition
  public let scale: RatingScale
  /// Of the last years that were over on the as-of date.
  public let record: RatedValue?
  /// Of the years to come.
  public let ahead: RatedValue?
  /// Why it is not rated at all; `nil` where it is.
  public let reason: String?

  /// What the rating rests on: the years ahead where they can be measured, else the record.
  public var current: RatedValue? { ahead ?? record }
}

/// A measured value with its rating.
public struct RatedValue: Sendable {
  /// Amounts in cents of the budget currency.
  public let value: Double
  /// The fiscal years it is taken over.
  public let years: ClosedRange<Int>
  public let basis: IndicatorRow.Basis
  public let rating: Rating
  /// What it was taken from.
  public let source: String
  public let evidence: Evidence

  /// The year its window ends with.
  public var year: Int { years.upperBound }
}

/// A dimension with its rating: the lower middle of those of its indicators.
public struct DimensionRating: Sendable {
  public let dimension: Dimension
  public let indicators: [RatedIndicator]

  /// `nil`: not rated.
  public var rating: Rating? { Rating.lowerMiddle(indicators.compactMap { $0.current?.rating }) }
  /// By the record alone.
  public var record: Rating? { Rating.lowerMiddle(indicators.compactMap { $0.record?.rating }) }

  /// Whether the dimension's rating would be another one if the indicator had this rating.
  func changes(_ place: Int, to rating: Rating) -> Bool {
    let others = indicators.indices.filter { $0 != place }.compactMap { indicators[$0].current?.rating }
    return Rating.lowerMiddle(others + [rating]) != self.rating
  }

  /// How far the cut points of its indicators may move before its rating falls, and before it rises: for each
  /// indicator that alone can turn it, the cut point beside its value.
  public var turningPoints: [TurningPoint] {
    indicators.indices.flatMap { place -> [TurningPoint] in
      guard let value = indicators[place].current else { return [] }
      let scale = indicators[place].scale
      var points: [TurningPoint] = []
      if let cut = scale.held(value.value), let lower = Rating(rawValue: value.rating.rawValue - 1),
        changes(place, to: lower)
      {
        points.append(TurningPoint(indicator: indicators[place], cut: cut, rises: false))
      }
      if let cut = scale.next(value.value), let higher = Rating(rawValue: value.rating.rawValue + 1),
        changes(place, to: higher)
      {
        points.append(TurningPoint(indicator: indicators[place], cut: cut, rises: true))
      }
      return points
    }
  }

  /// A cut point that turns a dimension's rating once it passes the value.
  public struct TurningPoint: Sendable {
    public let indicator: RatedIndicator
    public let cut: RatingScale.CutPoint
    /// Whether the rating rises or falls.
    public let rises: Bool
  }
}
