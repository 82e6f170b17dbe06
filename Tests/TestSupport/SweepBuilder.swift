import Finance

@testable public import Scenarios

extension Scenario {
  /// The same scenario that also varies levers: `scenario` makes that of a combination of values.
  public func varying(
    _ levers: [Sweep.Lever], paths: Int = 64, _ scenario: ([Sweep.Value]) -> Scenario
  ) -> Scenario {
    let combinations = levers.reduce([[]]) { combinations, lever in
      combinations.flatMap { combination in lever.values.map { combination + [$0] } }
    }
    return varied(
      by: Sweep(
        levers: levers, points: combinations.map { Sweep.Point(values: $0, scenario: scenario($0)) },
        paths: paths, location: .line))
  }
}
