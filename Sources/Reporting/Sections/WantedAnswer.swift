import Scenarios

/// In a sentence: with which values of a sweep's first lever what is wanted holds, for each value of the second.
struct WantedAnswer {
  /// As it is written.
  let condition: String
  /// One or two.
  let levers: [Sweep.Lever]
  /// Of each combination, the values of the last lever fastest.
  let holds: [Bool]
  /// Futures of each combination.
  let paths: Int

  var prose: Prose {
    let futures = Number.units(Double(paths) * 100)
    return Prose(
      "Of the values tried, \(levers[0].name) brings what is wanted, \(condition.figure(of: .swept)), ",
      levers.count == 1 ? range(holds) : clauses.joined(by: "; "),
      "; each on \(futures.figure(of: .swept)) futures.")
  }

  /// Values of the second lever with which the same values of the first hold are told together, that of the scenario
  /// itself first.
  private var clauses: [Prose] {
    let second = levers[1]
    let own = second.values.indices.filter { second.values[$0] == second.own }
    let order = own + second.values.indices.filter { !own.contains($0) }
    let groups: [(places: [Int], holds: [Bool])] = order.reduce(into: []) { groups, place in
      let column = levers[0].values.indices.map { holds[$0 * second.values.count + place] }
      if let same = groups.firstIndex(where: { $0.holds == column }) {
        groups[same].places.append(place)
      } else {
        groups.append((places: [place], holds: column))
      }
    }
    return groups.map { group in
      let places = group.places.map { text(second.values[$0]) }.list
      let here = own.contains { group.places.contains($0) && group.places.count == 1 }
      return Prose(
        range(group.holds), " where \(second.name) is \(places)", here ? " (as in this report)" : "")
    }
  }

  /// `at 70 % and 80 %`, `from 70 % to 100 %`, `at every value`, `at none`.
  private func range(_ holds: [Bool]) -> Prose {
    let values = levers[0].values
    let held = holds.indices.filter { holds[$0] }
    guard let first = held.first, let last = held.last else { return "at none" }
    if held.count == values.count { return "at every value" }
    if last - first + 1 == held.count, held.count > 2 {
      return "from \(text(values[first])) to \(text(values[last]))"
    }
    return "at \(held.map { text(values[$0]) }.list)"
  }

  private func text(_ value: Sweep.Value) -> Prose { "\(value)".figure(of: .swept) }
}

extension Origin {
  /// What the scenario's sweep says.
  fileprivate static var swept: Origin { .scenario(key: "sweep") }
}
