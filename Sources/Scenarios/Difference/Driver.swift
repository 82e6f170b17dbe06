public import Tabular

/// One thing in which two scenarios differ, that may be as in the one or as in the other.
public struct Driver: Sendable, Hashable {
  /// Plain and the same for the same difference: `set-contribution india core`, `plan-growth`, `response`.
  public let name: String
  /// The kind of change, `assumption`, `response` or `knowledge`.
  public let kind: String
  /// What the first scenario says; empty: nothing.
  public let first: [Statement]
  /// What the second says.
  public let second: [Statement]
  /// What is switched with it, by the names of `ScenarioDifference`.
  let switches: Set<String>

  /// What a scenario says, and where.
  public struct Statement: Sendable, Hashable {
    public let words: String
    /// `nil`: said by no file, such as an option of the command.
    public let location: SourceLocation?
    /// Begins with `assumption` where the scenario assumes it.
    public let source: String

    init(_ words: String, at location: SourceLocation?, source: String = "assumption: scenario") {
      (self.words, self.location, self.source) = (words, location, source)
    }
  }

  /// Several taken as one.
  static func group(_ name: String, _ kind: String, of drivers: [Driver]) -> Driver {
    Driver(
      name: name, kind: kind, first: drivers.flatMap(\.first), second: drivers.flatMap(\.second),
      switches: drivers.reduce(into: []) { $0.formUnion($1.switches) })
  }
}
