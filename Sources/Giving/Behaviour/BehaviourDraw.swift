import LinearAlgebra
import Probability

/// The parameters of one path, drawn from a `Behaviour` or at its means, and what follows from them for one
/// contributor and one year. Plain numbers, so that a path copies no arrays.
struct BehaviourDraw {
  var participation: Row
  var change: Row
  private let repeats: Row
  private let spread: Row
  private let unknownActivity: Double
  /// log-odds of a first gift.
  private let firstGift: Double
  /// Chances that a changed amount is a round one, after a round one and after another.
  private let roundAfterRound: Double
  private let roundOtherwise: Double

  /// Parameters at their means.
  init(_ behaviour: Behaviour) {
    participation = Row(coefficients: behaviour.participation.means)
    change = Row(coefficients: behaviour.change.means)
    repeats = Row(coefficients: behaviour.repeats.means)
    spread = Row(coefficients: behaviour.spread.means)
    unknownActivity = behaviour.unknownActivity
    firstGift = Neighbourhood.logit(behaviour.firstGift.mean)
    roundAfterRound = behaviour.rounding.afterRound.mean
    roundOtherwise = behaviour.rounding.otherwise.mean
  }

  /// P(gives in the next year).
  /// - Parameter shift: what is added to the logit: the year's effect, the fund's, the contributor's.
  func chance(_ state: GivingState, _ around: Surroundings, shift: Double = 0) -> Double {
    guard state.last != nil else { return Elementary.logistic(firstGift + shift) }
    let row = ParticipationDesign.row(state, around, unknownActivity: unknownActivity)
    return Elementary.logistic(shift + row.times(participation))
  }

  /// The logarithm of the next gift: the same again, or a change, some of them to a round amount.
  /// - Parameters:
  ///   - last: the gift before; of one that never gave, where a first gift starts from.
  ///   - draws: three uniforms and one that is not used: the same again?, how far?, round?
  ///   - home: the usual gift known from the book; see `ChangeDesign.range`.
  ///   - shift: the year's effect on ln(next / last).
  func amount(
    after state: GivingState, last: Double, home: Double, _ around: Surroundings, _ draws: SIMD4<Double>,
    shape: ResidualTable, shift: Double = 0
  ) -> Double {
    if state.last != nil {
      let again = Elementary.logistic(RepeatDesign.row(state, last: last, around).times(repeats))
      if draws[0] < again { return last }
    }
    let location = ChangeDesign.row(state, last: last, around).times(change) + shift
    let width = SpreadDesign.spread(SpreadDesign.row(state, last: last, around), spread)
    let change = shape.value(at: draws[1], dollars: GiftSize.dollars(last, around))
    let range = ChangeDesign.range(after: last, home: home)
    let step = ChangeDesign.bounded(location + width * change)
    let next = min(max(last + step, range.lowerBound), range.upperBound)
    let round = RoundAmount.isRound(last) ? roundAfterRound : roundOtherwise
    guard draws[2] < round else { return next }
    // What lies at a bound is not rounded beyond it.
    let rounded = RoundAmount.nearest(next)
    let allowed = abs(rounded - last) <= ChangeDesign.longestStep && range.contains(rounded)
    return allowed ? rounded : next
  }
}

/// Draws the parameters of paths from a behaviour's covariances.
struct BehaviourSampler {
  private let means: BehaviourDraw
  private let participation: Cholesky
  private let change: Cholesky

  init(_ behaviour: Behaviour) throws {
    means = BehaviourDraw(behaviour)
    participation = try behaviour.participation.cholesky()
    change = try behaviour.change.cholesky()
  }

  /// - Parameter stream: of parameters; draws 0 to 31 of it are used.
  func draw(_ stream: RandomStream, path: UInt64) -> BehaviourDraw {
    func normals(_ count: Int, from first: UInt64) -> [Double] {
      (0..<count).map { stream.normal(path: path, draw: first + UInt64($0)) }
    }
    var result = means
    result.participation += Row(
      coefficients: participation.multiply(normals(participation.lower.rows, from: 0)))
    result.change += Row(coefficients: change.multiply(normals(change.lower.rows, from: 16)))
    return result
  }
}
