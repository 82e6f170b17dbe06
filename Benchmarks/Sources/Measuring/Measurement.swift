/// Seconds of several runs of one work.
public struct Measurement {
  public let name: String
  public var seconds: [Double] = []

  public init(_ name: String) { self.name = name }

  public var median: Double { seconds.isEmpty ? .nan : seconds.sorted()[seconds.count / 2] }
  public var minimum: Double { seconds.min() ?? .nan }

  /// A row of a table: milliseconds, and how many times as long as another measurement.
  public func row(against other: Measurement? = nil) -> String {
    let ratio = other.map { "   ratio \(fixed(median / $0.median, 2)) (minimum \(fixed(minimum / $0.minimum, 2)))" }
    return padded(name, 52) + padded(fixed(median * 1e3, 2), 10) + padded(fixed(minimum * 1e3, 2), 10)
      + (ratio ?? "")
  }

  public static var header: String { padded("milliseconds", 52) + padded("median", 10) + padded("minimum", 10) }
}

/// Seconds that a work takes.
public func seconds(_ work: () throws -> Void) rethrows -> Double {
  let time = try ContinuousClock().measure(work)
  return Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18
}

func padded(_ text: String, _ width: Int) -> String {
  text + String(repeating: " ", count: max(1, width - text.count))
}

/// A number with so many decimals.
public func fixed(_ value: Double, _ decimals: Int) -> String {
  var scale = 1.0
  for _ in 0..<decimals { scale *= 10 }
  guard value.isFinite, value.magnitude < 1e12 else { return "\(value)" }
  let whole = Int((value.magnitude * scale).rounded())
  let digits = String(whole)
  let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
  return (value < 0 ? "-" : "") + padded.dropLast(decimals) + (decimals > 0 ? "." + padded.suffix(decimals) : "")
}
