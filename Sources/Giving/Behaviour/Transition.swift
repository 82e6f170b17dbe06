/// One observed step of a contributor in a fund: what it looked like, and what it did next.
struct Transition {
  let state: GivingState
  let around: Surroundings
  /// Logarithm of the next year's gift in cents; `nil`: a year without one.
  let next: Double?
  /// The year of `next`.
  let year: Int
  /// Numbers of its contributor and fund.
  let contributor: Int
  let fund: Int

  var gave: Bool { next != nil }
  /// Whether the gift repeats the last one to the cent.
  var repeated: Bool { next != nil && next == state.last }
}
