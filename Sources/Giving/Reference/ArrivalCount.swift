import Forecasting
import Probability

/// First gifts on a panel's record: how often they come, and how large they are.
struct ArrivalCount {
  /// By fund: first gifts a year, recent years counting more, and what the years count together.
  let arrived: [Double]
  let years: [Double]
  /// By fund: contributors that gave in the last year.
  let givers: [Double]
  /// By fund: logarithms of first gifts in dollars, with what each counts.
  let sizes: [[Size]]
  let behaviour: Behaviour.Arrivals
  let firstGift: BetaCounts

  typealias Size = (logarithm: Double, weight: Double)

  /// A year counts this much of the year after it (assumption). Short, since many a "first" gift of a record's
  /// early years is a return of one who gave before the record begins: commoner, and larger.
  static let memory = 0.4
  /// How many pairs of contributor and fund a panel's rate of first gifts counts as (assumption: a member of a
  /// centre is nearer to it than a passer-by).
  static let pairs = 10.0

  init(_ walk: PanelWalk) {
    let panel = walk.panel
    let count = panel.years.count
    var arrived = [Double](repeating: 0, count: walk.funds.count)
    var years = arrived
    var givers = arrived
    var exposure = 0.0
    var sizes = [[Size]](repeating: [], count: walk.funds.count)
    for (index, fund) in walk.funds.enumerated() {
      let opened = (panel.firstReported[fund.name] ?? 0) - panel.years.lowerBound
      for year in 1..<max(count, 1) where year > opened {
        let weight = ArrivalCount.weight(count - 1 - year)
        let before = fund.series.count { panel.series[$0].amounts[year - 1] > 0 }
        years[index] += weight
        exposure += weight * Double(before + 1)
        for series in fund.series {
          guard let first = panel.series[series].amounts.firstIndex(where: { $0 > 0 }), first == year,
            let size = PanelWalk.gift(panel.series[series].amounts[year])
          else { continue }
          arrived[index] += weight
          sizes[index].append((size - PanelWalk.dollar, weight))
        }
      }
      givers[index] = Double(fund.series.count { panel.series[$0].amounts.last ?? 0 > 0 })
    }
    let all = sizes.flatMap(\.self)
    (self.arrived, self.years, self.givers, self.sizes) = (arrived, years, givers, sizes)
    behaviour = Behaviour.Arrivals(
      perGiver: (arrived.reduce(0, +) + 0.1) / (exposure + 1), median: ArrivalCount.median(all),
      spread: ArrivalCount.spread(all))
    firstGift = ArrivalCount.firstGift(walk, arrivals: all.count)
  }

  /// New contributors expected a year: the fund's own count, with one year of the panel's rate beside it.
  func rate(_ fund: Int, _ shared: Behaviour.Arrivals) -> Double {
    (arrived[fund] + shared.perGiver * (givers[fund] + 1)) / (years[fund] + 1)
  }

  /// Mean and spread of the logarithm of a first gift in dollars, three of the panel's counted beside the
  /// fund's own.
  func size(_ fund: Int, _ shared: Behaviour.Arrivals) -> (mean: Double, spread: Double) {
    let own = sizes[fund]
    let count = own.reduce(0) { $0 + $1.weight }
    let mean = (own.reduce(0) { $0 + $1.weight * $1.logarithm } + 3 * shared.median) / (count + 3)
    let square = own.reduce(0) { $0 + $1.weight * ($1.logarithm - mean) * ($1.logarithm - mean) }
    return (mean, ((square + 2.4 * shared.spread * shared.spread) / (count + 3)).squareRoot())
  }

  private static func weight(_ age: Int) -> Double {
    (0..<max(age, 0)).reduce(1) { weight, _ in weight * memory }
  }

  /// The weighted median; 22,000 dollars where there is no first gift (assumption).
  private static func median(_ sizes: [Size]) -> Double {
    let half = sizes.reduce(0) { $0 + $1.weight } / 2
    var sum = 0.0
    for size in sizes.sorted(by: { $0.logarithm < $1.logarithm }) {
      sum += size.weight
      if sum >= half { return size.logarithm }
    }
    return 10
  }

  private static func spread(_ sizes: [Size]) -> Double {
    guard sizes.count > 1 else { return 1.5 }
    let count = sizes.reduce(0) { $0 + $1.weight }
    let mean = sizes.reduce(0) { $0 + $1.weight * $1.logarithm } / count
    return (sizes.reduce(0) { $0 + $1.weight * ($1.logarithm - mean) * ($1.logarithm - mean) } / count)
      .squareRoot()
  }

  /// First gifts of one year among pairs of a known contributor and a fund that have none.
  private static func firstGift(_ walk: PanelWalk, arrivals: Int) -> BetaCounts {
    let contributors = Double((walk.contributor.max() ?? -1) + 1)
    let open = contributors * Double(walk.funds.count) - Double(walk.panel.series.count)
    let asked = max(open, 1) * Double(max(walk.panel.years.count - 1, 1))
    let rate = min(max((Double(arrivals) + 0.5) / (asked + 1), 0.001), 0.5)
    return BetaCounts(yes: pairs * rate, no: pairs * (1 - rate))
  }
}
