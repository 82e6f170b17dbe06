import Certification
import Tabular

extension Certificate {
  /// The same as `text`, for machines.
  public var json: String {
    JSONValue.object([
      ("passed", .boolean(isReached)), ("requirement", .number(Certificate.requirement)),
      ("linear", .array(regressions.map(json))), ("univariate", .array(samples.map(json))),
      ("anova", .array(anovas.map(json))), ("functions", .array(tables.map(json))),
      ("generatorBlocks", .object([("right", .integer(blocks.right)), ("all", .integer(blocks.all))])),
      ("short", .texts(shortfalls)),
    ]).document
  }

  private func json(_ entry: Entry) -> JSONValue {
    .object([
      ("name", .text(entry.name)), ("level", .text(entry.level)), ("passed", .boolean(entry.isReached)),
      ("digits", .object(entry.digits.map { ($0.quantity, .number($0.digits)) })),
      ("doubles", Certificate.json(PeerDigits.ceilings.first { $0.set == entry.name })),
      (
        "peers",
        .object(
          PeerDigits.peers.filter { $0.set == entry.name }.map { ($0.tool, Certificate.json($0)) })
      ),
    ])
  }

  private static func json(_ peer: PeerDigits?) -> JSONValue {
    guard let peer else { return .null }
    return .object(peer.figures.map { ($0.quantity.rawValue, .number($0.digits)) })
  }

  private func json(_ table: Table) -> JSONValue {
    .object([
      ("name", .text(table.name)), ("values", .integer(table.values)), ("digits", .number(table.least)),
      ("passed", .boolean(table.isReached)),
    ])
  }
}
