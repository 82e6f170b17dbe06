import Forecasting
import Probability

/// Simulated amounts of one series, in dollars: by year ahead, one for each path, with the chance of a gift.
struct SimulatedAmounts {
  var years: [[Double]]
  /// Mean over paths of the chance of a gift: less noisy than the share of paths with one.
  var chances: [Double]?

  mutating func add(_ other: SimulatedAmounts) {
    for year in years.indices {
      for path in years[year].indices { years[year][path] += other.years[year][path] }
    }
    chances = nil
  }

  func distributions() -> [PredictiveDistribution] {
    years.enumerated().map { year, amounts in
      let zeros = Double(amounts.count { $0 <= 0 }) / Double(amounts.count)
      let mean = amounts.reduce(0, +) / Double(amounts.count)
      return PredictiveDistribution(
        mean: mean, zeroProbability: chances.map { min(max(1 - $0[year], 0), 1) } ?? zeros,
        quantiles: Quantiles.select(PredictiveDistribution.levels, from: amounts))
    }
  }
}

/// Simulates the series of a panel from a behaviour, all on the same paths.
struct PanelSimulation {
  let walk: PanelWalk
  let behaviour: Behaviour
  let paths: Int
  let horizon: Int
  private let scope: String
  private let draws: [BehaviourDraw]
  /// By path and year: what all share.
  private let giving: [[Double]]
  private let change: [[Double]]
  private let departures: DepartureFitting.Departures
  private let seed: UInt32

  init(
    of walk: PanelWalk, behaviour: Behaviour, paths: Int, horizon: Int, seed: UInt32, scope: String
  ) throws {
    (self.walk, self.behaviour, self.scope) = (walk, behaviour, scope)
    (self.paths, self.horizon, self.seed) = (paths, horizon, seed)
    departures = try DepartureFitting(
      transitions: walk.transitions, contributors: walk.contributors, funds: walk.funds.count,
      behaviour: behaviour
    ).fitted()
    let sampler = try BehaviourSampler(behaviour)
    let shared = RandomStream(seed: seed, named: "\(scope)/parameters")
    draws = (0..<paths).map { sampler.draw(shared, path: UInt64($0)) }
    func shocks(_ spread: Double, from first: UInt64) -> [[Double]] {
      (0..<paths).map { path in
        (0..<horizon).map { spread * shared.normal(path: UInt64(path), draw: first + UInt64($0)) }
      }
    }
    giving = shocks(behaviour.yearEffect.participation, from: 64)
    change = shocks(behaviour.yearEffect.change, from: 128)
  }

  /// One series on every path.
  func draw(_ index: Int) -> SimulatedAmounts {
    let series = walk.panel.series[index]
    let stream = RandomStream(seed: seed, named: "\(scope)/\(series.fund)/\(series.contributor)")
    let fund = RandomStream(seed: seed, named: "\(scope)/\(series.fund)")
    let departure = departures.effect(contributor: walk.contributor[index], fund: walk.fund[index])
    let around = walk.surroundings[index]
    let home = walk.states[index].usual ?? 0
    var years = [[Double]](repeating: [Double](repeating: 0, count: paths), count: horizon)
    var chances = [Double](repeating: 0, count: horizon)
    for path in 0..<paths {
      var state = walk.states[index]
      let number = UInt64(path)
      // What the fund does on a path it does to all its contributors.
      let effect =
        departure.mean + departure.sharedDeviation * fund.normal(path: number, draw: 0)
        + departure.deviation * stream.normal(path: number, draw: 1 << 32)
      for year in 0..<horizon {
        let chance = draws[path].chance(state, around, shift: giving[path][year] + effect)
        chances[year] += chance
        let (gives, again) = stream.uniforms(path: number, draw: UInt64(2 * year))
        guard gives < chance, let last = state.last else {
          state.miss()
          continue
        }
        let (shock, round) = stream.uniforms(path: number, draw: UInt64(2 * year + 1))
        let next = draws[path].amount(
          after: state, last: last, home: home, around, SIMD4(again, shock, round, 0),
          shape: behaviour.residuals, shift: change[path][year])
        years[year][path] = Elementary.exp(next - PanelWalk.dollar)
        state.give(next)
      }
    }
    return SimulatedAmounts(years: years, chances: chances.map { $0 / Double(paths) })
  }

  /// What contributors give that are not on record yet: a number of newcomers each year (Poisson about a rate
  /// that is itself uncertain), each with a first gift, who stay as those before them stayed.
  func newcomers(to index: Int, named name: String, _ arrivals: ArrivalCount) -> SimulatedAmounts {
    let stream = RandomStream(seed: seed, named: "\(scope)/\(name)/newcomers")
    let rate = arrivals.rate(index, behaviour.arrivals)
    let size = arrivals.size(index, behaviour.arrivals)
    var years = [[Double]](repeating: [Double](repeating: 0, count: paths), count: horizon)
    for path in 0..<paths {
      let number = UInt64(path)
      let own = rate * stream.gamma(shape: Newcomers.shape, path: number, draw: 0) / Newcomers.shape
      var staying = 0.0
      for year in 0..<horizon {
        if stream.uniform(path: number, draw: UInt64(64 + year)) > Newcomers.stay { staying = 0 }
        let count = Newcomers.count(own, stream.uniform(path: number, draw: UInt64(128 + year)))
        for giver in 0..<count {
          let shock = stream.normal(path: number, draw: UInt64(1024 * (year + 1) + giver))
          staying += Elementary.exp(size.mean + size.spread * min(shock, 1.2))
        }
        years[year][path] = staying
      }
    }
    return SimulatedAmounts(years: years, chances: nil)
  }
}

/// The process of new contributors.
enum Newcomers {
  /// Shape of the gamma distribution of a fund's rate about its estimate (assumption: a spread of 0.8 of it).
  static let shape = 1.5
  /// Chance that the newcomers of before give again (assumption: near the panels' 0.57 after a first year).
  static let stay = 0.6
  /// At most this many a year.
  static let most = 60

  /// A Poisson number by inversion.
  static func count(_ rate: Double, _ uniform: Double) -> Int {
    var term = Elementary.exp(-rate)
    var total = term
    var count = 0
    while uniform > total, count < most {
      count += 1
      term *= rate / Double(count)
      total += term
    }
    return count
  }
}

extension RandomStream {
  /// The stream of a variable's name: its 32-bit FNV-1a hash.
  init(seed: UInt32, named name: String) {
    self.init(
      seed: seed,
      variable: name.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 })
  }
}
