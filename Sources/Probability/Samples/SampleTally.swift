import Vectors

/// What one thread knows of one quantity after some of the paths: exact sums, how many values lie in each bin, and
/// the values that quantiles may need.
///
/// Values are kept where their bin may hold a rank that is asked for, some standard errors around it, so that fewer
/// and fewer are kept; the commonest values are counted apart. Whatever was kept, the answer is exact: where a
/// value is missing the paths are asked for again (`SampleGather`).
public final class SampleTally {
  let question: SampleQuestion
  let form: SampleForm

  /// Values, without those that are nan.
  private(set) var count = 0
  private(set) var unmeasured = 0
  /// Without the values counted apart, as the sums and the table.
  private(set) var positives = 0
  private(set) var negatives = 0
  private(set) var sums = WholeSums()

  /// What all values were so far, and how many; `nil` as soon as two differ.
  private(set) var constant: (value: Double, count: Int)?
  /// A constant that was left, where it is none of the common values.
  private(set) var run: (value: Double, count: Int)?
  /// Of the common values.
  private(set) var commonCounts: [Int]

  let table: BinTable
  let kept: KeptValues
  private(set) var isKeeping: Bool
  private var nextNarrowing = SampleTally.firstNarrowing

  /// From so many values on not all are kept.
  private static let firstNarrowing = 8192

  /// - Parameters:
  ///   - isKeeping: whether values are kept for quantiles at all.
  ///   - pool: memory for them, of the thread that adds values.
  public init(_ question: SampleQuestion, form: SampleForm, isKeeping: Bool, _ pool: SamplePool) {
    (self.question, self.form) = (question, form)
    self.isKeeping = isKeeping && !question.isFrequency
    commonCounts = Array(repeating: 0, count: form.common.values.count)
    table = BinTable(isKeeping: self.isKeeping)
    kept = KeptValues(pool)
  }

  private init(copying other: SampleTally) {
    (question, form, isKeeping) = (other.question, other.form, other.isKeeping)
    (count, unmeasured) = (other.count, other.unmeasured)
    (positives, negatives, sums) = (other.positives, other.negatives, other.sums)
    (constant, run, commonCounts) = (other.constant, other.run, other.commonCounts)
    nextNarrowing = other.nextNarrowing
    table = BinTable(copying: other.table)
    kept = other.kept.copy()
  }

  /// The same knowledge of another quantity that was the same so far.
  public func copy() -> SampleTally { SampleTally(copying: self) }

  // MARK: Counting

  /// Adds `SampleScratch.capacity` values or fewer.
  ///
  /// - Parameter scratch: room for as many values and for as many bins, shared by all tallies of a thread.
  public func add(_ values: UnsafeBufferPointer<Double>, _ scratch: SampleScratch) {
    guard !question.isFrequency else {
      count += values.count
      return countSigns(values)
    }
    let known = question.isWhole ? values : scratch.known(values)
    unmeasured += values.count - known.count
    guard let first = known.first else { return }
    if count == 0 { constant = (first, 0) }
    count += known.count
    if let constant {
      if allEqual(known, constant.value) {
        self.constant = (constant.value, constant.count + known.count)
        return
      }
      leave(constant)
    }
    count(scratch.others(known, than: form.common, &commonCounts), scratch)
    if count >= nextNarrowing { narrow(scratch) }
  }

  /// Counts what was constant apart.
  private func leave(_ constant: (value: Double, count: Int)) {
    self.constant = nil
    guard constant.count > 0 else { return }
    if let common = form.common.values.firstIndex(of: constant.value) {
      commonCounts[common] += constant.count
    } else {
      run = constant
    }
  }

  private func allEqual(_ values: UnsafeBufferPointer<Double>, _ value: Double) -> Bool {
    let eights = values.count / Lanes.count * Lanes.count
    for start in stride(from: 0, to: eights, by: Lanes.count) {
      guard (Lanes(values, from: start) .== value).all else { return false }
    }
    return values[eights...].allSatisfy { $0 == value }
  }

  private func countSigns(_ values: UnsafeBufferPointer<Double>) {
    let eights = values.count / Lanes.count * Lanes.count
    var (above, below) = (Lanes(0), Lanes(0))
    for start in stride(from: 0, to: eights, by: Lanes.count) {
      let eight = Lanes(values, from: start)
      above += (eight .> 0).only(Lanes(1))
      below += (eight .< 0).only(Lanes(1))
    }
    for lane in 0..<Lanes.count {
      positives += Int(above[lane])
      negatives += Int(below[lane])
    }
    for value in values[eights...] {
      positives += value > 0 ? 1 : 0
      negatives += value < 0 ? 1 : 0
    }
  }

  /// Counts values that are none of the common ones.
  private func count(_ values: UnsafeBufferPointer<Double>, _ scratch: SampleScratch) {
    guard !values.isEmpty else { return }
    table.touch(scratch)
    if question.isWhole { sums.add(values) }
    countSigns(values)
    scratch.place(values, form.scale)
    kept.append(scratch) { table.count(values, scratch, to: $0) }
  }

  // MARK: Keeping

  /// Keeps from now on only what lies near the ranks asked for, and gives up the rest of what was kept.
  public func narrow(_ scratch: SampleScratch) {
    nextNarrowing = 2 * count
    guard isKeeping, constant == nil else { return }
    let near = BinCounts([self]).bins(holding: question.zones(of: count))
    for bin in 0..<BinScale.count where !near[bin] { table.keep(bin, false) }
    kept.filter(scratch) { values, room in
      scratch.place(values, form.scale)
      return table.choose(values, scratch, to: room)
    }
  }

  /// Gives up every value and keeps none from now on: memory does not suffice.
  public func stopKeeping() {
    isKeeping = false
    kept.removeAll()
    for bin in 0..<BinScale.count { table.keep(bin, false) }
  }
}
