/// Collects the values an answer needs from the same paths drawn once more, where not all of them were kept.
public final class SampleGather {
  private let question: SampleQuestion
  private let form: SampleForm
  /// By bin: 1 where its values are needed, and 0; 0 for common values, which were counted.
  private let needed: [UInt16]
  let kept: KeptValues

  init(_ question: SampleQuestion, form: SampleForm, needed: [Bool], _ pool: SamplePool) {
    kept = KeptValues(pool)
    (self.question, self.form) = (question, form)
    self.needed = needed.map { $0 ? 1 : 0 } + [UInt16](repeating: 0, count: BinTable.places - needed.count)
  }

  /// Takes what it needs of `SampleScratch.capacity` values or fewer.
  public func add(_ values: UnsafeBufferPointer<Double>, _ scratch: SampleScratch) {
    let known = question.isWhole ? values : scratch.known(values)
    _ = scratch.place(known, form)
    let (chosen, count) = scratch.choose(known, needed)
    kept.append(chosen, count)
  }
}
