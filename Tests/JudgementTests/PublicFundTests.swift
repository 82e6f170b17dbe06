import Judgement
import Measures
import Simulation
import Testing

@Suite("public funds rated, and what came after") struct PublicFundTests {
  private static func fund(_ id: String, _ amounts: [[Double]], spending: [Double?]) -> PublicFund {
    PublicFund(
      id: id, name: id, contributors: amounts.indices.map { "c\($0)" },
      history: FundHistory(years: 2017...2021, amounts: amounts, spending: spending))
  }

  /// One giver that stops after 2019; twenty steady ones.
  private static let ending = fund("ending", [[9, 9, 9, 0, 0]], spending: [9, 9, 9, 5, 5])
  private static let steady = fund(
    "steady", Array(repeating: [5, 5, 5, 5, 5], count: 20), spending: [90, 90, 90, 90, 90])

  @Test("by contributions and spending alone")
  func ratings() throws {
    let scales = try RatingScales.shipped()
    let ending = try #require(PublicFundTests.ending.rated(in: 2019, by: scales))
    func rating(_ rated: FundRating, _ dimension: Dimension) -> Rating? {
      rated.dimensions.first { $0.dimension == dimension }?.rating
    }
    // One giver, the same every year, all of it spent.
    #expect(rating(ending, .concentration) == .veryLow)
    #expect(rating(ending, .predictability) == .veryHigh)
    #expect(rating(ending, .level) == .high)
    #expect(rating(ending, .breadth) == .low)
    #expect(rating(ending, .reserve) == .moderate)
    #expect(rating(ending, .risk) == nil)
    #expect(ending.overall == .veryLow)
    let steady = try #require(PublicFundTests.steady.rated(in: 2019, by: scales))
    #expect(rating(steady, .concentration) == .veryHigh && rating(steady, .breadth) == .veryHigh)
    #expect(PublicFundTests.steady.rated(in: 2018, by: scales) == nil)
  }

  @Test("what followed is counted, in each rating, with its interval")
  func record() throws {
    let record = TrackRecord(
      [PublicFundTests.ending, PublicFundTests.steady], scales: try RatingScales.shipped())
    #expect(record.years == 2019...2019 && record.funds == 2)
    let low = try #require(record.outcome("concentration", .any, among: [.veryLow, .low]))
    let high = try #require(record.outcome("concentration", .any, among: [.high, .veryHigh]))
    #expect(low.count == 1 && low.paths == 1 && high.count == 0 && high.paths == 1)
    for event in [TrackRecord.Event.cut, .overspent, .nothing] {
      #expect(record.outcome("overall", event, among: [.veryLow])?.count == 1)
    }
    #expect(record.outcome("risk", .any, among: Rating.allCases) == nil)
    let sum = Rating.allCases.compactMap { record.outcome("overall", .any, among: [$0])?.paths }
    #expect(sum.reduce(0, +) == 2)
  }

  @Test("a fund that received nothing in the year rated is no case")
  func dormant() throws {
    let dormant = PublicFundTests.fund("dormant", [[9, 9, 0, 0, 0]], spending: [9, 9, 1, 0, 0])
    #expect(TrackRecord([dormant], scales: try RatingScales.shipped()).rows.isEmpty)
    let unknown = PublicFundTests.fund("unknown", [[9, 9, 9, 9, 9]], spending: [9, 9, 9, nil, nil])
    let record = TrackRecord([unknown], scales: try RatingScales.shipped())
    #expect(record.outcome("overall", .cut, among: Rating.allCases) == nil)
    #expect(record.outcome("overall", .any, among: Rating.allCases) == nil)
    #expect(record.outcome("overall", .nothing, among: Rating.allCases)?.count == 0)
  }
}
