public import Probability

/// Quantities measured on each path from those of its accounts, a block at a time while it is at hand.
///
/// A room above declares them before a run; nothing goes through paths after it.
public protocol PathMeasure: Sendable {
  /// What it measures, in the order of its columns.
  var columns: [MeasuredColumn] { get }
  /// Fills its columns `first`, `first + 1`, ... for `block.vectors` vectors from the columns before them; nan where
  /// a quantity cannot be measured on a path.
  func fill(_ block: PathBlock, from first: Int)
}

/// A column that is measured: its name, and what is asked of it.
public struct MeasuredColumn: Sendable, Hashable {
  public let name: MeasureName
  public let question: SampleQuestion

  public init(_ name: MeasureName, _ question: SampleQuestion) {
    (self.name, self.question) = (name, question)
  }
}

/// What is measured, of which fund and in which year; unique within a run.
public struct MeasureName: Sendable, Hashable {
  public let measure: String
  /// A fund's identifier, `all` for the whole centre.
  public let fund: String
  public let year: Int

  public init(_ measure: String, fund: String, year: Int) {
    (self.measure, self.fund, self.year) = (measure, fund, year)
  }

  /// The name of the whole centre among funds.
  public static let centre = "all"
}
