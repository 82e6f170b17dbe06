/// Indicators of level, breadth and predictability: how much comes, from how many, how surely.
extension Glossary {
  static let moneyIndicators: [Definition] = [
    Definition(
      id: "core-receipts", title: "Core receipts", dimension: .level,
      formula: "cash received less refunds, all core funds", unit: .budgetCurrency, window: "fiscal year",
      threshold: nil, source: "own",
      meaning:
        "The money that may pay for anything in the centre's core; what is pledged, agreed or booked is not in it."
    ),
    Definition(
      id: "host-receipts", title: "Received from the host", dimension: .level,
      formula: "core cash received from the host country less refunds", unit: .budgetCurrency,
      window: "fiscal year",
      threshold: nil, source: "own", meaning: "What the host country paid to core funds."),
    Definition(
      id: "voluntary-core-receipts", title: "Received from others than the host", dimension: .level,
      formula: "core-receipts - host-receipts", unit: .budgetCurrency, window: "fiscal year", threshold: nil,
      source: "own", meaning: "What members and other donors paid to core funds beside the host."),
    Definition(
      id: "attainment", title: "Attainment of recommended levels", dimension: .level,
      formula:
        "received / recommended level, of those to whom a level is recommended; also by member and group",
      unit: .share, window: "fiscal year", threshold: nil, source: "own",
      meaning:
        "How much of what is recommended comes in. A recommended level is no debt and creates no receivable."),
    Definition(
      id: "contributing-members", title: "Contributing members", dimension: .breadth,
      formula: "council members whose core cash received is above zero", unit: .count, window: "fiscal year",
      threshold: nil, source: "own", meaning: "How many members carry the centre, however much each gives."),
    Definition(
      id: "agreed-cover", title: "Agreed cover of the plan", dimension: .predictability,
      formula: "instalments due under signed agreements / approved plan (direct plus support cost)",
      unit: .share,
      window: "fiscal year", threshold: nil, source: "own",
      meaning: "The part of a year's plan for which somebody has signed; the rest is hoped for."),
  ]
}
