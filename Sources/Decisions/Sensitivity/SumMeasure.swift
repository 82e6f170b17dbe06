import Probability
import Simulation

/// The sum of some columns on every path.
struct SumMeasure: PathMeasure {
  private let summed: [Int]

  init(_ columns: [Int]) { summed = columns }

  var columns: [MeasuredColumn] {
    [
      MeasuredColumn(
        MeasureName("sum", fund: MeasureName.centre, year: 0), SampleQuestion(levels: [], isWhole: true))
    ]
  }

  func fill(_ block: PathBlock, from first: Int) {
    let target = block.place(first, 0)
    for path in 0..<block.count { target[path] = summed.reduce(0) { $0 + block.values($1)[path] } }
  }
}
