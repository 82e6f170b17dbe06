/// The values of some bins, bin after bin, those of a bin in any order.
struct BinnedValues {
  private let values: [Double]
  /// By bin: where its values begin, and the end of the last.
  private let starts: [Int]

  /// - Parameter counts: by bin, how many of `kept` lie in it; 0 for bins whose values are not needed.
  init(_ kept: [KeptValues], _ scale: BinScale, counts: [Int]) {
    var starts = [0]
    for count in counts { starts.append(starts[starts.count - 1] + count) }
    // Values that are not needed are written past the end, each over the one before.
    let end = starts[counts.count]
    var next = zip(starts, counts).map { $1 > 0 ? $0 : end }
    let steps = counts.map { $0 > 0 ? 1 : 0 }
    let scratch = SampleScratch()
    values = [Double](unsafeUninitializedCapacity: end + 1) { room, filled in
      next.withUnsafeMutableBufferPointer { next in
        steps.withUnsafeBufferPointer { steps in
          for values in kept {
            values.eachBlock { block in
              scratch.place(block, scale)
              for index in 0..<block.count {
                let bin = scratch.bins[index]
                room[next[bin]] = block[index]
                next[bin] &+= steps[bin]
              }
            }
          }
        }
      }
      filled = end
    }
    self.starts = starts
  }

  /// The values of a bin.
  subscript(bin: Int) -> ArraySlice<Double> { values[starts[bin]..<starts[bin + 1]] }
}
