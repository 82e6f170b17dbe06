/// The names that a text of the language may use.
public struct Vocabulary: Sendable, Hashable {
  /// Numbers of a path in a year.
  public let measures: [String]
  /// What happens on a path in a year, or does not.
  public let events: [String]
  public let funds: [String]
  /// The years looked at.
  public let years: ClosedRange<Int>

  public init(measures: [String], events: [String], funds: [String], years: ClosedRange<Int>) {
    (self.measures, self.events, self.funds, self.years) = (measures, events, funds, years)
  }
}
