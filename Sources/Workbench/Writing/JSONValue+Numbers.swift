import Tabular

/// Numbers of 17 significant digits; what is missing or not finite is null.
extension JSONValue {
  static func number(_ value: Double?) -> JSONValue {
    value.flatMap { NumberText.full($0) }.map { .plain($0) } ?? .null
  }
  static func integer(_ value: Int?) -> JSONValue { value.map { .integer($0) } ?? .null }
  static func text(_ value: String?) -> JSONValue { value.map { .text($0) } ?? .null }
  static func texts(_ values: [String]) -> JSONValue { .array(values.map { .text($0) }) }

  /// The whole document, indented by two blanks, with a final line end.
  var document: String { text() + "\n" }
}
