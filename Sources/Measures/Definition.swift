/// What an indicator is: everything a reader needs to compute it again and to dispute it.
public struct Definition: Sendable, Hashable {
  /// The name files and predicates use: `host-share`.
  public let id: String
  public let title: String
  public let dimension: Dimension
  /// In words and signs, with the names of other indicators where it builds on them.
  public let formula: String
  public let unit: MeasureUnit
  /// The time it is taken over.
  public let window: String
  /// `nil`: shown, not judged.
  public let threshold: Threshold?
  /// Where the formula comes from, or `own` where it is this engine's.
  public let source: String
  /// What it tells, in plain words.
  public let meaning: String
}

/// What an indicator speaks of. The criterion "sustainability" of evaluators means that benefits last; all of
/// these speak of money.
public enum Dimension: String, Sendable, Hashable, CaseIterable {
  case mandate
  case level
  case concentration
  case breadth
  case predictability
  case reserve
  case risk
  case efficiency
  case exposure
  case inKind = "in-kind"
}

/// The unit of an indicator's value.
public enum MeasureUnit: String, Sendable, Hashable, CaseIterable {
  /// Units of the book's budget currency.
  case budgetCurrency = "budget currency"
  /// A part of a whole, 1 for all of it.
  case share
  /// A number without unit.
  case index
  case months
  case count
  /// A share of simulated futures.
  case probability
}

/// A word of the field, a model or a rule.
public struct Term: Sendable, Hashable {
  public let id: String
  public let title: String
  public let meaning: String
  /// Where the word or the rule comes from, or `own`.
  public let source: String
}
