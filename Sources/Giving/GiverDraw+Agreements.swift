import Probability
import Vectors

/// Agreements: instalments, arrears and renewals, each with its own chance to be late or lost.
extension GiverDraw {
  /// Something due on eight paths.
  struct Due {
    /// Month index.
    let due: Lanes
    /// The year of the horizon it falls in; `nil`: outside.
    let year: Int?
    /// Months in which it is known not to have been paid.
    let age: Int
    let cents: Lanes
    let currency: Int
    let recognised: Int
  }

  func drawInstalments() {
    for instalment in plan.instalments {
      let year = sampler.yearIndex(ofMonth: instalment.due)
      if let year, plan.fixed[year] != nil { continue }
      let part = Due(
        due: Lanes(Double(instalment.due)), year: year, age: sampler.monthsOpen(instalment.due, of: giver),
        cents: Lanes(instalment.cents), currency: instalment.currency, recognised: instalment.recognised)
      for eight in 0..<GivingBlock.eights { collect(part, eight) }
    }
  }

  /// The instalments of agreements renewed on the paths of `work.renewed`.
  func renew(_ question: GiverPlan.Renewal) {
    for part in sampler.instalments(of: question, by: giver) {
      let (year, age) = (sampler.yearIndex(ofMonth: part.due), sampler.monthsOpen(part.due, of: giver))
      for eight in 0..<GivingBlock.eights where work.renewed.mask(eight).any {
        let cents = work.renewed.mask(eight).only(work.cents[eight])
        collect(
          Due(
            due: Lanes(Double(part.due)), year: year, age: age, cents: cents, currency: 0,
            recognised: part.recognised), eight)
      }
    }
  }

  /// Something due: paid in full, in part or never, in its month or later.
  ///
  /// What is known to be unpaid is paid after what is seen, and the longer it has been open the likelier it is
  /// never paid.
  func collect(_ part: Due, _ eight: Int) {
    let delay = Double(part.year.map { plan.delay[$0] } ?? 0)
    let earliest = Lanes(Double(horizon.seenThrough + 1))
    if let year = part.year, plan.punctual[year] {
      return book(part, part.cents, paid: max(part.due, earliest) + delay, eight)
    }
    let key = (Double(horizon.firstOrdinal) + part.due).whole
    let (how, when) = streams.late.uniforms(paths: path(eight), draws: key)
    let curve = block.lateness[eight]
    let chances = timing.collection.chances(open: curve.survival(part.age))
    let never = how .< chances.never
    let months = curve.months(atLeast: part.age, when)
    let paid = never.select(.infinity, max(part.due + months, earliest) + delay)
    let inPart = .!never .& (how .< chances.never + chances.inPart) .& (part.cents .> 0)
    guard inPart.any else { return book(part, part.cents, paid: paid, eight) }
    let share = shares(where: inPart, key, eight)
    let received = inPart.select((part.cents * share).rounded, part.cents)
    book(part, received, paid: paid, eight)
    book(part, part.cents - received, paid: Lanes(.infinity), eight)
  }

  private func book(_ part: Due, _ cents: Lanes, paid: Lanes, _ eight: Int) {
    add(
      cents, eight: eight, currency: part.currency, recognised: part.recognised, due: part.due, paid: paid)
  }

  /// The share that arrives where only a part does: so rare that paths are drawn one by one.
  private func shares(where mask: LaneMask, _ key: SIMD8<UInt64>, _ eight: Int) -> Lanes {
    let counts = timing.collection.share
    var result = Lanes(1)
    for lane in 0..<Lanes.count where mask[lane] {
      result[lane] = streams.late.beta(
        counts.yes, counts.no, path: path(eight) + UInt64(lane), draw: key[lane])
    }
    return result
  }
}
