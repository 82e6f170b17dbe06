public import Finance

/// What the command line says in place of a scenario's files.
public struct ScenarioOverrides: Sendable, Hashable {
  public var asOf: CalendarDate?
  public var seed: UInt32?
  public var paths: Int?
  public var horizon: Int?

  public init(asOf: CalendarDate? = nil, seed: UInt32? = nil, paths: Int? = nil, horizon: Int? = nil) {
    (self.asOf, self.seed, self.paths, self.horizon) = (asOf, seed, paths, horizon)
  }

  public static let none = ScenarioOverrides()
}
