import Budgeting
import Finance
import Giving
import Judgement
public import Measures
import Outlook
import Records
import Scenarios
import Simulation

/// What a sensitivity analysis of a run looks at.
public struct SensitivityPlan: Sendable {
  /// Told at the 10 % and 90 % points of every driver.
  public let measure: Quantity
  /// Givers that are looked at one by one.
  public let mostGivers: Int

  /// Givers that are looked at one by one where nothing else is said.
  public static let givers = 5

  public init(_ measure: Quantity, mostGivers: Int = SensitivityPlan.givers) {
    (self.measure, self.mostGivers) = (measure, mostGivers)
  }

  /// Funds whose givers are looked at: the core funds, and those the measure names; all where that is none.
  func funds(of trial: Trial) -> Set<String> {
    let named = measure.readings.compactMap(\.fund)
    let funds = trial.base.funds.filter { $0.fund.purpose == .core || named.contains($0.fund.id) }
    return Set((funds.isEmpty ? trial.base.funds : funds).map(\.fund.id))
  }

  /// `P(shortfall by 2025)` of the last year looked at.
  public static func standard(_ trial: Trial) -> SensitivityPlan {
    let years = trial.base.timeline.years
    let occurrence = Occurrence.happens(Reading("shortfall"), .by(years[years.count - 1].year))
    return SensitivityPlan(.probability(occurrence))
  }
}

/// A giver and the money expected of it over all years.
struct ExpectedGiver {
  /// Index into the givers.
  let index: Int
  /// Cents.
  let expected: Double

  /// The largest first, those of whom nothing is expected left out; equals in the order of the book.
  static func largest(of trial: Trial, to funds: Set<String>) throws -> [ExpectedGiver] {
    let layout = PathLayout(trial.base)
    let central = try SimulatedPaths(trial.base).central()
    let givers = trial.base.givers.indices.filter { funds.contains(trial.base.givers[$0].giver.fund) }
    return givers.map { giver in
      let received = (0..<layout.years).map { central.values(layout.received(giver: giver, year: $0))[0] }
      return ExpectedGiver(index: giver, expected: received.reduce(0, +))
    }
    .filter { $0.expected > 0 }
    .sorted { $0.expected == $1.expected ? $0.index < $1.index : $0.expected > $1.expected }
  }
}

extension Quantity {
  /// What it reads of paths.
  fileprivate var readings: [Reading] {
    switch self {
    case .probability(let occurrence): occurrence.readings
    case .statistic(_, let reading, _): [reading]
    }
  }
}
