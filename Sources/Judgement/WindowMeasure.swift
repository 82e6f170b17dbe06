import Budgeting
import Finance
import Giving
import Measures
import OrderedCollections
import Outlook
import Probability
import Records
import Simulation
import Vectors

/// Indicators of a fund over three years that end in a projected one, on every path: what is recorded counts as it
/// stands, the rest as the path has it.
struct WindowMeasure: PathMeasure {
  let columns: [MeasuredColumn]
  private let givers: [Giver]
  /// Columns of spending, and what is recorded of it; `nil` where a year of it is not known.
  private let spent: (columns: [Int], known: Double)?
  private let years: Double

  private struct Giver {
    /// Columns of projected years.
    let columns: [Int]
    /// What is recorded, by year, for the years before them; the first projected year may have begun.
    let known: [Double]
    /// What had come of the first column's year before the projection.
    let begun: Double
    let isHost: Bool
    var knownTotal: Double { known.reduce(begun, +) }
  }

  static let indicators = [
    "host-share-three-years", "hhi-three-years", "contributors-three-years", "income-cover",
    "operating-margin",
  ]

  /// `nil` where the three years reach back before the record.
  init?(_ core: CoreGivers, fund index: Int, year: Int, recorded: [RecordedYear]) {
    let assumptions = core.assumptions
    let (fund, label) = (assumptions.funds[index].fund.id, assumptions.timeline.years[year].year)
    let first = assumptions.timeline.years[0].year
    let before = (label - 2..<max(first, label - 2)).map { wanted in
      recorded.first { $0.year == wanted }
    }
    guard label - 2 >= recorded.first?.year ?? first else { return nil }
    let layout = PathLayout(assumptions)
    let projected = max(0, year - 2)...year
    givers = WindowMeasure.givers(core, index, before, projected, layout)
    let known = before.map { $0.flatMap { $0.spent.isEmpty ? nil : Double($0.spent.values.reduce(0, +)) } }
    spent =
      known.contains { $0 == nil }
      ? nil
      : (
        projected.map { layout.fund(.spent, fund: index, year: $0) },
        known.reduce(0) { $0 + ($1 ?? 0) }
          + (projected.contains(0) ? assumptions.spentBefore(fund) : 0)
      )
    years = 3
    columns = WindowMeasure.indicators.map {
      MeasuredColumn(MeasureName($0, fund: fund, year: label), .indicator(isWhole: false))
    }
  }

  private static func givers(
    _ core: CoreGivers, _ index: Int, _ before: [RecordedYear?], _ projected: ClosedRange<Int>,
    _ layout: PathLayout
  ) -> [Giver] {
    let (assumptions, book) = (core.assumptions, core.assumptions.book)
    let own = core.indices(of: assumptions.funds[index].fund.id)
    let past = before.map { $0?.giving(book) ?? [:] }
    let listed = own.map { giver in
      let contributor = assumptions.givers[giver].giver.contributor
      return Giver(
        columns: projected.map { layout.received(giver: giver, year: $0) },
        known: past.map { Double($0[contributor] ?? 0) },
        begun: projected.contains(0) ? core.begun(giver, fund: index, year: 0) : 0,
        isHost: contributor == book.centre.host)
    }
    // Whoever gave in a recorded year and is no giver of the projection.
    let names = Set(own.map { assumptions.givers[$0].giver.contributor })
    let others = book.contributors.keys.filter { name in
      !names.contains(name) && past.contains { ($0[name] ?? 0) != 0 }
    }
    return listed
      + others.map { name in
        Giver(
          columns: [], known: past.map { Double($0[name] ?? 0) }, begun: 0, isHost: name == book.centre.host)
      }
  }

  func fill(_ block: PathBlock, from first: Int) {
    for vector in 0..<block.vectors {
      var (all, positive, host, heads) = (Lanes(0), Lanes(0), Lanes(0), Lanes(0))
      for giver in givers {
        let total = total(giver, block, vector)
        all += total
        positive += max(total, Lanes(0))
        if giver.isHost { host += total }
        heads += self.heads(giver, block, vector)
      }
      var squares = Lanes(0)
      for giver in givers {
        let share = max(total(giver, block, vector), Lanes(0)) / positive
        squares += share * share
      }
      let isGiven = positive .> 0
      block[first, vector] = isGiven.select(max(host, Lanes(0)) / positive, Lanes(.nan))
      block[first + 1, vector] = isGiven.select(squares, Lanes(.nan))
      block[first + 2, vector] = heads / years
      let cost = spent.map { parts in
        parts.columns.reduce(Lanes(parts.known)) { $0 + block[$1, vector] }
      }
      block[first + 3, vector] = cost.map { ($0 .> 0).select(all / $0, Lanes(.nan)) } ?? Lanes(.nan)
      block[first + 4, vector] = cost.map { (all .> 0).select((all - $0) / all, Lanes(.nan)) } ?? Lanes(.nan)
    }
  }

  private func total(_ giver: Giver, _ block: PathBlock, _ vector: Int) -> Lanes {
    giver.columns.reduce(Lanes(giver.knownTotal)) { $0 + block[$1, vector] }
  }

  /// Years of the window in which the giver's amount is above zero.
  private func heads(_ giver: Giver, _ block: PathBlock, _ vector: Int) -> Lanes {
    let known = Double(giver.known.count { $0 > 0 })
    return giver.columns.indices.reduce(Lanes(known)) { sum, place in
      let received = block[giver.columns[place], vector] + (place == 0 ? giver.begun : 0)
      return sum + (received .> 0).ones
    }
  }
}
