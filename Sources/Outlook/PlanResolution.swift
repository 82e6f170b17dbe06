import Budgeting
import Finance
import Records
import Scenarios

/// Turns budget lines, posts and a scenario's changes to them into the units the kernel pays.
struct PlanResolution {
  let book: Book
  let scenario: Scenario
  let timeline: Timeline

  var response: [Response.Step] { scenario.response.order }

  /// All units of one fund.
  func units(of fund: Fund) -> [SpendingUnit] {
    lineUnits(of: fund) + posts(of: fund).map { unit(for: $0, of: fund) }
  }

  /// Required reserve by year: the rate x the next year's approved plan, direct plus support.
  func reserve(of fund: Fund) -> [Double] {
    let rate = reserveRate(of: fund)
    return timeline.years.map { year in
      let direct = approvedDirect(of: fund, in: year.year + 1)
      return Double(rate.of(direct + fund.supportCost.of(direct)))
    }
  }

  /// The scenario's rate for core funds, else the fund's own, else the centre's.
  func reserveRate(of fund: Fund) -> Rate {
    let stated = fund.purpose == .core ? scenario.assumptions.reserveRate : nil
    return stated ?? fund.reserve ?? book.centre.reserve.rate
  }

  /// Why a fund's plan cannot be carried: a year of it passes the largest amount of a book.
  func fault(of fund: Fund) -> String? {
    let year = timeline.years.map(\.year).first { approvedDirect(of: fund, in: $0) > Money.cap }
    return year.map {
      "the plan of fund \(fund.id) passes \(Money.grouped(cents: Money.cap)) in \($0); look at plan-growth, the "
        + "scenario's changes and the horizon"
    }
  }

  /// Just past the largest amount of a book: an amount that runs away is refused, not computed with.
  private static func bounded(_ cents: Int) -> Int { min(max(cents, -Money.cap - 1), Money.cap + 1) }

  /// Direct cost of the approved plan of a fiscal year in cents, posts included.
  func approvedDirect(of fund: Fund, in year: Int) -> Int {
    let lines = lineIdentifiers(of: fund).reduce(0) { $0 + lineAmount($1, of: fund, in: year) }
    let fiscal = FiscalYear(year, startMonth: timeline.years[0].startMonth)
    return posts(of: fund).reduce(lines) { sum, post in
      sum + (0..<12).reduce(0) { $0 + Int(postCost(post, fund, in: fiscal.first.advanced(by: $1))) }
    }
  }

  // MARK: Lines

  /// Lines of the fund and the lines that ended in-kind support would be paid from, in file order.
  private func lineIdentifiers(of fund: Fund) -> [String] {
    var seen: Set<String> = []
    return book.budget.filter { $0.fund == fund.id }.map(\.line).filter { seen.insert($0).inserted }
  }

  private func lineUnits(of fund: Fund) -> [SpendingUnit] {
    lineIdentifiers(of: fund).compactMap { identifier in
      guard let line = book.budget.last(where: { $0.fund == fund.id && $0.line == identifier }) else {
        return nil
      }
      let monthly = timeline.years.indices.flatMap { index -> [Double] in
        let year = timeline.years[index]
        let parts = FundPlan.phase(lineAmount(identifier, of: fund, in: year.year))
        return Array(parts.suffix(timeline.months(of: index).count))
      }
      return SpendingUnit(
        id: identifier, title: identifier, objectClass: line.objectClass, monthly: monthly,
        stop: step(for: line).map { .postpone(step: $0) },
        noticeMonths: line.noticeMonths, separation: 0)
    }
  }

  /// A line's direct cost in a year, in cents of the budget currency, with the scenario's changes.
  private func lineAmount(_ line: String, of fund: Fund, in year: Int) -> Int {
    let planned = plannedAmount(line, of: fund, in: year) + endedInKind(line, of: fund, in: year)
    return scaled(planned, fund: fund.id, line: line, in: year)
  }

  private func plannedAmount(_ line: String, of fund: Fund, in year: Int) -> Int {
    func amount(in year: Int) -> Int {
      book.budget.filter { $0.fund == fund.id && $0.line == line && $0.year == year }
        .reduce(0) { $0 + cents($1.amount) }
    }
    guard let last = lastPlannedYear(of: fund), year > last else { return amount(in: year) }
    return fund.purpose == .core ? grown(amount(in: last), by: year - last) : 0
  }

  /// The last year the fund has a plan for; later core plans grow from it, projects simply end.
  func lastPlannedYear(of fund: Fund) -> Int? {
    book.budget.lazy.filter { $0.fund == fund.id }.map(\.year).max()
  }

  private func grown(_ cents: Int, by years: Int) -> Int {
    let growth = scenario.assumptions.planGrowth ?? .zero
    return (0..<max(0, years)).reduce(cents) { amount, _ in PlanResolution.bounded(amount + growth.of(amount))
    }
  }

  /// What a line must pay because the in-kind support it was spared by has ended.
  /// A line that several funds have is paid by the first of them.
  private func endedInKind(_ line: String, of fund: Fund, in year: Int) -> Int {
    guard book.budget.first(where: { $0.line == line })?.fund == fund.id else { return 0 }
    let latest = Dictionary(
      book.inKind.filter { $0.replaces == line }.map { ("\($0.contributor)/\($0.what)", $0) },
      uniquingKeysWith: { $1.year >= $0.year ? $1 : $0 })
    return latest.keys.sorted().compactMap { latest[$0] }.reduce(0) { sum, support in
      ends(support, in: year) ? sum + cents(support.value) : sum
    }
  }

  private func ends(_ support: InKind, in year: Int) -> Bool {
    scenario.changes.contains { change in
      guard case .endInKind(let end) = change.kind else { return false }
      return year >= end.from && (end.contributor ?? support.contributor) == support.contributor
        && (end.what ?? support.what) == support.what
    }
  }

  private func scaled(_ cents: Int, fund: String, line: String?, in year: Int) -> Int {
    scenario.changes.reduce(cents) { amount, change in
      guard case .scalePlan(let scale) = change.kind, scale.years.contains(year),
        (scale.fund ?? fund) == fund, scale.line == nil || scale.line == line
      else { return amount }
      return PlanResolution.bounded(amount + scale.change.of(amount))
    }
  }

  // MARK: Posts

  private func posts(of fund: Fund) -> [Post] {
    let added = scenario.changes.flatMap { change -> [Post] in
      guard case .addPosts(let add) = change.kind else { return [] }
      return (1...add.count).map { number in
        add.count == 1 ? add.post : add.post.renamed("\(add.post.id)-\(number)")
      }
    }
    return (book.posts + added).filter { $0.fund == fund.id && lastMonth($0) >= timeline.first }
  }

  private func unit(for post: Post, of fund: Fund) -> SpendingUnit {
    let hold = response.firstIndex(of: .holdVacancies)
    let end = response.firstIndex(of: .endPosts)
    return SpendingUnit(
      id: post.id, title: "\(post.id) (\(post.grade))", objectClass: .staff,
      monthly: (0..<timeline.monthCount).map { postCost(post, fund, in: timeline.month($0)) },
      stop: .post(hold: hold, end: end), noticeMonths: post.noticeMonths,
      separation: Double(
        cents(Money(cents: post.separationCost, currency: post.yearlyCost.currency))))
  }

  /// A post's cost in one month: a twelfth of its yearly cost from its first to its last month.
  private func postCost(_ post: Post, _ fund: Fund, in month: Month) -> Double {
    guard Month(post.from) <= month, month <= lastMonth(post) else { return 0 }
    let year = FiscalYear(containing: month, startMonth: timeline.years[0].startMonth)
    let beyond = lastPlannedYear(of: fund).map { year.year - $0 } ?? 0
    let yearly = scaled(grown(cents(post.yearlyCost), by: beyond), fund: fund.id, line: nil, in: year.year)
    return FundPlan.phase(yearly)[year.first.distance(to: month)]
  }

  private func lastMonth(_ post: Post) -> Month {
    post.to.map { Month($0) } ?? Month(ordinal: Int.max / 2)
  }

  // MARK: Words and money

  /// The step of the response that cuts a line. A staff line without posts of its own can only be reduced where
  /// posts may be ended, once its notice has run; other lines that are not discretionary are never cut.
  private func step(for line: BudgetLine) -> Int? {
    if line.discretionary { return step(for: line.objectClass) }
    return line.objectClass == .staff ? response.firstIndex(of: .endPosts) : nil
  }

  /// The step that cuts a class of discretionary lines.
  private func step(for objectClass: ObjectClass) -> Int? {
    let activities: Set<ObjectClass> = [
      .contractualServices, .supplies, .equipment, .transfers, .unclassified,
    ]
    return response.firstIndex(of: .cut(objectClass))
      ?? (activities.contains(objectClass) ? response.firstIndex(of: .activities) : nil)
  }

  private func cents(_ amount: Money) -> Int {
    book.inBudgetCurrency(amount, on: .day(scenario.asOf)) ?? 0
  }
}

extension Post {
  func renamed(_ id: String) -> Post {
    Post(
      id: id, grade: grade, fund: fund, from: from, to: to, yearlyCost: yearlyCost,
      noticeMonths: noticeMonths,
      separationCost: separationCost, provenance: provenance)
  }
}
