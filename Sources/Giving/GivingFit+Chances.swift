/// What is said of a contributor's next year, for those who ask why.
extension GivingFit {
  /// P(gives in the year after its origin) by the model a run draws from, at the parameters' means.
  public func chance(of giver: Giver) -> Double {
    BehaviourDraw(behaviour).chance(giver.state, giver.surroundings, shift: giver.effect.mean)
  }

  /// What the crowd does after such a last year, whatever the contributor's own record: the share of givers
  /// that gave again, of others that returned, of those who never gave that began.
  public func crowdChance(of giver: Giver) -> Double {
    if giver.state.last == nil { return behaviour.firstGift.mean }
    return giver.state.streak > 0 ? behaviour.renewals.mean : behaviour.returns.mean
  }
}
