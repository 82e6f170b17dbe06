internal import LinearAlgebra

extension EffectLayout {
  /// One pass over a column in the inner order: subtracts a step by outer level (none: zeros) and then the
  /// inner groups' means, and gives the weighted sums of what is left by outer level.
  func pass<Element: SweepElement>(
    _ values: UnsafeMutablePointer<Element>, less step: [Double]?
  ) -> [Element] {
    var sums = [Element](repeating: .zero, count: outerCount)
    sums.withUnsafeMutableBufferPointer { sums in
      withPointers { starts, inverses, levels, weights in
        let pass = SweepPass(
          values: values, sums: sums.baseAddress, levels: levels, weights: weights, rows: rows,
          others: others)
        for group in 0..<groups {
          let places = starts[group]..<starts[group + 1]
          var sum = Element.zero
          if let step, others > 0 {
            sum = step.withUnsafeBufferPointer { pass.subtract($0.baseAddress!, places) }
          } else {
            sum = pass.sum(places)
          }
          pass.subtract(mean: sum.times(inverse: inverses[group]), places)
        }
      }
    }
    return sums
  }

  private func withPointers(
    _ body: (
      UnsafePointer<Int>, UnsafePointer<DoubleDouble>, UnsafePointer<Int32>?, UnsafePointer<Double>?
    ) -> Void
  ) {
    starts.withUnsafeBufferPointer { starts in
      inverseWeights.withUnsafeBufferPointer { inverses in
        outerLevels.withUnsafeBufferPointer { levels in
          guard let starts = starts.baseAddress, let inverses = inverses.baseAddress else { return }
          guard let weights else { return body(starts, inverses, levels.baseAddress, nil) }
          weights.withUnsafeBufferPointer { body(starts, inverses, levels.baseAddress, $0.baseAddress) }
        }
      }
    }
  }
}

/// A column being swept, group by group of the inner effect.
private struct SweepPass<Element: SweepElement> {
  let values: UnsafeMutablePointer<Element>
  /// Nil where there are no outer levels.
  let sums: UnsafeMutablePointer<Element>?
  let levels: UnsafePointer<Int32>?
  let weights: UnsafePointer<Double>?
  let rows: Int
  let others: Int

  /// The weighted sum of a group.
  @inline(__always)
  func sum(_ places: Range<Int>) -> Element {
    var sum = Element.zero
    if let weights {
      for place in places { sum = sum.plus(values[place].times(weights[place])) }
    } else {
      for place in places { sum = sum.plus(values[place]) }
    }
    return sum
  }

  /// Subtracts the steps of the rows' outer levels; the weighted sum of what is left of the group.
  @inline(__always)
  func subtract(_ step: UnsafePointer<Double>, _ places: Range<Int>) -> Element {
    guard others == 1, weights == nil, let levels else {
      for effect in 0..<others {
        guard let levels else { break }
        let own = levels + effect * rows
        for place in places { values[place] = values[place].minus(step[Int(own[place])]) }
      }
      return sum(places)
    }
    var sum = Element.zero
    for place in places {
      let rest = values[place].minus(step[Int(levels[place])])
      values[place] = rest
      sum = sum.plus(rest)
    }
    return sum
  }

  /// Subtracts the mean and adds what is left to the sums of the outer levels.
  @inline(__always)
  func subtract(mean: Element, _ places: Range<Int>) {
    guard others == 1, weights == nil, let levels, let sums else {
      for place in places { values[place] = values[place].minus(mean) }
      return add(places)
    }
    for place in places {
      let rest = values[place].minus(mean)
      values[place] = rest
      let level = Int(levels[place])
      sums[level] = sums[level].plus(rest)
    }
  }

  @inline(__always)
  private func add(_ places: Range<Int>) {
    guard let levels, let sums else { return }
    for effect in 0..<others {
      let own = levels + effect * rows
      for place in places {
        let level = Int(own[place])
        let rest = weights.map { values[place].times($0[place]) } ?? values[place]
        sums[level] = sums[level].plus(rest)
      }
    }
  }
}
