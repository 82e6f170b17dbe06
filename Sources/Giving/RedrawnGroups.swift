/// Groups of a simulation's draws that are independent of each other, some of them taken from another seed: what part
/// of the spread comes from which.
public struct RedrawnGroups: Sendable, Hashable {
  public enum Group: Sendable, Hashable {
    /// The common year effects on giving and on amounts.
    case yearEffects
    /// The walks of the exchange rates.
    case exchange
    /// The parameters of the crowd, and what the contributors to a fund share.
    case parameters
    /// A contributor's own draws, in all funds: its departure from the crowd, whether, how much and when it gives.
    case contributor(String)
  }

  public let groups: Set<Group>
  /// Of the draws of these groups; all others keep the seed of the scenario.
  public let seed: UInt32

  public init(_ groups: Set<Group>, seed: UInt32) { (self.groups, self.seed) = (groups, seed) }
}

extension RedrawnGroups? {
  /// The seed of a group's draws.
  public func seed(of group: RedrawnGroups.Group, otherwise seed: UInt32) -> UInt32 {
    guard let redrawn = self, redrawn.groups.contains(group) else { return seed }
    return redrawn.seed
  }
}
