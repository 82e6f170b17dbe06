import Forecasting
import Probability

@testable import Giving

/// A panel drawn from a known process: who gave gives again and who missed returns, each with its chance, moved
/// on the logit by the year and by the contributor; a gift repeats the last one or changes it.
struct MadeGiving {
  var contributors = 60
  var funds = 2
  var years = 10
  var renewal = 0.85
  var `return` = 0.2
  var repeats = 0.4
  /// Taken from the logit in two years, added in the next two: the year before says nothing of it.
  var yearShift = 0.0
  /// Standard deviation of contributors about the chance.
  var contributorSpread = 0.0
  var seed: UInt32 = 5

  static let firstYear = 2001

  func rows() -> [Panel.Row] {
    (0..<contributors).flatMap { contributor in
      (0..<funds).flatMap { history(contributor, to: $0) }
    }
  }

  private func history(_ contributor: Int, to fund: Int) -> [Panel.Row] {
    let stream = RandomStream(seed: seed, named: "\(contributor)/\(fund)")
    let own = RandomStream(seed: seed, named: "\(contributor)").normal(path: 0, draw: 0) * contributorSpread
    var amount = 1000 * Double(contributor + 1)
    var gave = true
    return (0..<years).compactMap { year in
      let (gives, again) = stream.uniforms(path: 0, draw: UInt64(2 * year))
      let shift = own + (year % 4 < 2 ? -yearShift : yearShift)
      let chance = Elementary.logistic(Neighbourhood.logit(gave ? renewal : `return`) + shift)
      gave = year == 0 || gives < chance
      guard gave else { return nil }
      if year > 0, again >= repeats {
        let step = 0.5 * stream.normal(path: 1, draw: UInt64(year))
        amount = (amount * Elementary.exp(step) * 100).rounded() / 100 + 0.01
      }
      return Panel.Row(
        contributor: "c\(contributor)", fund: "f\(fund)", group: nil, year: MadeGiving.firstYear + year,
        amount: amount)
    }
  }
}

/// Rows of one contributor to one fund.
func gifts(
  _ amounts: [Double], by contributor: String = "ada", to fund: String = "f", from first: Int = 2001
) -> [Panel.Row] {
  amounts.enumerated().filter { $0.element != 0 }.map {
    Panel.Row(contributor: contributor, fund: fund, group: nil, year: first + $0.offset, amount: $0.element)
  }
}
