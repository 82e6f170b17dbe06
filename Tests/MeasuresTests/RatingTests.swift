import Measures
import Testing

@Suite("ratings") struct RatingTests {
  private static let rising = scale(wantsMore: true, [0.25, 0.5, 0.75, 0.9])
  private static let falling = scale(wantsMore: false, [0.82, 0.55, 0.25, 0.15])

  private static func scale(wantsMore: Bool, _ cuts: [Double]) -> RatingScale {
    RatingScale(
      indicator: "hhi", title: "", unit: .index, range: -10...10, wantsMore: wantsMore, cuts: cuts, source: ""
    )
  }

  @Test("a cut point that is reached counts")
  func steps() {
    let values = [0.2, 0.25, 0.49, 0.5, 0.75, 0.9, 2]
    #expect(
      values.map(RatingTests.rising.rating)
        == [.veryLow, .low, .low, .moderate, .high, .veryHigh, .veryHigh])
    #expect([0.9, 0.82, 0.55, 0.25, 0.15].map(RatingTests.falling.rating) == Rating.allCases)
    #expect(RatingTests.rising.rating(.nan) == .veryLow && RatingTests.falling.rating(.nan) == .veryLow)
  }

  @Test("a rating is monotone in its indicator", arguments: [true, false])
  func monotone(wantsMore: Bool) {
    let scale = wantsMore ? RatingTests.rising : RatingTests.falling
    let ratings = (-200...400).map { scale.rating(Double($0) / 200) }
    for (before, after) in zip(ratings, ratings.dropFirst()) {
      #expect(wantsMore ? before <= after : before >= after)
    }
    #expect(Set(ratings) == Set(Rating.allCases))
  }

  @Test("how far cut points may move: moved by just so much the rating is the same, by more it is not")
  func distance() throws {
    let value = 0.6
    let held = try #require(RatingTests.rising.held(value))
    let next = try #require(RatingTests.rising.next(value))
    #expect(held.value == 0.5 && abs(held.distance - 0.1) < 1e-12)
    #expect(next.value == 0.75 && abs(next.distance - 0.15) < 1e-12)
    func moved(_ place: Int, to cut: Double) -> Rating {
      var cuts = RatingTests.rising.cuts
      cuts[place] = cut
      return RatingTests.scale(wantsMore: true, cuts).rating(value)
    }
    #expect(moved(1, to: value) == .moderate && moved(1, to: value.nextUp) == .low)
    #expect(moved(2, to: value.nextUp) == .moderate && moved(2, to: value) == .high)
    #expect(RatingTests.rising.held(0.1) == nil && RatingTests.rising.next(0.95) == nil)
  }

  @Test("the lower middle is never lowered by raising one of them")
  func lowerMiddle() {
    #expect(Rating.lowerMiddle([]) == nil)
    #expect(Rating.lowerMiddle([.high, .low]) == .low)
    #expect(Rating.lowerMiddle([.high, .low, .moderate]) == .moderate)
    for first in Rating.allCases {
      for second in Rating.allCases {
        for third in Rating.allCases where third < .veryHigh {
          let before = Rating.lowerMiddle([first, second, third])
          let after = Rating.lowerMiddle([first, second, Rating(rawValue: third.rawValue + 1) ?? third])
          #expect(before ?? .veryLow <= after ?? .veryLow)
        }
      }
    }
  }

  @Test("cut points out of order are told")
  func order() {
    #expect(RatingScale.areOrdered([1, 2, 3, 4], wantsMore: true))
    #expect(!RatingScale.areOrdered([1, 2, 2, 4], wantsMore: true))
    #expect(!RatingScale.areOrdered([1, 2, 3, 4], wantsMore: false))
    #expect(!RatingScale.areOrdered([1, 2, 3], wantsMore: true))
  }

  @Test("how much is enough brings the measure to the line and not below")
  func enough() throws {
    let amounts = [870.0, 30, 20, -5]
    let beside = Enough.beside(largest: 870, of: amounts, share: 0.71)
    #expect(abs(870 / (920 + beside) - 0.71) < 1e-12)
    #expect(Enough.beside(largest: 10, of: [10, 90], share: 0.71) == 0)
    #expect(Enough.beside(largest: 10, of: [10], share: 0) == .infinity)
    let spread = Enough.spread(over: amounts, herfindahl: 0.55)
    let many = amounts + [Double](repeating: spread / 100_000, count: 100_000)
    let index = try #require(Concentration.herfindahl(many))
    #expect(abs(index - 0.55) < 1e-5)
    #expect(Enough.spread(over: [1, 1, 1, 1], herfindahl: 0.55) == 0)
  }

  @Test("ratios as the Board of Auditors has them, and what is missing")
  func ratios() {
    let whole = FundPosition(cash: 479, receivable: 21, payable: 100, employeeLiabilities: 150)
    #expect(whole.currentRatio == 5 && whole.quickRatio == 5 && whole.cashRatio == 4.79)
    #expect(whole.solvencyRatio == 2 && whole.equity == 250)
    let part = FundPosition(cash: 479, receivable: nil, payable: 100, employeeLiabilities: nil)
    #expect(part.currentRatio == nil && part.cashRatio == 4.79 && part.solvencyRatio == nil)
    #expect(part.missing(withAssets: true, withEmployees: true) == ["receivable", "employee_liabilities"])
    let free = FundPosition(cash: 1, receivable: 0, payable: 0, employeeLiabilities: 0)
    #expect(free.currentRatio == nil && free.equity == 1)
  }

  @Test(
    "the smallest cut of regular-budget money is enough, a cent less is not", arguments: [0.5, 0.6, 0.9, 1])
  func cut(line: Double) throws {
    let threshold = Threshold(line == 1 ? .atLeast : .above, line, source: "")
    for (extrabudgetary, regular) in [(100.0, 1000.0), (33_333, 44_444), (1, 3), (870_000, 900_001)] {
      let cut = try #require(
        FundingMix.cutToRestore(
          extrabudgetary: extrabudgetary, regularBudget: regular, threshold: threshold))
      func holds(_ cut: Double) -> Bool {
        let share = FundingMix.extrabudgetaryShare(
          extrabudgetary: extrabudgetary, regularBudget: regular - cut)
        return share.map { threshold.verdict($0) == .met } ?? false
      }
      #expect(holds(cut) && (cut == 0 || !holds(cut - 1)), "\(extrabudgetary) \(regular)")
    }
    #expect(FundingMix.cutToRestore(extrabudgetary: 0, regularBudget: 5, threshold: threshold) == nil)
  }
}
