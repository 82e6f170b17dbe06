public import Judgement
public import Measures
import Outlook
import Scenarios

/// Finds the smallest change of one lever with which a condition holds of the futures.
///
/// The range is looked at in a few steps with fewer futures, then the place where the condition begins (or ceases) to hold
/// is closed in by halving with all of them. Every value is tried on the same random numbers.
public struct Solver: Sendable {
  public let trial: Trial
  public let condition: Condition
  public let lever: Lever
  public let range: ClosedRange<Int>

  /// Equal parts of the range that are looked at first.
  private static let parts = 8
  /// Futures of that first look.
  static let scouts = 10_000

  public init(_ trial: Trial, _ condition: Condition, lever: Lever, range: ClosedRange<Int>? = nil) {
    (self.trial, self.condition, self.lever) = (trial, condition, lever)
    self.range = range ?? lever.range
  }

  /// - Parameters:
  ///   - progress: called with the number of simulations done.
  /// - Throws: what `Trial.answers` throws.
  public func solve(
    progress: @escaping @Sendable (Int) -> Void = { _ in },
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws -> Solution {
    var search = LeverSearch(self, progress: progress, isCancelled: isCancelled)
    let grid = self.grid
    let scouted = try grid.map { try search.tries(at: $0, scouting: true).holds }
    let (low, high) = (try search.tries(at: grid[0]), try search.tries(at: grid[grid.count - 1]))
    let crossings = zip(scouted, scouted.dropFirst()).count { $0 != $1 }
    let outcome = try self.outcome(&search, grid, scouted, low, high)
    return Solution(
      condition: condition, lever: lever, range: range, outcome: outcome,
      asThingsStand: try search.unchanged(), atLow: low, atHigh: high,
      interval: try interval(&search, outcome), isMonotone: crossings <= 1, tried: search.all)
  }

  /// Multiples of the step above the range's lower end.
  private var grid: [Int] {
    let steps = (range.upperBound - range.lowerBound) / lever.step
    let inner = (1..<Solver.parts).map { range.lowerBound + steps * $0 / Solver.parts * lever.step }
    return ([range.lowerBound] + inner + [range.upperBound]).reduce(into: []) {
      if $0.last != $1 { $0.append($1) }
    }
  }

  private func outcome(
    _ search: inout LeverSearch, _ grid: [Int], _ scouted: [Bool], _ low: Attempt, _ high: Attempt
  ) throws -> Solution.Outcome {
    if low.holds, high.holds, scouted.allSatisfy({ $0 }) { return .everywhere }
    if high.holds {
      let first = grid[scouted.lastIndex(of: false) ?? 0]
      var found = try search.first(from: first, to: grid[grid.count - 1]) { $0.holds }
      // Fewer futures misled the first look.
      if found == first { found = try search.first(from: grid[0], to: first) { $0.holds } }
      return found.map(Solution.Outcome.smallest) ?? .nowhere
    }
    if low.holds {
      let last = grid[scouted.firstIndex(of: false) ?? grid.count - 1]
      var found = try search.last(from: grid[0], to: last) { $0.holds }
      if found == last { found = try search.last(from: last, to: grid[grid.count - 1]) { $0.holds } }
      return found.map(Solution.Outcome.largest) ?? .nowhere
    }
    // Neither end does it: a place between them may.
    guard let inside = scouted.indices.dropFirst().dropLast().first(where: { scouted[$0] }),
      try search.tries(at: grid[inside]).holds
    else { return .nowhere }
    let found = try search.first(from: grid[inside - 1], to: grid[inside]) { $0.holds }
    return found.map(Solution.Outcome.smallest) ?? .nowhere
  }

  /// Values between which chance leaves the answer: where the condition may hold, and where it surely does.
  private func interval(_ search: inout LeverSearch, _ outcome: Solution.Outcome) throws -> ClosedRange<Int>?
  {
    let all = grid
    switch outcome {
    case .everywhere, .nowhere: return nil
    case .smallest:
      let low = try search.first(from: all[0], to: all[all.count - 1]) { $0.mayHold } ?? all[0]
      let high = try search.first(from: all[0], to: all[all.count - 1]) { $0.surelyHolds }
      return low...max(low, high ?? range.upperBound)
    case .largest:
      let high = try search.last(from: all[0], to: all[all.count - 1]) { $0.mayHold } ?? all[all.count - 1]
      let low = try search.last(from: all[0], to: all[all.count - 1]) { $0.surelyHolds }
      return min(low ?? range.lowerBound, high)...high
    }
  }
}

/// A lever tried at one value.
public struct Attempt: Sendable, Hashable {
  public let value: Int
  /// In the order of the condition's quantities.
  public let estimates: [Estimate]
  public let holds: Bool
  let mayHold: Bool
  let surelyHolds: Bool
}

/// What a lever must be.
public struct Solution: Sendable {
  public let condition: Condition
  public let lever: Lever
  public let range: ClosedRange<Int>
  public let outcome: Outcome
  /// Of the condition's quantities, the lever not touched.
  public let asThingsStand: [Estimate]
  /// At the range's ends.
  public let atLow: Attempt
  public let atHigh: Attempt
  /// 95 %: what other random numbers may make of the answer.
  public let interval: ClosedRange<Int>?
  /// Whether the first look found the condition to begin or to cease to hold once at most.
  public let isMonotone: Bool
  /// Every value that was tried with all futures, ascending.
  public let tried: [Attempt]

  public enum Outcome: Sendable, Hashable {
    /// From here on it holds; a step less and it does not.
    case smallest(Int)
    /// Up to here it holds; a step more and it does not.
    case largest(Int)
    case everywhere
    case nowhere
  }

  /// The value found.
  public var value: Int? {
    switch outcome {
    case .smallest(let value), .largest(let value): value
    case .everywhere, .nowhere: nil
    }
  }

  /// At the value found.
  public var attempt: Attempt? { tried.first { $0.value == value } }
}
