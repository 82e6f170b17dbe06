import Probability

/// Agreements on a path: instalments, arrears and renewals, each with its own chance to be late or lost.
extension GivingSampler {
  func drawInstalments(of draw: Draw, into result: inout GivingPath) {
    for instalment in plans[draw.giver].instalments {
      if let year = yearIndex(ofMonth: instalment.due), plans[draw.giver].fixed[year] != nil { continue }
      collect(instalment, draw, into: &result)
    }
  }

  /// What has been received already is the same on every path.
  func addRecorded(of index: Int, into result: inout GivingPath) {
    for receipt in plans[index].recorded {
      result.payments.append(payment(receipt, of: index, paid: receipt.due))
    }
  }

  /// Something due: paid in full, in part or never, in its month or later.
  ///
  /// What is known to be unpaid is paid after what is seen, and the longer it has been open the likelier it is
  /// never paid.
  func collect(_ instalment: GiverPlan.Instalment, _ draw: Draw, into result: inout GivingPath) {
    let (due, giver) = (instalment.due, draw.giver)
    let year = yearIndex(ofMonth: due)
    if let year, plans[giver].punctual[year] {
      result.payments.append(payment(instalment, of: giver, paid: earliestPaid(due: due, of: giver)))
      return
    }
    let stream = streams[giver].late
    let key = UInt64(horizon.firstOrdinal + due)
    let (how, when) = stream.uniforms(path: draw.path, draw: key)
    let age = monthsOpen(due, of: giver)
    let chances = timings[giver].collection.chances(open: draw.lateness.survival(age))
    if how < chances.never {
      result.payments.append(payment(instalment, of: giver, paid: Payment.never))
      return
    }
    let delay = year.map { plans[giver].delay[$0] } ?? 0
    let paid = max(due + draw.lateness.months(atLeast: age, when), horizon.seenThrough + 1) + delay
    guard how < chances.never + chances.inPart else {
      result.payments.append(payment(instalment, of: giver, paid: paid))
      return
    }
    let counts = timings[giver].collection.share
    let part = (instalment.cents * stream.beta(counts.yes, counts.no, path: draw.path, draw: key)).rounded()
    result.payments.append(payment(instalment, cents: part, of: giver, paid: paid))
    result.payments.append(
      payment(instalment, cents: instalment.cents - part, of: giver, paid: Payment.never))
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
    _ renewal: GiverPlan.Renewal, yearly: Double, _ draw: Draw, into result: inout GivingPath
  ) {
    let cents = Elementary.exp(yearly).rounded()
    for part in instalments(of: renewal, by: draw.giver) {
      collect(
        GiverPlan.Instalment(due: part.due, cents: cents, currency: 0, recognised: part.recognised), draw,
        into: &result)
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
