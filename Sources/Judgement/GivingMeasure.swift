import Budgeting
import Finance
import Giving
import Outlook
import Probability
import Records
import Simulation
import Vectors

/// Indicators of who gives how much to a fund in a year, measured on every path.
struct GivingMeasure: PathMeasure {
  private let fund: String
  private let label: Int
  private let givers: [Giver]
  private let hasMembers: Bool

  private struct Giver {
    let column: Int
    /// What came before the projection begins.
    let before: Double
    let isHost: Bool
    let isMember: Bool
  }

  init(_ core: CoreGivers, fund index: Int, year: Int) {
    let assumptions = core.assumptions
    (fund, label) = (assumptions.funds[index].fund.id, assumptions.timeline.years[year].year)
    let own = core.indices(of: fund)
    let known = core.givers(own.map { assumptions.givers[$0].giver.contributor }, year: label)
    let layout = PathLayout(assumptions)
    givers = own.indices.map { place in
      Giver(
        column: layout.received(giver: own[place], year: year),
        before: core.begun(own[place], fund: index, year: year), isHost: known.isHost[place],
        isMember: known.isMember[place])
    }
    hasMembers = known.isMember.contains(true)
  }

  private func name(_ indicator: String) -> MeasureName { MeasureName(indicator, fund: fund, year: label) }

  /// Whole cents or heads, and ratios.
  private static let whole = ["core-receipts", "host-receipts", "voluntary-core-receipts"]
  private static let ratios = ["host-share", "hhi", "effective-contributors"]
  static let indicators = whole + ratios + ["contributing-members"]

  var columns: [MeasuredColumn] {
    GivingMeasure.whole.map { MeasuredColumn(name($0), .indicator(isWhole: true)) }
      + GivingMeasure.ratios.map { MeasuredColumn(name($0), .indicator(isWhole: false)) }
      + (hasMembers ? [MeasuredColumn(name("contributing-members"), .indicator(isWhole: true))] : [])
  }

  func fill(_ block: PathBlock, from first: Int) {
    for vector in 0..<block.vectors {
      var (all, positive, host, members) = (Lanes(0), Lanes(0), Lanes(0), Lanes(0))
      for giver in givers {
        let received = block[giver.column, vector] + giver.before
        all += received
        positive += max(received, Lanes(0))
        if giver.isHost { host += received }
        if giver.isMember { members += (received .> 0).only(Lanes(1)) }
      }
      let isGiven = positive .> 0
      let concentration = isGiven.select(herfindahl(block, vector, of: positive), Lanes(.nan))
      block[first, vector] = all
      block[first + 1, vector] = host
      block[first + 2, vector] = all - host
      block[first + 3, vector] = isGiven.select(max(host, Lanes(0)) / positive, Lanes(.nan))
      block[first + 4, vector] = concentration
      block[first + 5, vector] = 1 / concentration
      if hasMembers { block[first + 6, vector] = members }
    }
  }

  /// `Concentration.herfindahl` of eight paths.
  private func herfindahl(_ block: PathBlock, _ vector: Int, of total: Lanes) -> Lanes {
    var sum = Lanes(0)
    for giver in givers {
      let share = max(block[giver.column, vector] + giver.before, Lanes(0)) / total
      sum += share * share
    }
    return sum
  }
}

extension SampleQuestion {
  /// What `indicators.csv` tells of an indicator.
  static func indicator(isWhole: Bool) -> SampleQuestion {
    SampleQuestion(levels: IndicatorTable.levels, isWhole: isWhole)
  }
}
