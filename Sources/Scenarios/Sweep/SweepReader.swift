import Records
import Tabular

/// Reads `sweep` and makes a scenario of every combination: the same files with other values, read and checked by
/// the same code as what stands in a file.
struct SweepReader {
  let assembly: ScenarioAssembly
  let sweep: YAMLMapping
  let location: SourceLocation

  /// Wrong combinations that are told in full; those behind them mostly repeat the first.
  private static let told = 5

  /// A lever with the places of its values.
  private struct Lever {
    let target: LeverTarget
    let items: [LeverValues.Item]
  }

  /// - Parameter alone: the scenario without its sweep; `nil` where it cannot be read.
  func sweep(of alone: Scenario?, _ problems: inout Problems) -> Sweep? {
    sweep.rejectUnknown(known: ["levers", "paths", "wanted"], &problems)
    let asked = sweep.integer("paths", in: ScenarioAssembly.pathCounts, required: false, &problems)
    let wanted = sweep.optionalString("wanted", &problems).map {
      Sweep.Wanted(text: $0, location: sweep.location(of: "wanted"))
    }
    guard let levers = levers(&problems), let alone, !problems.hasErrors else { return nil }
    let paths = min(asked ?? alone.paths, alone.paths)
    let points = points(levers, paths: paths, &problems)
    guard !problems.hasErrors else { return nil }
    return Sweep(
      levers: levers.map {
        Sweep.Lever(
          name: $0.target.name, values: $0.items.map(\.value), own: $0.target.own(in: assembly.lineage))
      }, points: points, paths: paths, wanted: wanted, location: location)
  }

  // MARK: Levers

  private func levers(_ problems: inout Problems) -> [Lever]? {
    guard let nodes = sweep.list("levers", &problems) else { return nil }
    let place = sweep.location(of: "levers")
    guard (1...2).contains(nodes.count) else {
      problems.error(
        place, "a sweep has 1 or 2 levers, not \(nodes.count); write a scenario for each further one")
      return nil
    }
    let finder = LeverFinder(assembly.lineage)
    let levers = nodes.compactMap { lever($0, finder, &problems) }
    guard levers.count == nodes.count else { return nil }
    if levers.count == 2, levers[0].target == levers[1].target {
      problems.error(place, "'\(levers[0].target.name)' is varied twice; keep one of the levers")
      return nil
    }
    return hasFittingSize(levers, place, &problems) ? levers : nil
  }

  private func lever(_ node: YAMLNode, _ finder: LeverFinder, _ problems: inout Problems) -> Lever? {
    guard let mapping = node.mapping else {
      problems.error(
        node.location, "a lever is a mapping of keys; write {vary: plan-growth, values: [0%, 5%]}")
      return nil
    }
    mapping.rejectUnknown(known: ["vary", "where", "values", "from", "to", "step"], &problems)
    guard let target = finder.target(mapping, &problems) else { return nil }
    let values = LeverValues(lever: mapping, key: target.key, quantity: target.quantity)
    return values.items(&problems).map { Lever(target: target, items: $0) }
  }

  private func hasFittingSize(_ levers: [Lever], _ place: SourceLocation, _ problems: inout Problems) -> Bool
  {
    let counts = levers.map(\.items.count)
    let size = counts.reduce(1, *)
    if size <= Sweep.largest { return true }
    problems.error(
      place,
      "the sweep has \(counts.map { "\($0)" }.joined(separator: " x ")) = \(size) combinations, more than "
        + "\(Sweep.largest); write fewer values")
    return false
  }

  // MARK: Combinations

  /// The scenario of every combination; what is wrong with some of them is told once.
  private func points(_ levers: [Lever], paths: Int, _ problems: inout Problems) -> [Sweep.Point] {
    var points: [Sweep.Point] = []
    var seen: Set<Problem> = []
    for items in combinations(levers.map(\.items)) where seen.count < SweepReader.told {
      var found = Problems()
      let scenario = scenario(levers, items, paths: paths, &found)
      for problem in found.sorted where seen.insert(problem).inserted { problems.add(problem) }
      if let scenario { points.append(Sweep.Point(values: items.map(\.value), scenario: scenario)) }
    }
    return points
  }

  private func scenario(
    _ levers: [Lever], _ items: [LeverValues.Item], paths: Int, _ problems: inout Problems
  ) -> Scenario? {
    var lineage = assembly.lineage
    for (lever, item) in zip(levers, items) { lever.target.set(item, in: &lineage) }
    var overrides = assembly.overrides
    overrides.paths = paths
    return ScenarioAssembly(
      lineage: lineage, parts: assembly.parts, isComplete: assembly.isComplete, overrides: overrides
    ).alone(&problems)
  }

  /// One of each list, the last list's fastest.
  private func combinations(_ lists: [[LeverValues.Item]]) -> [[LeverValues.Item]] {
    lists.reduce([[]]) { combinations, list in
      combinations.flatMap { combination in list.map { combination + [$0] } }
    }
  }
}
