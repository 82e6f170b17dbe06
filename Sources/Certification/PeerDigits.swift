/// How many correct digits a tool reaches on a certified set with its default settings (or those named), as
/// the fewest log relative errors over coefficients, over standard errors, and of single figures.
public struct PeerDigits: Sendable, Equatable {
  /// What was compared.
  public enum Quantity: String, Sendable, CaseIterable {
    case coefficients, standardErrors, residualDeviation, rSquared
    case mean, standardDeviation, autocorrelation
    case f
  }

  /// One figure's digits.
  public struct Figure: Sendable, Equatable {
    public let quantity: Quantity
    /// At most 15; 0 where the tool refuses or drops a column.
    public let digits: Double
  }

  /// The certified set's name.
  public let set: String
  /// As `R lm`, `statsmodels qr`; `doubles` for exact arithmetic on inputs rounded to double.
  public let tool: String
  public let figures: [Figure]

  /// The digits of one quantity, or nil if the tool was not measured on it.
  public func digits(_ quantity: Quantity) -> Double? {
    figures.first { $0.quantity == quantity }?.digits
  }

  /// R 4.2, statsmodels, NumPy and SciPy, measured on x86-64: Tests/CertificationTests/Scripts.
  public static let peers = parse(peerTable)

  /// The ceiling of plain doubles: exact arithmetic on inputs, and powers of them, each rounded to double.
  ///
  /// No tool that is handed doubles can be sure of more, however well it calculates.
  public static let ceilings = parse(ceilingTable)

  /// Lines of set, tool and figures as quantity=digits.
  private static func parse(_ table: String) -> [PeerDigits] {
    table.split(separator: "\n").map { line in
      let parts = line.split(separator: "|").map { $0.split(separator: " ").map(String.init) }
      return PeerDigits(
        set: parts[0].joined(separator: " "), tool: parts[1].joined(separator: " "),
        figures: parts[2].compactMap(figure))
    }
  }

  private static func figure(_ word: String) -> Figure? {
    let halves = word.split(separator: "=")
    guard halves.count == 2, let quantity = Quantity(rawValue: String(halves[0])),
      let digits = Double(halves[1])
    else { return nil }
    return Figure(quantity: quantity, digits: digits)
  }
}
