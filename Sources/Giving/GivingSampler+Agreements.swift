import Probability
import Vectors

/// Agreements on eight paths: instalments, arrears and renewals, each with its own chance to be late or lost.
extension GivingSampler {
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

  func drawInstalments(of draw: Draw, into block: inout GivingBlock) {
    for instalment in plans[draw.giver].instalments {
      let year = yearIndex(ofMonth: instalment.due)
      if let year, plans[draw.giver].fixed[year] != nil { continue }
      collect(
        Due(
          due: Lanes(Double(instalment.due)), year: year, age: monthsOpen(instalment.due, of: draw.giver),
          cents: Lanes(instalment.cents), currency: instalment.currency, recognised: instalment.recognised),
        draw, into: &block)
    }
  }

  /// What has been received already is the same on every path.
  func addRecorded(of index: Int, into block: inout GivingBlock) {
    for receipt in plans[index].recorded {
      block.payments.append(LanePayment(payment(receipt, of: index, paid: receipt.due)))
    }
  }

  /// Something due: paid in full, in part or never, in its month or later.
  ///
  /// What is known to be unpaid is paid after what is seen, and the longer it has been open the likelier it is
  /// never paid.
  func collect(_ part: Due, _ draw: Draw, into block: inout GivingBlock) {
    let plan = plans[draw.giver]
    let delay = Double(part.year.map { plan.delay[$0] } ?? 0)
    let earliest = Lanes(Double(horizon.seenThrough + 1))
    func add(_ cents: Lanes, paid: Lanes) {
      block.payments.append(
        LanePayment(
          giver: draw.giver, cents: cents, currency: part.currency, recognised: part.recognised,
          due: part.due,
          paid: paid))
    }
    if let year = part.year, plan.punctual[year] {
      return add(part.cents, paid: max(part.due, earliest) + delay)
    }
    let key = (Double(horizon.firstOrdinal) + part.due).whole
    let (how, when) = streams[draw.giver].late.uniforms(paths: draw.first, draws: key)
    let chances = timings[draw.giver].collection.chances(open: draw.lateness.survival(part.age))
    let never = how .< chances.never
    let months = draw.lateness.months(atLeast: part.age, when)
    let paid = never.select(.infinity, max(part.due + months, earliest) + delay)
    let inPart = .!never .& (how .< chances.never + chances.inPart) .& (part.cents .> 0)
    guard inPart.any else { return add(part.cents, paid: paid) }
    let share = shares(where: inPart, key, draw)
    let received = inPart.select((part.cents * share).rounded, part.cents)
    add(received, paid: paid)
    add(part.cents - received, paid: Lanes(.infinity))
  }

  /// The share that arrives where only a part does: so rare that paths are drawn one by one.
  private func shares(where mask: LaneMask, _ key: SIMD8<UInt64>, _ draw: Draw) -> Lanes {
    let counts = timings[draw.giver].collection.share
    var result = Lanes(1)
    for lane in 0..<Lanes.count where mask[lane] {
      result[lane] = streams[draw.giver].late.beta(
        counts.yes, counts.no, path: draw.first + UInt64(lane), draw: key[lane])
    }
    return result
  }

  func payment(
    _ instalment: GiverPlan.Instalment, cents: Double? = nil, of giver: Int, paid: Int
  ) -> Payment {
    Payment(
      giver: giver, cents: cents ?? instalment.cents, currency: instalment.currency,
      recognised: instalment.recognised, due: instalment.due, paid: paid)
  }

  /// Months in which something due is known not to have been paid, its own included; 0: it is still to come, or
  /// nobody could know.
  func monthsOpen(_ due: Int, of giver: Int) -> Int { max(0, timings[giver].knownThrough + 1 - due) }

  /// The month something due is paid in where nobody is late, with a scenario's delay; arrears come after
  /// what is seen.
  func earliestPaid(due: Int, of index: Int) -> Int {
    let delay = yearIndex(ofMonth: due).map { plans[index].delay[$0] } ?? 0
    return max(due, horizon.seenThrough + 1) + delay
  }

  func renew(
    _ renewal: GiverPlan.Renewal, yearly: Lanes, where mask: LaneMask, _ draw: Draw,
    into block: inout GivingBlock
  ) {
    let cents = mask.only(Lanes.exp(yearly).rounded)
    for part in instalments(of: renewal, by: draw.giver) {
      collect(
        Due(
          due: Lanes(Double(part.due)), year: yearIndex(ofMonth: part.due),
          age: monthsOpen(part.due, of: draw.giver), cents: cents, currency: 0, recognised: part.recognised),
        draw, into: &block)
    }
  }

  /// Due month and year of revenue of a renewed agreement's instalments, one a year; those before the
  /// projection and those of years with a fixed gift are left out.
  func instalments(of renewal: GiverPlan.Renewal, by index: Int) -> [(due: Int, recognised: Int)] {
    let first = renewal.year - horizon.firstYear
    return (first..<first + settings.renewalTerm).filter { offset in
      offset >= 0 && (offset >= horizon.years || plans[index].fixed[offset] == nil)
    }.map { offset in
      (
        due: horizon.yearStarts[0] + 12 * offset + renewal.monthOffset,
        recognised: renewal.upfront ? max(first, 0) : offset
      )
    }
  }

  /// Which year of the horizon a month index falls in.
  func yearIndex(ofMonth month: Int) -> Int? {
    horizon.yearStarts.indices.last { horizon.yearStarts[$0] <= month && month < horizon.yearStarts[$0] + 12 }
  }
}
