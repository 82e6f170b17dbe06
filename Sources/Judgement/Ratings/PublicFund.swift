public import Measures
import Records

/// A fund of a public panel: what contributors gave to it and what it spent, year by year.
public struct PublicFund: Sendable {
  public let id: String
  public let name: String
  /// In the order of `history.amounts`.
  public let contributors: [String]
  /// Units of the panel's currency.
  public let history: FundHistory

  public init(id: String, name: String, contributors: [String], history: FundHistory) {
    (self.id, self.name, self.contributors, self.history) = (id, name, contributors, history)
  }

  /// Rated at the end of a year by what contributions and spending alone let be measured. `nil` where nothing does.
  public func rated(in year: Int, by scales: RatingScales) -> FundRating? {
    let indicators = measured(year).compactMap { id, value, window -> RatedIndicator? in
      guard let definition = Glossary.indicator(id), let scale = scales[id] else { return nil }
      let rated = value.map {
        RatedValue(
          value: $0, years: year - window + 1...year, basis: .recorded, rating: scale.rating($0),
          source: "panel",
          evidence: .ledger(fund: self.id, years: year - window + 1...year, files: [.contributions]))
      }
      return RatedIndicator(
        definition: definition, scale: scale, record: rated, ahead: nil,
        reason: rated == nil ? "nothing was received, or spending is not published" : nil)
    }
    let dimensions = Dimension.allCases.compactMap { dimension -> DimensionRating? in
      let own = indicators.filter { $0.definition.dimension == dimension }
      return own.isEmpty ? nil : DimensionRating(dimension: dimension, indicators: own)
    }
    return dimensions.contains { $0.rating != nil }
      ? FundRating(fund: self, year: year, dimensions: dimensions) : nil
  }

  private func measured(_ year: Int) -> [(id: String, value: Double?, window: Int)] {
    guard let window = history.window(3, endingIn: year) else { return [] }
    let totals = history.totals(window)
    let isGiven = totals.contains { $0 > 0 }
    let length = year - history.years.lowerBound + 1
    return [
      ("income-cover", history.incomeCover(window), 3),
      ("hhi-three-years", Concentration.herfindahl(totals), 3),
      ("largest-share-three-years", Concentration.largestShare(totals), 3),
      ("contributors-three-years", isGiven ? history.contributors(window) : nil, 3),
      ("retention-three-years", history.retention(window), 3),
      ("income-volatility", history.volatility(through: year), min(5, length)),
      ("operating-margin", history.operatingMargin(window), 3),
      ("cumulative-margin", history.cumulativeMargin(through: year), length),
    ]
  }
}

/// A public fund with its ratings at the end of a year.
public struct FundRating: Sendable {
  public let fund: PublicFund
  public let year: Int
  public let dimensions: [DimensionRating]

  /// The weakest of its dimensions.
  public var overall: Rating? { dimensions.compactMap(\.rating).min() }
}
