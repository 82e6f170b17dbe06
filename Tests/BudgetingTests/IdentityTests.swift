import Budgeting
import Testing

/// Each corrupted field must be seen; a check that cannot fail proves nothing.
@Suite("accounting identities")
struct IdentityTests {
  private static var fields: [(String, WritableKeyPath<YearAccount, Double>)] {
    [
      ("opening", \.openingCash), ("received", \.received), ("interest", \.interest), ("direct", \.direct),
      ("separation", \.separation), ("support", \.support), ("settled", \.settled),
      ("closing", \.closingCash),
      ("cut", \.cutDirect), ("planned", \.plannedDirect), ("open commitments", \.openCommitments),
    ]
  }

  @Test("one cent too many is found in every field and both years", arguments: 0..<11)
  func corrupted(field: Int) {
    let plan = plan(
      [unit("activities", monthly: Array(repeating: 1000, count: 24), .postpone(step: 0))],
      opening: 5000, reserve: [0, 0], commitments: 300)
    let months = timeline(horizon: 2022)
    let sound = accounts(of: plan, over: months, receipts([3: 4000, 14: 9000], count: 24))
    #expect(sound.brokenIdentity(of: plan, timeline: months) == nil)
    for year in 0...1 {
      var corrupt = sound
      corrupt.years[year][keyPath: IdentityTests.fields[field].1] += 1
      #expect(
        corrupt.brokenIdentity(of: plan, timeline: months) != nil, "\(IdentityTests.fields[field].0)")
    }
  }

  @Test("the last month's cash is the year's closing cash, and the message shows both")
  func message() throws {
    let plan = plan([], opening: 5000, reserve: [0])
    var result = accounts(of: plan, over: timeline(), receipts([:]))
    result.monthEndCash[11] = 4999
    let broken = try #require(result.brokenIdentity(of: plan, timeline: timeline()))
    #expect(broken.hasPrefix("core 2021: closing cash is the last month's"))
    #expect(broken.contains("5000.0") && broken.contains("4999.0"))
  }
}
