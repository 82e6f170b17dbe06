import Measures
public import Outlook
import Simulation

extension Questions {
  /// The readings of the quantities on the money expected: the number itself of a statistic, 1 or 0 of a probability.
  /// - Returns: in the order of the quantities; nan where a measure cannot be taken.
  /// - Throws: `QuestionError` where something is not measured, what a simulation throws.
  public func central(_ assumptions: Assumptions) throws -> [Double] {
    let names = PathNames(assumptions)
    let source = SimulatedPaths(assumptions)
    let scan = try PathScan(
      source, layout: PathLayout(assumptions), measures: names.measures, threads: 1
    ) { columns in
      try quantities.map { try AskedMeasure($0, names, in: columns) }
    }
    return scan.values(of: try source.central()).map { $0[0] }
  }
}

extension AskedMeasure {
  fileprivate init(_ quantity: Quantity, _ names: PathNames, in columns: PathColumns) throws(QuestionError) {
    switch quantity {
    case .probability(let occurrence): try self.init(occurrence, names, in: columns)
    case .statistic(_, let reading, let year): try self.init(reading, year: year, names, in: columns)
    }
  }
}
