public import LinearAlgebra
import Probability

/// How many digits of a number agree with a certified one: -log10(|x - c| / |c|), or -log10 |x| where c is
/// zero; never below 0 nor above 15, the digits NIST prints.
///
/// The certified number is taken from its decimal text in double-double, so that rounding it to double costs
/// nothing. Source: McCullough 1998, "Assessing the reliability of statistical software".
public enum LogRelativeError {
  /// The most that can be said against fifteen printed digits.
  public static let most = 15.0

  /// The digits of a double. A number that is not finite has none.
  public static func digits(of number: Double, certified: String) -> Double {
    digits(of: DoubleDouble(number), certified: certified)
  }

  /// The digits of a double-double.
  public static func digits(of number: DoubleDouble, certified text: String) -> Double {
    guard let certified = DoubleDouble(decimal: text) else {
      preconditionFailure("a certified figure must be a plain decimal: \(text)")
    }
    let error = (number - certified).value.magnitude
    let relative = certified.hi == 0 ? error : error / certified.value.magnitude
    guard relative > 0 else { return relative == 0 ? most : 0 }
    return max(0, min(most, -Elementary.log(relative) / 2.302585092994046))
  }
}
