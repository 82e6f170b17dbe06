internal import LinearAlgebra

extension EffectLayout {
  /// One pass over a column in the inner order: subtracts a step by outer level (none: zeros) and then the
  /// inner groups' means, and gives the weighted sums of what is left by outer level.
  func pass<Element: SweepElement>(
    _ values: UnsafeMutablePointer<Element>, less step: [Double]?
  ) -> [Element] {
    var sums = [Element](repeating: .zero, count: outerCount)
    sums.withUnsafeMutableBufferPointer { sums in
      outerLevels.withUnsafeBufferPointer { levels in
        let pass = SweepPass(values: values, sums: sums.baseAddress, levels: levels.baseAddress, rows: rows)
        starts.withUnsafeBufferPointer { starts in
          inverseWeights.withUnsafeBufferPointer { inverses in
            for group in 0..<groups {
              let places = starts[group]..<starts[group + 1]
              if let step { step.withUnsafeBufferPointer { pass.subtract($0, others, places) } }
              if let weights {
                weights.withUnsafeBufferPointer { pass.demean(places, inverses[group], $0, others) }
              } else {
                pass.demean(places, inverses[group], others)
              }
            }
          }
        }
      }
    }
    return sums
  }
}

/// A column being swept, group by group of the inner effect.
struct SweepPass<Element: SweepElement> {
  let values: UnsafeMutablePointer<Element>
  let sums: UnsafeMutablePointer<Element>?
  let levels: UnsafePointer<Int32>?
  let rows: Int

  /// Subtracts the steps of the rows' outer levels.
  @inline(__always)
  func subtract(_ step: UnsafeBufferPointer<Double>, _ others: Int, _ places: Range<Int>) {
    guard let step = step.baseAddress, let levels else { return }
    for effect in 0..<others {
      let own = levels + effect * rows
      for place in places { values[place] = values[place].minus(step[Int(own[place])]) }
    }
  }

  /// Subtracts the mean and adds what is left to the sums of the outer levels.
  @inline(__always)
  func demean(_ places: Range<Int>, _ inverse: DoubleDouble, _ others: Int) {
    var sum = DoubleDouble(0)
    for place in places { values[place].add(to: &sum) }
    let mean = sum * inverse
    guard others > 0, let sums, let levels else {
      for place in places { values[place] = values[place].minus(mean) }
      return
    }
    for place in places {
      let rest = values[place].minus(mean)
      values[place] = rest
      let level = Int(levels[place])
      sums[level] = sums[level].plus(rest)
    }
    for effect in 1..<max(1, others) {
      let own = levels + effect * rows
      for place in places { sums[Int(own[place])] = sums[Int(own[place])].plus(values[place]) }
    }
  }

  /// The same with weights.
  @inline(__always)
  func demean(
    _ places: Range<Int>, _ inverse: DoubleDouble, _ weights: UnsafeBufferPointer<Double>, _ others: Int
  ) {
    var sum = DoubleDouble(0)
    for place in places { values[place].add(to: &sum, weight: weights[place]) }
    let mean = sum * inverse
    for place in places { values[place] = values[place].minus(mean) }
    guard let sums, let levels else { return }
    for effect in 0..<others {
      let own = levels + effect * rows
      for place in places {
        let level = Int(own[place])
        sums[level] = sums[level].plus(values[place], weight: weights[place])
      }
    }
  }
}
