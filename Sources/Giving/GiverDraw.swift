import Probability
import Vectors

/// One giver on the paths of a block.
struct GiverDraw {
  let sampler: GivingSampler
  let giver: Int
  let block: GivingBlock

  let plan: GiverPlan
  let around: Surroundings
  let streams: GivingSampler.Streams
  let timing: GiverTiming

  var horizon: GivingHorizon { sampler.horizon }
  var state: LaneState { block.state }
  var work: GivingWork { block.work }

  /// - Parameter fund: index of its fund's effect in the block.
  init(sampler: GivingSampler, giver: Int, block: GivingBlock, fund: Int) {
    (self.sampler, self.giver, self.block) = (sampler, giver, block)
    (plan, streams, timing) = (sampler.plans[giver], sampler.streams[giver], sampler.timings[giver])
    around = plan.giver.surroundings
    state.begin(plan.giver.state)
    if plan.giver.habitual { drawStanding(fund: fund) }
    if timing.isNeeded {
      block.lateness.removeAll(keepingCapacity: true)
      for eight in 0..<GivingBlock.eights {
        block.lateness.append(timing.curve(streams.late, paths: path(eight)))
      }
    }
  }

  /// Number of the first path of an eight.
  func path(_ eight: Int) -> UInt64 { block.first + UInt64(eight * Lanes.count) }

  /// The giver's own departure from the crowd on the logit scale, and what its state does not move.
  private func drawStanding(fund: Int) {
    let effect = plan.giver.effect
    let firstGift = Lanes(block.crowd.firstGift)
    for eight in 0..<GivingBlock.eights {
      let departure =
        effect.mean + effect.deviation * streams.effect.normal(paths: path(eight), draw: 0)
        + effect.sharedDeviation * block.fundEffects[fund][eight]
      work.standing[eight] = departure + block.crowd.standing(around, at: eight)
      work.firstGift[eight] = departure + firstGift
    }
  }

  func add(
    _ cents: Lanes, eight: Int, currency: Int = 0, recognised: Int, due: Lanes, paid: Lanes
  ) {
    block.payments.append(
      LanePayment(
        giver: giver, eight: eight, cents: cents, currency: currency, recognised: recognised, due: due,
        paid: paid))
  }

  /// The same payment on every path.
  func addEverywhere(_ payment: Payment) {
    for eight in 0..<GivingBlock.eights { block.payments.append(LanePayment(payment, eight: eight)) }
  }

  /// What has been received already is the same on every path.
  func addRecorded() {
    for receipt in plan.recorded {
      addEverywhere(sampler.payment(receipt, of: giver, paid: receipt.due))
    }
  }
}
