internal import LinearAlgebra

extension EffectSweep {
  /// Sweeps columns that lie one after the other, several at a time; each by one thread, in the same order
  /// of operations whatever the number of threads.
  func residuals<Element: SweepElement>(
    ofColumns columns: [Element], enough: Double
  ) throws(RegressionError) -> [Element] {
    guard layout.rows > 0 else { return columns }
    let count = columns.count / layout.rows
    var failures: [RegressionError?] = []
    let swept = [Element](unsafeUninitializedCapacity: columns.count) { buffer, initialized in
      columns.withUnsafeBufferPointer { columns in
        let work = ColumnWork(sweep: self, from: columns, to: buffer, enough: enough)
        failures = RowBlocks.parallelMap(count) { work.run($0) }
      }
      initialized = columns.count
    }
    if let failure = failures.compactMap({ $0 }).first { throw failure }
    return swept
  }
}

/// Columns to sweep and where they go; each is touched by one thread.
private struct ColumnWork<Element: SweepElement>: @unchecked Sendable {
  let sweep: EffectSweep
  let from: UnsafeBufferPointer<Element>
  let to: UnsafeMutableBufferPointer<Element>
  let enough: Double

  /// Sweeps a column in the inner order; what went wrong, if anything.
  func run(_ column: Int) -> RegressionError? {
    let rows = sweep.layout.rows
    let source = from.baseAddress! + column * rows
    let target = to.baseAddress! + column * rows
    guard let order = sweep.layout.order else {
      target.initialize(from: source, count: rows)
      return attempt(target)
    }
    return withUnsafeTemporaryAllocation(of: Element.self, capacity: rows) { inner in
      for place in 0..<rows { (inner.baseAddress! + place).initialize(to: source[Int(order[place])]) }
      let failure = attempt(inner.baseAddress!)
      for place in 0..<rows { (target + Int(order[place])).initialize(to: inner[place]) }
      return failure
    }
  }

  private func attempt(_ values: UnsafeMutablePointer<Element>) -> RegressionError? {
    do throws(RegressionError) {
      try sweep.sweep(values, enough: enough)
      return nil
    } catch {
      return error
    }
  }
}
