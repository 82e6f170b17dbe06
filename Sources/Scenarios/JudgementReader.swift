import Records
import Tabular

/// Reads `judgement` of a scenario file.
enum JudgementReader {
  static func read(_ source: YAMLMapping, _ problems: inout Problems) -> StatedJudgement? {
    guard let mapping = source.optionalMapping("judgement", &problems) else { return nil }
    mapping.rejectUnknown(known: ["signal", "because", "evidence"], &problems)
    let signal = mapping.string("signal", &problems)
    if let signal, !StatedJudgement.signals.contains(signal) {
      problems.error(
        mapping.location(of: "signal"), Phrase.unknown("signal", signal, known: StatedJudgement.signals))
    }
    let because = mapping.displayText("because", &problems)
    let evidence = mapping.list("evidence", &problems)?.compactMap(\.scalar).filter { !$0.isEmpty }
    if evidence?.isEmpty == true {
      problems.error(
        mapping.location(of: "evidence"),
        "a judgement cites evidence; write evidence: [contributions.csv:12, \"ESCAP/75/25, para. 7\"]")
    }
    guard let signal, let because, let evidence else { return nil }
    return StatedJudgement(
      signal: signal, because: because, evidence: evidence, location: source.location(of: "judgement"))
  }

  /// Every cited line of the book must be there.
  static func check(_ judgement: StatedJudgement, against book: Book, _ problems: inout Problems) {
    let lines = Set(places(book).map { "\(name($0.file)):\($0.line)" })
    for item in judgement.evidence {
      let parts = item.split(separator: ":", omittingEmptySubsequences: false)
      guard parts.count == 2, parts[0].hasSuffix(".csv"), Int(parts[1]) != nil, !lines.contains(item) else {
        continue
      }
      problems.error(
        judgement.location,
        "the judgement cites \(Phrase.shown(item)), which is no row of the book known on the as-of date; correct the "
          + "line or cite another")
    }
  }

  private static func places(_ book: Book) -> [SourceLocation] {
    var provenances = book.contributions.map(\.provenance) + book.agreements.map(\.provenance)
    provenances += book.expenditures.map(\.provenance) + book.budget.map(\.provenance)
    provenances += book.posts.map(\.provenance) + book.balances.map(\.provenance)
    provenances += book.inKind.map(\.provenance) + book.levels.map(\.provenance)
    return provenances.map(\.location)
  }

  private static func name(_ path: String) -> String {
    path.split(separator: "/").last.map { String($0) } ?? path
  }
}
