import Finance
import Records

/// In what two scenarios of one book differ, as drivers that may be switched one by one.
///
/// Drivers are: each subject of changes and shocks (a contributor's gifts to a fund, the levels, a post, ...), each
/// named assumption, the response, and the as-of date with the rows of the book known by then. Beyond
/// `ScenarioDifference.most` they are grouped by kind, the assumptions together, and then the smallest kinds together.
public struct ScenarioDifference: Sendable {
  /// With the draws, futures and horizon they are compared on, and without a sweep.
  public let first: Scenario
  public let second: Scenario
  public let drivers: [Driver]
  /// Whether drivers were grouped.
  public let isGrouped: Bool
  /// What was made equal so that the two can be compared, in words.
  public let alignments: [String]

  private let merged: MergedChanges
  /// Whether `merged` was made with the second scenario before the first.
  private let isTurned: Bool

  /// Most drivers that are told apart: 2^8 mixtures are simulated.
  public static let most = 8

  /// Compares two scenarios read with one horizon; the draws are the first one's, the futures the fewer of both.
  ///
  /// - Parameter most: drivers that are told apart.
  public init(_ first: Scenario, _ second: Scenario, most: Int = ScenarioDifference.most) {
    let (left, right) = ScenarioDifference.aligned(first, second)
    (self.first, self.second) = (left, right)
    alignments = ScenarioDifference.alignments(first, second)
    isTurned = second.name < first.name
    merged =
      isTurned ? MergedChanges(right.changes, left.changes) : MergedChanges(left.changes, right.changes)
    let all = ScenarioDifference.drivers(left, right, merged, isTurned: isTurned)
    isGrouped = all.count > most
    drivers = isGrouped ? ScenarioDifference.grouped(all, most: most) : all
  }

  /// The mixture in which the drivers of a set are as in the second scenario and all others as in the first: exactly the
  /// first of none, exactly the second of all.
  ///
  /// - Parameter set: bit i stands for driver i.
  public func scenario(with set: Int) -> Scenario {
    if set == 0 { return first }
    if set == (1 << drivers.count) - 1 { return second }
    let switches = self.switches(of: set)
    var scenario = first
    scenario.changes = merged.changes { isTurned != switches.contains($0.text) }
    for assumption in NamedAssumptions.all where switches.contains(assumption.name) {
      assumption.copy(from: second.assumptions, to: &scenario.assumptions)
    }
    if switches.contains(Switch.response) { scenario.response = second.response }
    if switches.contains(Switch.knowledge) { scenario.asOf = second.asOf }
    return scenario
  }

  /// Whether a mixture knows what the second scenario knows: its as-of date, and the book and fit of that day.
  public func knowsSecond(with set: Int) -> Bool {
    set != 0 && switches(of: set).contains(Switch.knowledge)
  }

  private func switches(of set: Int) -> Set<String> {
    drivers.indices.filter { set & (1 << $0) != 0 }.reduce(into: []) {
      $0.formUnion(drivers[$1].switches)
    }
  }

  /// Names of what is switched beside subjects of changes and assumptions.
  enum Switch {
    static let response = "response"
    static let knowledge = "knowledge"
  }
}

// MARK: What is made equal

extension ScenarioDifference {
  private static func aligned(_ first: Scenario, _ second: Scenario) -> (Scenario, Scenario) {
    var (left, right) = (first, second)
    right.seed = first.seed
    (left.paths, right.paths) = (min(first.paths, second.paths), min(first.paths, second.paths))
    (left.horizon, right.horizon) = (min(first.horizon, second.horizon), min(first.horizon, second.horizon))
    (left.sweep, right.sweep) = (nil, nil)
    return (left, right)
  }

  private static func alignments(_ first: Scenario, _ second: Scenario) -> [String] {
    var words: [String] = []
    if first.seed != second.seed {
      words.append(
        "Both are drawn with seed \(first.seed), that of \(first.name); \(second.name) has \(second.seed).")
    }
    if first.paths != second.paths {
      words.append(
        "Both are drawn \(min(first.paths, second.paths)) times: \(first.name) asks for \(first.paths) futures, "
          + "\(second.name) for \(second.paths).")
    }
    return words
  }
}

// MARK: Drivers

extension ScenarioDifference {
  private static func drivers(
    _ first: Scenario, _ second: Scenario, _ merged: MergedChanges, isTurned: Bool
  ) -> [Driver] {
    var drivers = changed(merged, isTurned: isTurned)
    for assumption in NamedAssumptions.all {
      let (old, new) = (assumption.text(first.assumptions), assumption.text(second.assumptions))
      guard old != new else { continue }
      drivers.append(
        plain(
          assumption.name, kind: "assumption", key: "assumptions.\(assumption.name)", first,
          old ?? "the model's own",
          second, new ?? "the model's own"))
    }
    if first.response != second.response {
      drivers.append(
        plain(
          Switch.response, kind: "response", key: "response", first, first.response.words, second,
          second.response.words))
    }
    if first.asOf != second.asOf {
      drivers.append(
        plain(
          "what became known", kind: Switch.knowledge, key: "as_of", first, "what was known on \(first.asOf)",
          second, "what was known on \(second.asOf)", switches: Switch.knowledge))
    }
    return drivers
  }

  private static func changed(_ merged: MergedChanges, isTurned: Bool) -> [Driver] {
    func statements(_ subject: Change.Subject, _ change: (MergedChanges.Place) -> Change?) -> [Driver
      .Statement]
    {
      merged.places.filter { $0.subject == subject }.compactMap(change).map {
        Driver.Statement($0.words, at: $0.location, source: $0.source)
      }
    }
    return Set(merged.places.compactMap(\.subject)).sorted().map { subject in
      let (one, other) = (statements(subject, \.first), statements(subject, \.second))
      return Driver(
        name: subject.text, kind: subject.word, first: isTurned ? other : one,
        second: isTurned ? one : other, switches: [subject.text])
    }
  }

  private static func plain(
    _ name: String, kind: String, key: String, _ first: Scenario, _ old: String, _ second: Scenario,
    _ new: String, switches: String? = nil
  ) -> Driver {
    Driver(
      name: name, kind: kind, first: [Driver.Statement(old, at: first.places[key])],
      second: [Driver.Statement(new, at: second.places[key])], switches: [switches ?? name])
  }

  /// One driver a kind, in the order of the first of each; where that is too many, the last ones together.
  private static func grouped(_ drivers: [Driver], most: Int) -> [Driver] {
    var kinds: [String] = []
    for driver in drivers where !kinds.contains(driver.kind) { kinds.append(driver.kind) }
    let groups = kinds.map { kind in
      let members = drivers.filter { $0.kind == kind }
      return members.count == 1
        ? members[0] : Driver.group("\(kind) (\(members.count))", kind, of: members)
    }
    guard groups.count > most else { return groups }
    let rest = groups[(most - 1)...]
    return groups[..<(most - 1)] + [Driver.group("the rest (\(rest.count) kinds)", "rest", of: Array(rest))]
  }
}

extension Response {
  /// `travel, consultants, end-posts`
  var words: String { order.isEmpty ? "nothing" : order.map(\.word).joined(separator: ", ") }
}
