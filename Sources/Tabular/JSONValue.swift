/// JSON whose members keep their order, for files people compare line by line.
public indirect enum JSONValue: Sendable, Hashable {
  case text(String)
  case integer(Int)
  /// A number in plain characters, written as it stands.
  case plain(String)
  case boolean(Bool)
  case null
  case array([JSONValue])
  case object([(String, JSONValue)])

  public static func == (left: JSONValue, right: JSONValue) -> Bool { left.line == right.line }
  public func hash(into hasher: inout Hasher) { hasher.combine(line) }

  /// On one line.
  public var line: String {
    switch self {
    case .text(let text): JSONValue.quoted(text)
    case .integer(let number): "\(number)"
    case .plain(let text): text
    case .boolean(let value): value ? "true" : "false"
    case .null: "null"
    case .array(let values): "[\(values.map(\.line).joined(separator: ", "))]"
    case .object(let members):
      "{\(members.map { "\(JSONValue.quoted($0)): \($1.line)" }.joined(separator: ", "))}"
    }
  }

  /// Members and elements on lines of their own down to a depth, everything deeper on one line.
  public func text(depth: Int = .max, indent: String = "") -> String {
    let inner = indent + "  "
    switch self {
    case .array(let values) where depth > 0 && !values.isEmpty:
      let lines = values.map { inner + $0.text(depth: depth - 1, indent: inner) }
      return "[\n\(lines.joined(separator: ",\n"))\n\(indent)]"
    case .object(let members) where depth > 0 && !members.isEmpty:
      let lines = members.map {
        "\(inner)\(JSONValue.quoted($0)): \($1.text(depth: depth - 1, indent: inner))"
      }
      return "{\n\(lines.joined(separator: ",\n"))\n\(indent)}"
    default: return line
    }
  }

  /// In quotes, with what JSON and a terminal may not hold as it is written in escapes: quotes, backslashes,
  /// control characters, and marks that turn the direction of text.
  public static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _
      where scalar.value < 0x20 || TextDirection.isMark(scalar) || (0x7F...0x9F).contains(scalar.value):
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
