/// JSON with the keys in the order given and numbers of 17 significant digits.
indirect enum JSONValue: Sendable {
  case object([(key: String, value: JSONValue)])
  case array([JSONValue])
  case text(String)
  /// A number that is not finite becomes null.
  case number(Double)
  case integer(Int)
  case boolean(Bool)
  case null

  static func number(_ value: Double?) -> JSONValue { value.map { .number($0) } ?? .null }
  static func integer(_ value: Int?) -> JSONValue { value.map { .integer($0) } ?? .null }
  static func text(_ value: String?) -> JSONValue { value.map { .text($0) } ?? .null }
  static func texts(_ values: [String]) -> JSONValue { .array(values.map { .text($0) }) }

  /// The whole document, indented by two blanks, with a final line end.
  var document: String {
    var text = ""
    write(into: &text, indent: "")
    return text + "\n"
  }

  private func write(into text: inout String, indent: String) {
    switch self {
    case .object(let members) where members.isEmpty: text += "{}"
    case .array(let elements) where elements.isEmpty: text += "[]"
    case .object(let members):
      JSONValue.lines(members, "{", "}", &text, indent) { member, inner, text in
        text += JSONValue.quoted(member.key) + ": "
        member.value.write(into: &text, indent: inner)
      }
    case .array(let elements):
      JSONValue.lines(elements, "[", "]", &text, indent) { $0.write(into: &$2, indent: $1) }
    default: text += scalar
    }
  }

  private static func lines<Element>(
    _ elements: [Element], _ open: String, _ close: String, _ text: inout String, _ indent: String,
    _ write: (Element, String, inout String) -> Void
  ) {
    let inner = indent + "  "
    text += open
    for (index, element) in elements.enumerated() {
      text += (index == 0 ? "\n" : ",\n") + inner
      write(element, inner, &text)
    }
    text += "\n" + indent + close
  }

  private var scalar: String {
    switch self {
    case .text(let value): JSONValue.quoted(value)
    case .number(let value): NumberText.full(value) ?? "null"
    case .integer(let value): "\(value)"
    case .boolean(let value): value ? "true" : "false"
    default: "null"
    }
  }

  private static func quoted(_ value: String) -> String {
    var text = "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{0}"..<"\u{20}", "\u{7F}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}
