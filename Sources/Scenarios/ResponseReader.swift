import Records
import Tabular

/// Reads what the centre does about a shortfall.
enum ResponseReader {
  static func read(_ mapping: YAMLMapping, _ problems: inout Problems) -> Response? {
    guard let response = mapping.optionalMapping("response", &problems) else { return nil }
    response.rejectUnknown(known: ["order"], &problems)
    guard let words = response.list("order", &problems) else { return nil }
    var steps: [Response.Step] = []
    for word in words {
      guard let step = step(word, &problems) else { continue }
      if steps.contains(step) {
        problems.error(word.location, "response '\(step.word)' stands twice in the order; keep one of them")
      } else {
        steps.append(step)
      }
    }
    return Response(order: steps)
  }

  private static func step(_ node: YAMLNode, _ problems: inout Problems) -> Response.Step? {
    guard let text = node.scalar, !text.isEmpty else {
      problems.error(node.location, "a step of the response is not a word; write order: [travel, end-posts]")
      return nil
    }
    if let step = Response.Step.all.first(where: { $0.word == text }) { return step }
    problems.error(
      node.location, Phrase.unknown("response", text, known: Response.Step.all.map(\.word)))
    return nil
  }
}

extension Response.Step {
  /// Every step a response may name. Support cost follows direct spending and is not cut by itself.
  static let all: [Response.Step] =
    [.holdVacancies, .activities, .drawReserve, .endPosts]
    + ObjectClass.allCases.filter { $0 != .programmeSupport }.map { .cut($0) }
}
