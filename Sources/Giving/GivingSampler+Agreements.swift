/// What is known of agreements before anything is drawn.
extension GivingSampler {
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
