import Certification

/// The numerical self-test: what the product reaches on certified answers that are built into it.
///
/// Each set takes the path of a user's table: decimal text, frame, formula, model. Nothing depends on the
/// clock or on files, so two certificates of one machine are the same to the byte.
public struct Certificate: Sendable {
  /// The digits every certified figure must agree to.
  public static let requirement = 13.0

  /// One certified set.
  public struct Entry: Sendable {
    public let name: String
    /// As NIST calls it: lower, average, higher.
    public let level: String
    /// The digits reached, by quantity.
    public let digits: [(quantity: String, digits: Double)]

    /// The fewest of all quantities.
    public var least: Double { digits.map(\.digits).min() ?? 0 }
    public var isReached: Bool { least >= Certificate.requirement }

    /// The digits of one quantity.
    func digits(of quantity: PeerDigits.Quantity) -> Double? {
      digits.first { $0.quantity == quantity.rawValue }?.digits
    }
  }

  /// One table of a function's values.
  public struct Table: Sendable {
    public let name: String
    public let values: Int
    /// The fewest digits of all its values.
    public let least: Double
    public var isReached: Bool { least >= Certificate.requirement }
  }

  public let regressions: [Entry]
  public let samples: [Entry]
  public let anovas: [Entry]
  public let tables: [Table]
  /// Blocks of the random number generator that are as published, of all that are checked.
  public let blocks: (right: Int, all: Int)

  /// Runs every check.
  public init() {
    regressions = CertifiedRegression.all.map(CertifiedRun.entry)
    samples = CertifiedSample.all.map(CertifiedRun.entry)
    anovas = CertifiedAnova.all.map(CertifiedRun.entry)
    tables = FunctionTables.all()
    blocks = FunctionTables.generatorBlocks()
  }

  /// Whether nothing falls short.
  public var isReached: Bool { shortfalls.isEmpty }

  /// What falls short, by name.
  public var shortfalls: [String] {
    let entries = (regressions + samples + anovas).filter { !$0.isReached }.map(\.name)
    let functions = tables.filter { !$0.isReached }.map(\.name)
    return entries + functions + (blocks.right == blocks.all ? [] : ["Philox4x32-10"])
  }
}
