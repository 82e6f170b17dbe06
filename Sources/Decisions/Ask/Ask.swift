import Budgeting
import Finance
import Giving
public import Judgement
public import Measures
import OrderedCollections
import Outlook
public import Records
import Scenarios
import Simulation

/// The smallest set of yearly pledges, each within its member's recommended level, with which a condition holds.
///
/// Members are asked in the order of what their level would bring beyond what is expected of them, largest first: fewest
/// pledges. Then the last pledge is lowered as far as it may, and any pledge that has become needless is taken back. Pledges
/// are taken as certain (assumption). Beside it stands the same share of its level from every member.
public struct Ask: Sendable {
  public let trial: Trial
  public let condition: Condition
  /// The fund pledged to.
  public let fund: String

  /// Pledges are whole multiples of it, in cents.
  static let step = 1_000_00

  /// - Throws: `DecisionError` where nobody has a recommended level or there is no core fund.
  public init(_ trial: Trial, _ condition: Condition) throws(DecisionError) {
    (self.trial, self.condition) = (trial, condition)
    guard let fund = trial.base.funds.first(where: { $0.fund.purpose == .core })?.fund.id else {
      throw DecisionError(
        "the book has no core fund that pledges could go to; give one 'purpose: core' in centre.yaml")
    }
    self.fund = fund
    guard !trial.base.book.levels.isEmpty else {
      throw DecisionError(
        "nobody can be asked: levels.csv has no recommended level; add one, or solve for another lever")
    }
  }

  /// - Parameter progress: called with the number of simulations done.
  /// - Throws: what a simulation throws, `Interrupted`.
  public func solve(
    progress: @escaping @Sendable (Int) -> Void = { _ in },
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws -> AskResult {
    var work = AskWork(self, progress: progress, isCancelled: isCancelled)
    let members = try self.members()
    let all = members.filter { $0.gain > 0 }.map { Pledge(contributor: $0.contributor, cents: $0.level) }
    let before = try work.answers([])
    let most = try work.answers(all)
    let pledges: [Pledge]? =
      if before.holds(condition) { [] } else if most.holds(condition) { try work.smallest(all) } else { nil }
    let after = try pledges.map { try work.answers($0) }
    let share = try equalShare(progress: { progress($0) }, isCancelled: isCancelled)
    return AskResult(
      condition: condition, fund: fund, members: members, pledges: pledges,
      before: estimates(before), after: after.map(estimates), withAll: estimates(most), equalShare: share)
  }

  private func estimates(_ answers: Answers) -> [Estimate] { condition.quantities.compactMap { answers[$0] } }

  /// Council members other than the host with a recommended level, what each gains beyond what is expected first.
  private func members() throws -> [AskedMember] {
    let base = trial.base
    let central = try trial.central(of: base.scenario)
    let years = base.timeline.years
    let members = base.book.contributors.values.compactMap { contributor -> AskedMember? in
      let spell = contributor.spell(in: years[0].year)
      guard contributor.id != base.book.centre.host, spell.councilMember,
        let level = base.book.recommendedLevel(of: contributor, in: years[0].year),
        let cents = base.book.inBudgetCurrency(level.amount, on: .day(base.scenario.asOf)), cents > 0
      else { return nil }
      let own = base.givers.indices.filter {
        base.givers[$0].giver.contributor == contributor.id && base.givers[$0].giver.fund == fund
      }
      let expected = own.reduce(0.0) { sum, giver in
        years.indices.reduce(sum) { $0 + central.received[giver * years.count + $1] }
      }
      return AskedMember(
        contributor: contributor.id, group: spell.group, level: cents,
        expected: Int((expected / Double(years.count)).rounded()))
    }
    let order = members.indices.sorted { left, right in
      members[left].gain != members[right].gain ? members[left].gain > members[right].gain : left < right
    }
    return order.map { members[$0] }
  }

  private func equalShare(
    progress: @escaping @Sendable (Int) -> Void, isCancelled: @escaping @Sendable () -> Bool
  ) throws -> Solution? {
    guard let lever = LeverBook(trial.base).all.first(where: { $0.name == "levels.share" }) else {
      return nil
    }
    return try Solver(trial, condition, lever: lever).solve(progress: progress, isCancelled: isCancelled)
  }
}

/// Who may be asked.
public struct AskedMember: Sendable, Hashable {
  public let contributor: String
  public let group: ContributorGroup
  /// Recommended, cents of the budget currency a year.
  public let level: Int
  /// Given a year on the money expected, in cents.
  public let expected: Int

  /// What its level would bring beyond it.
  public var gain: Int { level - expected }
}

/// A promise of so many cents of the budget currency a year.
public struct Pledge: Sendable, Hashable {
  public let contributor: String
  public let cents: Int
}

/// What is asked, and what it does.
public struct AskResult: Sendable {
  public let condition: Condition
  public let fund: String
  /// In the order in which they are asked.
  public let members: [AskedMember]
  /// Empty: nothing need be asked; `nil`: not even all levels paid in full are enough.
  public let pledges: [Pledge]?
  /// Of the condition's quantities: as things stand, with the pledges, with every level paid in full.
  public let before: [Estimate]
  public let after: [Estimate]?
  public let withAll: [Estimate]
  /// The same share of its level from every member; `nil` where there are no levels.
  public let equalShare: Solution?
}
