import LinearAlgebra
import Probability
import Vectors

/// Draws whole futures of all givers from a fitted model.
///
/// Streams are keyed by what they draw (`india/core/year`), counters by path and calendar, so that neither
/// another giver nor another as-of date moves anyone's draws.
public struct GivingSampler: Sendable {
  public let fit: GivingFit
  public let plans: [GiverPlan]
  public let horizon: GivingHorizon
  public let settings: GivingSettings

  let crowd: CrowdSampler
  let parameters: RandomStream
  /// Of the common year effects: the variable of `parameters`, other draws.
  private let yearEffects: RandomStream
  let streams: [Streams]
  let timings: [GiverTiming]
  /// What the givers of a fund share, by fund, and each giver's fund.
  private let funds: [RandomStream]
  private let fundOfGiver: [Int]

  /// A gift is at most the largest amount a book may hold (1e13 cents), so that no path outgrows whole cents.
  static let largestGift = Elementary.log(1e13)

  /// A giver's variables: a year of habit (gives?, the month, how far, round?), lateness, renewals, and its
  /// departure from the crowd.
  struct Streams: Sendable {
    let year, late, renewal, effect: RandomStream
  }

  /// - Parameter redrawn: draws from another seed; `nil`: none.
  /// - Throws: where a covariance of the fit is not positive definite.
  public init(
    fit: GivingFit, plans: [GiverPlan], horizon: GivingHorizon, settings: GivingSettings, seed: UInt32,
    redrawn: RedrawnGroups? = nil
  ) throws {
    (self.fit, self.plans, self.horizon, self.settings) = (fit, plans, horizon, settings)
    crowd = try CrowdSampler(fit.behaviour)
    timings = plans.map { GiverTiming($0, fit.timing, settings, horizon) }
    var variables = VariableRegistry(seed: seed)
    let shared = variables.stream("giving/parameters")
    parameters = shared.with(seed: redrawn.seed(of: .parameters, otherwise: seed))
    yearEffects = shared.with(seed: redrawn.seed(of: .yearEffects, otherwise: seed))
    var names: [String] = []
    for plan in plans where !names.contains(plan.giver.fund) { names.append(plan.giver.fund) }
    let ofCrowd = parameters.key.x
    funds = names.map { variables.stream("fund/\($0)/effect").with(seed: ofCrowd) }
    fundOfGiver = plans.map { plan in names.firstIndex(of: plan.giver.fund) ?? 0 }
    streams = plans.map { plan in
      let name = "\(plan.giver.contributor)/\(plan.giver.fund)"
      let own = redrawn.seed(of: .contributor(plan.giver.contributor), otherwise: seed)
      func stream(_ what: String) -> RandomStream { variables.stream("\(name)/\(what)").with(seed: own) }
      return Streams(
        year: stream("year"), late: stream("late"), renewal: stream("renewal"), effect: stream("effect"))
    }
  }

  /// Room for a block of paths.
  public func block() -> GivingBlock {
    GivingBlock(fit.behaviour, years: horizon.years, funds: funds.count)
  }

  /// Draws `GivingBlock.paths` paths from `first` on; a path is the same in whatever block it is drawn.
  public func draw(paths first: UInt64, into block: GivingBlock) {
    block.removePayments()
    begin(paths: first, in: block)
    for giver in plans.indices { draw(giver: giver, into: block) }
  }

  /// Draws what all givers share on the paths from `first` on.
  public func begin(paths first: UInt64, in block: GivingBlock) {
    block.first = first
    let (givingSpread, changeSpread) = (
      fit.behaviour.yearEffect.participation, fit.behaviour.yearEffect.change
    )
    for eight in 0..<GivingBlock.eights {
      let path = first + UInt64(eight * Lanes.count)
      crowd.draw(parameters, paths: path, eight: eight, into: block)
      for year in 0..<horizon.years {
        let (giving, change) = yearEffect(paths: path, year: year)
        block.givingShifts[year][eight] = givingSpread * giving
        block.changeShifts[year][eight] = changeSpread * change
      }
      for fund in funds.indices {
        block.fundEffects[fund][eight] = funds[fund].normal(paths: path, draw: 0)
      }
    }
  }

  /// The common effects of a year on giving and on amounts, in standard deviations: drawn, or the scenario's word.
  private func yearEffect(paths first: UInt64, year: Int) -> (Lanes, Lanes) {
    if let stated = settings.yearEffect { return (Lanes(stated), Lanes(stated)) }
    return yearEffects.normals(paths: first, draw: 64 + UInt64(year))
  }

  /// Draws one giver on the paths of `begin` and adds what it pays.
  public func draw(giver: Int, into block: GivingBlock) {
    let draw = GiverDraw(sampler: self, giver: giver, block: block, fund: fundOfGiver[giver])
    draw.addRecorded()
    draw.drawInstalments()
    draw.drawYears()
  }

  /// Index of a year's shift: years between the origin and the projection share the first year's.
  func shift(of year: Int) -> Int { min(max(year - horizon.firstYear, 0), horizon.years - 1) }
}

/// Draws the parameters of paths from a behaviour's covariances.
struct CrowdSampler {
  private let participation: (means: [Double], lower: Matrix)
  private let change: (means: [Double], lower: Matrix)

  init(_ behaviour: Behaviour) throws {
    participation = (behaviour.participation.means, try behaviour.participation.cholesky().lower)
    change = (behaviour.change.means, try behaviour.change.cholesky().lower)
  }

  /// - Parameter stream: of parameters; draws 0 to 31 of it are used.
  func draw(_ stream: RandomStream, paths first: UInt64, eight: Int, into block: GivingBlock) {
    func fill(_ columns: LaneColumns, _ part: (means: [Double], lower: Matrix), from draw: UInt64) {
      for row in part.means.indices {
        if row % 2 == 0 {
          (block.normals[row], block.normals[row + 1]) =
            stream.normals(paths: first, draw: draw + UInt64(row / 2))
        }
        var value = Lanes(part.means[row])
        for column in 0...row { value += part.lower[row, column] * block.normals[column] }
        columns[row][eight] = value
      }
    }
    fill(block.crowd.participation, participation, from: 0)
    fill(block.crowd.change, change, from: 16)
  }
}
