public import Finance
public import Records
public import Tabular

/// A battery of shocks as data: names, sizes, ranges and where they come from.
public struct StressBattery: Sendable, Hashable {
  public let title: String
  public let signal: SignalRule
  /// The remedy of a shock brings the probability of a shortfall down to this.
  public let remedy: Rate
  public let remedySource: String
  /// In the order of the file.
  public let shocks: [Shock]
  /// The shipped file, or the book's over it.
  public let source: String
  /// The book's own file; `nil` where it has none.
  public let input: Book.InputFile?

  /// One shock.
  public struct Shock: Sendable, Hashable {
    public let id: String
    public let title: String
    public let kind: Kind
    /// What a size counts.
    public let unit: String
    /// A share of 1 in ten thousandths, or months.
    public let size: Int
    /// What reverse stress looks at; `nil`: it comes whole or not at all.
    public let range: ClosedRange<Int>?
    /// Of a combination: its parts, by name.
    public let parts: [String]
    /// A symbol, a record, or a text that begins with `assumption`.
    public let source: String
    public let location: SourceLocation

    /// Whether sizes are months.
    public var isMonths: Bool { kind == .hostLate }

    /// A size as a reader writes it.
    public func text(_ size: Int) -> String {
      isMonths ? "\(size) \(size == 1 ? "month" : "months")" : "\(Rate(basisPoints: size))"
    }
  }

  /// What a shock does; how hard is its size.
  public enum Kind: String, Sendable, CaseIterable {
    case hostFormerLevel = "host-former-level"
    case hostLate = "host-late"
    case hostCurrency = "host-currency"
    case largestOtherLeaves = "largest-other-leaves"
    case othersStop = "others-stop"
    case levels
    case recordMeans = "record-means"
    case weakYears = "weak-years"
    case combination
    case inKindEnds = "in-kind-ends"
    case pandemicYear = "pandemic-year"
    case grantMissing = "grant-missing"
    case agreementNotRenewed = "agreement-not-renewed"
  }

  /// When the mechanical signal is low, moderate or high.
  public struct SignalRule: Sendable, Hashable {
    /// As things stand, by the horizon.
    public let line: Rate
    /// Under the worst standard shock.
    public let stressLine: Rate
    public let source: String
  }

  public subscript(id: String) -> Shock? { shocks.first { $0.id == id } }
}

/// How strained the centre is, as debt sustainability frameworks say it.
public enum Signal: String, Sendable, CaseIterable {
  case low
  case moderate
  case high
}
