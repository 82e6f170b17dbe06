import Finance
import Tabular

/// The sentences of messages that several places use.
enum Wording {
  static let anIdentifier =
    "an identifier; write 1 to 64 small letters, digits and hyphens, such as 'sri-lanka'"
  static let aRate = "a percentage; write it with its sign and at most two decimals, such as 15%"
  static let aDate = "a day of the calendar; write it as YYYY-MM-DD, such as 2020-12-04"

  /// `fund 'cor' is unknown; did you mean 'core'?`, or the list of what is known where nothing is near.
  /// `listed` are those to list, `defining` says how to make the name known.
  static func unknown(
    _ what: String, _ text: String, known: [String], listed: [String]? = nil, defining: String? = nil
  ) -> String {
    let opening = "\(what) '\(shown(text))' is unknown"
    if let near = nearest(to: text, among: known) { return "\(opening); did you mean '\(near)'?" }
    let ending = defining.map { "; \($0)" } ?? ""
    guard !known.isEmpty else { return "\(opening); none is defined\(ending)" }
    let names = listed ?? known
    let count = names.count > 12 ? " and \(names.count - 12) more" : ""
    return "\(opening); expected one of \(names.prefix(12).joined(separator: ", "))\(count)\(ending)"
  }

  static func unknownCurrency(_ text: String) -> String {
    let opening = "currency '\(shown(text))' is not the code of a currency in use"
    if let near = nearest(to: text, among: Currency.activeCodes) {
      return "\(opening); did you mean '\(near)'?"
    }
    return "\(opening); write its three capital letters of ISO 4217, such as USD"
  }

  static func decimal(_ what: String, _ text: String, _ fault: PlainNumber.Fault) -> String {
    let opening = "\(what) '\(shown(text))'"
    switch fault {
    case .notPlain:
      return
        "\(opening) is not a plain decimal; write digits with a point and no separators, such as 1234.50"
    case .tooManyDecimals:
      return "\(opening) has more than two decimals; round it to hundredths, such as 1234.50"
    case .pastCap:
      return "\(opening) is beyond \(Money.grouped(cents: Money.cap)), the largest amount a book holds; "
        + "check its unit"
    }
  }

  static func outside(_ what: String, _ shown: String, _ years: ClosedRange<Int>) -> String {
    "\(what) \(shown) is outside the book's years \(years.lowerBound)-\(years.upperBound); "
      + "correct it, or widen 'years' in centre.yaml"
  }

  static func formula(_ what: String, _ text: String) -> String {
    "\(what) '\(shown(text))' begins like a spreadsheet formula; "
      + "begin it with a letter or digit, not with = + - @, tab or return"
  }

  /// A text from a file, fit for one line of a message: at most 60 characters, what steers a terminal or breaks
  /// a line escaped.
  static func shown(_ text: String) -> String {
    var result = ""
    for (index, scalar) in text.unicodeScalars.enumerated() {
      if index == 60 { return result + "..." }
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: result += scalar.escaped(asASCII: true)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
