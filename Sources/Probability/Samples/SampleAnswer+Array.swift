extension SampleAnswer {
  /// The answer over numbers at hand; nan marks one that is not known. `nil` where none is known.
  public init?(of values: [Double], _ question: SampleQuestion) {
    let pool = SamplePool()
    let blocks = stride(from: 0, to: values.count, by: 512).map { values[$0..<min($0 + 512, values.count)] }
    let tally = SampleTally(question, form: SampleForm(Array(values.prefix(512))), isKeeping: true, pool)
    let scratch = SampleScratch()
    var sums = RealSums()
    for block in blocks {
      block.withUnsafeBufferPointer {
        tally.add($0, scratch)
        if !question.isWhole { sums.add(RealSums($0)) }
      }
    }
    let merge = SampleMerge([tally], question)
    var gathered: [SampleGather] = []
    if !merge.isComplete {
      let gather = merge.gather(pool)
      for block in blocks { block.withUnsafeBufferPointer { gather.add($0, scratch) } }
      gathered = [gather]
    }
    guard let answer = merge.answer(sums: question.isWhole ? nil : sums, gathered: gathered) else {
      return nil
    }
    self = answer
  }
}
