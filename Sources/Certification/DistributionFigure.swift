/// A value of a distribution or special function to thirty digits, made by mpmath (own table).
public struct DistributionFigure: Sendable, Equatable {
  /// What is evaluated; the arguments follow in this order.
  public enum Function: String, Sendable, CaseIterable {
    /// p; x.
    case normalQuantile, normalCdf, normalUpperTail, normalLogCdf, inverseMills
    /// t (or p), degrees of freedom.
    case studentUpperTail, studentQuantile
    /// x (or p), degrees of freedom.
    case chiSquaredCdf, chiSquaredUpperTail, chiSquaredQuantile
    /// f (or p), numerator and denominator degrees of freedom.
    case fCdf, fUpperTail, fQuantile
    /// x.
    case logGamma, digamma, trigamma
  }

  public let function: Function
  /// Exactly these doubles.
  public let arguments: [Double]
  /// Thirty digits as decimal text.
  public let value: String

  /// Every figure.
  public static let all: [DistributionFigure] = table.split(separator: "\n").compactMap { line in
    let words = line.split(separator: " ")
    guard let function = Function(rawValue: String(words[0])), let value = words.last else { return nil }
    let arguments = words.dropFirst().dropLast().compactMap { Double($0) }
    return DistributionFigure(function: function, arguments: arguments, value: String(value))
  }
}
