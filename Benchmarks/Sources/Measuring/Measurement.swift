import Foundation

/// Seconds of several runs of one work.
public struct Measurement {
  public let name: String
  /// What a clock on the wall says.
  public var seconds: [Double] = []
  /// What the processor worked, where known: on a busy machine the number that repeats.
  public var processor: [Double] = []

  public init(_ name: String) { self.name = name }

  public var median: Double { Measurement.median(seconds) }
  public var minimum: Double { seconds.min() ?? .nan }
  public var processorMinimum: Double { processor.min() ?? .nan }

  private static func median(_ values: [Double]) -> Double {
    values.isEmpty ? .nan : values.sorted()[values.count / 2]
  }

  /// Adds one run of a work.
  public mutating func run(_ work: () throws -> Void) rethrows {
    let before = processorSeconds()
    let time = try ContinuousClock().measure(work)
    processor.append(processorSeconds() - before)
    seconds.append(Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18)
  }

  /// Adds one run of a peer: the clock's and the processor's seconds.
  public mutating func add(_ run: (clock: Double, processor: Double)) {
    seconds.append(run.clock)
    processor.append(run.processor)
  }

  /// A row of a table: milliseconds, and how many times as long as another measurement.
  public func row(against other: Measurement? = nil) -> String {
    let own = [median, minimum, processorMinimum]
    let ratios = other.map { zip(own, [$0.median, $0.minimum, $0.processorMinimum]).map { $0 / $1 } }
    return padded(name, 44) + own.map { padded(fixed($0 * 1e3, 2), 10) }.joined()
      + (ratios ?? []).map { padded(fixed($0, 2), 8) }.joined()
  }

  public static var header: String {
    padded("milliseconds", 44) + ["median", "minimum", "cpu min"].map { padded($0, 10) }.joined()
      + "ratios of the three to the first row"
  }
}

/// Seconds that the processor worked for this process.
private func processorSeconds() -> Double { Double(clock()) / Double(CLOCKS_PER_SEC) }

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
  let behind = decimals > 0 ? "." + padded.suffix(decimals) : ""
  return (value < 0 ? "-" : "") + padded.dropLast(decimals) + behind
}
