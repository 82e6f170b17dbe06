public import Measures
import Probability
public import Simulation

/// Whether low ratings came before trouble: every fund of a panel rated at the end of each year that two later
/// years follow, and what those two years brought.
public struct TrackRecord: Sendable {
  /// By subject, rating and event; subjects in order, then ratings from worst to best.
  public let rows: [Row]
  /// Years rated at the end of.
  public let years: ClosedRange<Int>?
  public let funds: Int

  /// Cases of one rating, and how many of them an event followed.
  public struct Row: Sendable, Hashable {
    /// A dimension's name, or `overall`.
    public let subject: String
    public let rating: Rating
    public let event: Event
    /// Fund-years with the rating in which the event could be seen.
    public let outcome: Frequency
  }

  /// What is called trouble in the two years after a rating.
  public enum Event: String, Sendable, CaseIterable {
    /// Spending of a year falls below three quarters of that of the year rated (assumption).
    case cut
    /// Spending above contributions in both years.
    case overspent
    /// A year without contributions, net of refunds.
    case nothing = "no-contributions"
    /// Any of them.
    case any
  }

  /// - Parameter only: rate at the end of this year alone, so that a fund counts once.
  public init(_ funds: [PublicFund], scales: RatingScales, only: Int? = nil) {
    func years(of fund: PublicFund) -> [Int] {
      TrackRecord.years(of: fund).filter { only == nil || $0 == only }
    }
    let cases = funds.flatMap { fund in
      years(of: fund).flatMap { year -> [Case] in
        guard let rating = fund.rated(in: year, by: scales) else { return [] }
        return TrackRecord.cases(rating)
      }
    }
    let subjects = ["overall"] + Dimension.allCases.map(\.rawValue)
    rows = subjects.flatMap { subject in
      Rating.allCases.flatMap { rating in
        Event.allCases.compactMap { event in
          let seen = cases.filter { $0.subject == subject && $0.rating == rating && $0.event == event }
          return seen.isEmpty
            ? nil
            : Row(
              subject: subject, rating: rating, event: event,
              outcome: Frequency(count: seen.count { $0.happened }, paths: seen.count))
        }
      }
    }
    let spans = funds.map(years).filter { !$0.isEmpty }
    let first = spans.compactMap(\.first).min()
    let last = spans.compactMap(\.last).max()
    self.years = first.flatMap { first in last.map { first...$0 } }
    self.funds = Set(cases.map(\.fund)).count
  }

  /// Cases of several ratings together, and how many of them an event followed.
  public func outcome(_ subject: String, _ event: Event, among ratings: [Rating]) -> Frequency? {
    let own = rows.filter { $0.subject == subject && $0.event == event && ratings.contains($0.rating) }
    guard !own.isEmpty else { return nil }
    return Frequency(
      count: own.reduce(0) { $0 + $1.outcome.count }, paths: own.reduce(0) { $0 + $1.outcome.paths })
  }

  // MARK: Cases

  private struct Case {
    let fund: String
    let subject: String
    let rating: Rating
    let event: Event
    let happened: Bool
  }

  /// Years with three years of record behind them and two after, in which the fund received something: what is
  /// dormant already would make the test too easy.
  private static func years(of fund: PublicFund) -> [Int] {
    fund.history.years.filter {
      $0 - 2 >= fund.history.years.lowerBound && $0 + 2 <= fund.history.years.upperBound
        && fund.history.income($0) > 0
    }
  }

  private static func cases(_ rating: FundRating) -> [Case] {
    let subjects =
      rating.dimensions.compactMap { dimension in
        dimension.rating.map { (dimension.dimension.rawValue, $0) }
      } + (rating.overall.map { [("overall", $0)] } ?? [])
    return Event.allCases.flatMap { event -> [Case] in
      guard let happened = happened(event, rating.fund.history, after: rating.year) else { return [] }
      return subjects.map {
        Case(fund: rating.fund.id, subject: $0.0, rating: $0.1, event: event, happened: happened)
      }
    }
  }

  /// `nil` where it cannot be seen: spending not published, or none to cut.
  static func happened(_ event: Event, _ history: FundHistory, after year: Int) -> Bool? {
    func spent(_ year: Int) -> Double? { history.spending[year - history.years.lowerBound] }
    let later = [year + 1, year + 2]
    switch event {
    case .nothing: return later.contains { history.income($0) <= 0 }
    case .cut:
      guard let now = spent(year), now > 0, let next = spent(year + 1), let after = spent(year + 2) else {
        return nil
      }
      return min(next, after) < 0.75 * now
    case .overspent:
      guard let next = spent(year + 1), let after = spent(year + 2) else { return nil }
      return next > history.income(year + 1) && after > history.income(year + 2)
    case .any:
      let known = [Event.cut, .overspent, .nothing].compactMap { happened($0, history, after: year) }
      if known.contains(true) { return true }
      return known.count == 3 ? false : nil
    }
  }
}
