internal import LinearAlgebra

extension EffectLayout {
  /// One pass over a column in the inner order: subtracts a step by outer level (none: zeros) and then the
  /// inner groups' means, and gives the weighted sums of what is left by outer level.
  func pass<Element: SweepElement>(
    _ values: UnsafeMutablePointer<Element>, less step: [Double]?
  ) -> [Element] {
    var sums = [Element](repeating: .zero, count: outerCount)
    sums.withUnsafeMutableBufferPointer { sums in
      if let step {
        step.withUnsafeBufferPointer { subtract($0, from: values) }
      }
      demean(values)
      add(values, to: sums)
    }
    return sums
  }

  private func subtract<Element: SweepElement>(
    _ step: UnsafeBufferPointer<Double>, from values: UnsafeMutablePointer<Element>
  ) {
    outerLevels.withUnsafeBufferPointer { levels in
      for effect in 0..<others {
        let offset = effect * rows
        for place in 0..<rows { values[place] = values[place].minus(step[Int(levels[offset + place])]) }
      }
    }
  }

  private func demean<Element: SweepElement>(_ values: UnsafeMutablePointer<Element>) {
    for group in 0..<groups {
      let places = starts[group]..<starts[group + 1]
      var sum = DoubleDouble(0)
      if let weights {
        for place in places { values[place].add(to: &sum, weight: weights[place]) }
      } else {
        for place in places { values[place].add(to: &sum) }
      }
      let mean = sum * inverseWeights[group]
      for place in places { values[place] = values[place].minus(mean) }
    }
  }

  private func add<Element: SweepElement>(
    _ values: UnsafeMutablePointer<Element>, to sums: UnsafeMutableBufferPointer<Element>
  ) {
    outerLevels.withUnsafeBufferPointer { levels in
      for effect in 0..<others {
        let offset = effect * rows
        if let weights {
          for place in 0..<rows {
            let level = Int(levels[offset + place])
            sums[level] = sums[level].plus(values[place], weight: weights[place])
          }
        } else {
          for place in 0..<rows {
            let level = Int(levels[offset + place])
            sums[level] = sums[level].plus(values[place])
          }
        }
      }
    }
  }
}
