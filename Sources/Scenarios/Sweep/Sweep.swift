public import Finance
public import Tabular

/// What a scenario varies: one or two levers, each value of the one with each value of the other.
/// A declaration only; every combination is a scenario of its own, read and checked like any other.
public struct Sweep: Sendable, Hashable {
  /// One or two.
  public let levers: [Lever]
  /// All combinations, the values of the last lever fastest; at most `Sweep.largest`.
  public let points: [Point]
  /// Simulated futures of each combination.
  public let paths: Int
  /// What is wanted of every combination, in the language of conditions; `nil`: nothing is said.
  public let wanted: Wanted?
  /// Where the file says so.
  public let location: SourceLocation

  /// A condition as it is written.
  public struct Wanted: Sendable, Hashable {
    public let text: String
    public let location: SourceLocation

    public init(text: String, location: SourceLocation) { (self.text, self.location) = (text, location) }
  }

  /// Most combinations of a sweep.
  public static let largest = 10_000

  public init(
    levers: [Lever], points: [Point], paths: Int, wanted: Wanted? = nil, location: SourceLocation
  ) {
    (self.levers, self.points, self.paths, self.location) = (levers, points, paths, location)
    self.wanted = wanted
  }

  /// A number or word that is varied.
  public struct Lever: Sendable, Hashable {
    /// `plan-growth`, `collect-levels.share`, `set-contribution.amount where contributor india`.
    public let name: String
    /// In the order of the file; no value twice.
    public let values: [Value]
    /// What the scenario itself says; `nil` where it says nothing.
    public let own: Value?

    public init(name: String, values: [Value], own: Value?) {
      (self.name, self.values, self.own) = (name, values, own)
    }
  }

  /// One combination.
  public struct Point: Sendable, Hashable {
    /// One for each lever.
    public let values: [Value]
    /// The scenario with these values in place of its own.
    public let scenario: Scenario

    public init(values: [Value], scenario: Scenario) { (self.values, self.scenario) = (values, scenario) }
  }

  /// A value of a lever.
  public enum Value: Sendable, Hashable {
    case rate(Rate)
    /// Hundredths of the currency that the change names.
    case amount(cents: Int)
    case number(Int)
    /// A name, a currency, a group, a date.
    case word(String)
  }
}

extension Sweep.Value: CustomStringConvertible {
  /// As a reader writes it: `50 %`, `400,000.00`, `6`, `india`.
  public var description: String {
    switch self {
    case .rate(let rate): "\(rate)"
    case .amount(let cents): Money.grouped(cents: cents)
    case .number(let number): "\(number)"
    case .word(let word): word
    }
  }

  /// As a scenario file holds it.
  var written: String {
    if case .amount(let cents) = self { Money.decimal(cents: cents) } else { description }
  }
}
