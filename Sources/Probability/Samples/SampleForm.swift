/// How one quantity is counted, learned from its first paths: the bins, and the few values that are most of it.
/// It changes the time and the memory of a summary, never its result.
public struct SampleForm: Sendable {
  let scale: BinScale
  let common: CommonValues

  /// - Parameter sample: values of some paths; nan is left out.
  public init(_ sample: [Double]) {
    var known = sample.filter { !$0.isNaN }
    known.sort()
    let (common, others) = CommonValues.split(sorted: known)
    self.common = common
    scale = BinScale(sorted: others.isEmpty ? (known.isEmpty ? [0] : known) : others)
  }
}
