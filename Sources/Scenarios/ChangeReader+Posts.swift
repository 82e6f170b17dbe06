import Finance
import Records
import Tabular

extension ChangeReader {
  func addPosts(_ mapping: YAMLMapping, _ place: SourceLocation, _ problems: inout Problems) -> AddPosts? {
    let id = mapping.identifier("post", &problems)
    let grade = mapping.displayText("grade", &problems)
    let fund = mapping.identifier("fund", &problems)
    let count = mapping.integer("count", in: 1...1000, &problems)
    let term = term(mapping, &problems)
    let cost = mapping.money("yearly_cost", &problems)
    let notice = mapping.integer("notice_months", in: 0...120, &problems)
    let separation = mapping.amount("separation_cost", &problems)
    let source = mapping.displayText("source", &problems)
    guard let id, let grade, let fund, let count, let term, let cost, let notice, let separation, let source
    else { return nil }
    let post = Post(
      id: id, grade: grade, fund: fund, from: term.from, to: term.to, yearlyCost: cost, noticeMonths: notice,
      separationCost: separation,
      provenance: Provenance(source: source, knownOn: asOf, location: place))
    return AddPosts(post: post, count: count)
  }

  /// First and last day; `nil` where they are refused.
  private func term(_ mapping: YAMLMapping, _ problems: inout Problems) -> (
    from: CalendarDate, to: CalendarDate?
  )? {
    let from = mapping.date("from", &problems)
    let to = mapping.date("to", required: false, &problems)
    guard let from else { return nil }
    guard let to, to < from else { return (from, to) }
    problems.error(
      mapping.location(of: "from"), "'from' \(from) is later than 'to' \(to); exchange them or correct one")
    return nil
  }
}
