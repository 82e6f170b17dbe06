import Records
import Tabular

/// Reads the values of a lever: a list, or a range with its step.
struct LeverValues {
  let lever: YAMLMapping
  /// What stands before a value in messages: `share`, `plan-growth`.
  let key: String
  let quantity: LeverQuantity

  /// A value and where it stands.
  struct Item {
    let value: Sweep.Value
    let location: SourceLocation
  }

  /// In order; `nil` where something is wrong.
  func items(_ problems: inout Problems) -> [Item]? {
    let rangeKey = ["from", "to", "step"].first { lever.entry($0) != nil }
    if lever.entry("values") == nil {
      if rangeKey != nil { return range(&problems) }
      problems.error(
        lever.location,
        "the lever has no values; write values: [..., ...], or from, to and step")
      return nil
    }
    guard let rangeKey else { return list(&problems) }
    problems.error(
      lever.location(of: rangeKey),
      "'values' and '\(rangeKey)' stand together; write a list or a range")
    return nil
  }

  private func list(_ problems: inout Problems) -> [Item]? {
    guard let nodes = lever.list("values", &problems) else { return nil }
    guard (1...Sweep.largest).contains(nodes.count) else {
      problems.error(
        lever.location(of: "values"),
        nodes.isEmpty
          ? "the list of values is empty; write values: [..., ...]"
          : "the list has \(nodes.count) values, more than \(Sweep.largest); write fewer")
      return nil
    }
    var items: [Item] = []
    for node in nodes {
      let alone = YAMLMapping(
        entries: [YAMLMapping.Entry(key: key, location: node.location, value: node)], at: node.location)
      guard let value = quantity.value(key, in: alone, &problems) else { continue }
      if items.contains(where: { $0.value == value }) {
        problems.error(node.location, "\(key) \(value) stands twice in the sweep; keep one of them")
      }
      items.append(Item(value: value, location: node.location))
    }
    return items.count == nodes.count ? items : nil
  }

  // MARK: Ranges

  private func range(_ problems: inout Problems) -> [Item]? {
    guard quantity != .word else {
      problems.error(
        lever.location, "a range needs numbers, and '\(key)' is none; write values: [..., ...]")
      return nil
    }
    let from = quantity.value("from", in: lever, &problems)
    let to = quantity.value("to", in: lever, &problems)
    let step = quantity.value("step", in: lever, &problems)
    guard let first = from?.units, let last = to?.units, let width = step?.units else { return nil }
    if let (key, fault) = fault(first, last, width) {
      problems.error(lever.location(of: key), fault)
      return nil
    }
    return stride(from: first, through: last, by: width).map {
      Item(value: quantity.value(units: $0), location: lever.location(of: "from"))
    }
  }

  /// What is wrong with a range, and the key that says so.
  private func fault(_ first: Int, _ last: Int, _ width: Int) -> (key: String, what: String)? {
    func text(_ units: Int) -> String { "\(quantity.value(units: units))" }
    if width <= 0 {
      return ("step", "step \(text(width)) does not lead upward; write a step of more than nothing")
    }
    if first > last {
      return ("from", "'from' \(text(first)) is more than 'to' \(text(last)); exchange them or correct one")
    }
    let steps = (last - first) / width
    guard first + steps * width == last else {
      return (
        "to",
        "steps of \(text(width)) from \(text(first)) do not end at \(text(last)); "
          + "write 'to' \(text(first + steps * width)) or \(text(first + (steps + 1) * width)), or another step"
      )
    }
    guard steps >= Sweep.largest else { return nil }
    return (
      "step", "the range has \(steps + 1) values, more than \(Sweep.largest); write a larger step"
    )
  }
}
