/// Collects the values an answer needs from the same paths drawn once more, where not all of them were kept.
public final class SampleGather {
  private let question: SampleQuestion
  private let form: SampleForm
  /// By bin: 1 where its values are needed, and 0. Common values were counted.
  private let needed: [UInt16]
  /// Of the common values, as counted before.
  private var counts: [Int]
  let kept: KeptValues

  init(_ question: SampleQuestion, form: SampleForm, needed: [Bool], _ pool: SamplePool) {
    kept = KeptValues(pool)
    (self.question, self.form) = (question, form)
    self.needed = needed.map { $0 ? 1 : 0 }
    counts = Array(repeating: 0, count: form.common.values.count)
  }

  /// Takes what it needs of `SampleScratch.capacity` values or fewer.
  public func add(_ values: UnsafeBufferPointer<Double>, _ scratch: SampleScratch) {
    let known = question.isWhole ? values : scratch.known(values)
    let values = scratch.others(known, than: form.common, &counts)
    scratch.place(values, form.scale)
    kept.append(scratch) { scratch.choose(values, needed, to: $0) }
  }
}
