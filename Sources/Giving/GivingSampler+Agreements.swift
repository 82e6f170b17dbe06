import Probability

/// Agreements on a path: instalments, arrears and renewals, each with its own chance to be late or lost.
extension GivingSampler {
  func drawInstalments(of draw: Draw, into result: inout GivingPath) {
    for instalment in plans[draw.giver].instalments {
      if let year = yearIndex(ofMonth: instalment.due), plans[draw.giver].fixed[year] != nil { continue }
      result.payments.append(
        Payment(
          giver: draw.giver, cents: instalment.cents, currency: instalment.currency,
          recognised: instalment.recognised, due: instalment.due, paid: paidMonth(due: instalment.due, draw)))
    }
  }

  /// What has been received already is the same on every path.
  func addRecorded(of index: Int, into result: inout GivingPath) {
    for receipt in plans[index].recorded {
      result.payments.append(
        Payment(
          giver: index, cents: receipt.cents, currency: receipt.currency, recognised: receipt.recognised,
          due: receipt.due, paid: receipt.due))
    }
  }

  /// When something due is paid: on time, so many months late, or never.
  func paidMonth(due: Int, _ draw: Draw) -> Int {
    let start = earliestPaid(due: due, of: draw.giver)
    if let year = yearIndex(ofMonth: due), plans[draw.giver].punctual[year] { return start }
    let key = UInt64(horizon.firstOrdinal + due)
    let (how, howLate) = streams[draw.giver].late.uniforms(path: draw.path, draw: key)
    if how < settings.defaultProbability { return Payment.never }
    let rest = (how - settings.defaultProbability) / (1 - settings.defaultProbability)
    return rest < draw.parameters.onTime ? start : start + monthsLate(howLate)
  }

  /// The month something due is paid in where nobody is late, with a scenario's delay; arrears come after what
  /// is seen.
  func earliestPaid(due: Int, of index: Int) -> Int {
    let delay = yearIndex(ofMonth: due).map { plans[index].delay[$0] } ?? 0
    return max(due, horizon.seenThrough + 1) + delay
  }

  /// 1 + a geometric number of mean `meanMonthsLate` - 1, by inversion.
  private func monthsLate(_ uniform: Double) -> Int {
    let mean = settings.meanMonthsLate
    guard mean > 1 else { return 1 }
    let steps = Elementary.log(uniform) / Elementary.log(1 - 1 / mean)
    return 1 + Int(min(steps, 600))
  }

  func renew(
    _ renewal: GiverPlan.Renewal, yearly: Double, _ draw: Draw, into result: inout GivingPath
  ) {
    let cents = Elementary.exp(yearly).rounded()
    for part in instalments(of: renewal, by: draw.giver) {
      result.payments.append(
        Payment(
          giver: draw.giver, cents: cents, currency: 0, recognised: part.recognised, due: part.due,
          paid: paidMonth(due: part.due, draw)))
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
