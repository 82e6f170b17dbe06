/// What happens on a path, or does not.
public indirect enum Occurrence: Sendable, Hashable, CustomStringConvertible {
  /// `shortfall of core by 2025`: an event in some year of the period.
  case happens(Reading, Period)
  /// `host-share > 0.8 in 2023`: a measure on the one side of a line in some year of the period.
  case compares(Reading, Comparison, Double, Period)
  case all([Occurrence])
  case any([Occurrence])

  /// Every measure and event it speaks of, in the order of the text.
  public var readings: [Reading] {
    switch self {
    case .happens(let reading, _), .compares(let reading, _, _, _): [reading]
    case .all(let parts), .any(let parts): parts.flatMap(\.readings)
    }
  }

  public var description: String {
    switch self {
    case .happens(let reading, let period): "\(reading)\(period.suffix)"
    case .compares(let reading, let comparison, let value, let period):
      "\(reading) \(comparison.rawValue) \(Decimals.shortest(value))\(period.suffix)"
    case .all(let parts):
      parts.map { if case .any = $0 { "(\($0))" } else { "\($0)" } }.joined(separator: " and ")
    case .any(let parts): parts.map(\.description).joined(separator: " or ")
    }
  }
}

/// A measure or an event, of a fund or of what is meant without one.
public struct Reading: Sendable, Hashable, CustomStringConvertible {
  public let name: String
  /// `nil`: the centre's, or that of its core fund.
  public let fund: String?

  public init(_ name: String, fund: String? = nil) { (self.name, self.fund) = (name, fund) }

  public var description: String { fund.map { "\(name) of \($0)" } ?? name }
}

/// How numbers of the language are written.
enum Decimals {
  /// `-?[0-9]+(\.[0-9]+)?` of at most 18 characters.
  static func isPlain(_ text: String) -> Bool {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    let plain = parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }
    return plain && parts.count <= 2 && text.utf8.count <= 18
  }

  /// Shortest decimals, without a fraction where the number is whole.
  static func shortest(_ value: Double) -> String {
    value == value.rounded() && value.magnitude < 1e15 ? "\(Int(value))" : "\(value)"
  }
}
