import Mustache
import Tabular

/// Escapes what templates show, scalar by scalar: a quote that carries a combining mark is still a quote to a
/// browser. Marks that turn the direction of text are shown as their code point instead of being obeyed.
struct PageEscape: MustacheContentType {
  /// What templates begin with.
  static let name = "MAINSTAY"

  func escapeText(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case "'": result.append(contentsOf: "&#39;".unicodeScalars)
      default:
        if TextDirection.isMark(scalar) {
          result.append(contentsOf: "[U+\(String(scalar.value, radix: 16, uppercase: true))]".unicodeScalars)
        } else if scalar.properties.generalCategory == .control, scalar != "\n", scalar != "\t" {
          result.append("\u{FFFD}")
        } else {
          result.append(scalar)
        }
      }
    }
    return String(result)
  }
}
