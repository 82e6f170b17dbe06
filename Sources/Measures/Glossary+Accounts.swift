/// Indicators read from the accounts: whether income carries the cost, and what is held against what is owed.
extension Glossary {
  private static let auditors = "ratio tables of the United Nations Board of Auditors"
  private static let auditorsLine = "what is owed can be paid: the line of the Board's ratio tables"

  static let levelIndicators: [Definition] = [
    Definition(
      id: "income-cover", title: "Income over spending", dimension: .level,
      formula: "core-receipts of three years / core spending of three years", unit: .index,
      window: "three fiscal years together",
      threshold: Threshold(.atLeast, 1, source: "own: below 1 the fund lives on what it had"), source: "own",
      meaning: "Whether what came in carried what was spent."),
    Definition(
      id: "structural-gap", title: "Structural gap", dimension: .level,
      formula:
        "recurring cost - recurring income: the approved plan (spending, of a recorded year) less what is "
        + "due under agreements and the smallest yearly amount of the last three recorded years of each other "
        + "contributor that gave in all of them", unit: .budgetCurrency, window: "fiscal year",
      threshold: Threshold(.atMost, 0, source: "own: recurring cost is covered by recurring income"),
      source: "own; what counts as regular is an assumption",
      meaning: "What has to be found anew every year. Below zero there is room."),
    Definition(
      id: "structural-cover", title: "Recurring income over recurring cost", dimension: .level,
      formula: "(recurring cost - structural-gap) / recurring cost", unit: .index, window: "fiscal year",
      threshold: Threshold(.atLeast, 1, source: "own: recurring cost is covered by recurring income"),
      source: "own; what counts as regular is an assumption",
      meaning: "The part of the cost that comes back every year for which income comes back every year."),
  ]

  static let accountIndicators: [Definition] = [
    Definition(
      id: "current-ratio", title: "Current ratio", dimension: .reserve,
      formula: "(cash and investments + receivable) / payable", unit: .index, window: "end of fiscal year",
      threshold: Threshold(.atLeast, 1, source: auditorsLine), source: auditors,
      meaning: "Current assets over current liabilities."),
    Definition(
      id: "quick-ratio", title: "Quick ratio", dimension: .reserve,
      formula: "(cash and investments + receivable) / payable; equal to current-ratio, as a book holds no "
        + "inventories", unit: .index, window: "end of fiscal year",
      threshold: Threshold(.atLeast, 1, source: auditorsLine), source: auditors,
      meaning: "Cash, investments and receivables over current liabilities."),
    Definition(
      id: "cash-ratio", title: "Cash ratio", dimension: .reserve,
      formula: "cash and investments / payable", unit: .index, window: "end of fiscal year",
      threshold: nil, source: auditors, meaning: "What could be paid at once."),
    Definition(
      id: "solvency-ratio", title: "Solvency ratio", dimension: .reserve,
      formula: "(cash and investments + receivable) / (payable + liabilities to employees)", unit: .index,
      window: "end of fiscal year", threshold: Threshold(.atLeast, 1, source: auditorsLine), source: auditors,
      meaning: "Total assets over total liabilities, what is owed to employees later included."),
    Definition(
      id: "equity-ratio", title: "Equity ratio", dimension: .reserve,
      formula: "(assets - liabilities, as in solvency-ratio) / core-receipts of the year", unit: .index,
      window: "end of fiscal year", threshold: nil, source: "Tuckman and Chang 1991",
      meaning: "What would be left, in years of income."),
    Definition(
      id: "operating-margin", title: "Operating margin, three years", dimension: .reserve,
      formula: "(core-receipts - core spending) / core-receipts, of three years together", unit: .share,
      window: "three fiscal years together",
      threshold: Threshold(.atLeast, 0, source: "own: below 0 the fund lives on what it had"),
      source: "Tuckman and Chang 1991", meaning: "What is left of each unit that comes in."),
    Definition(
      id: "cumulative-margin", title: "Margin over the whole record", dimension: .reserve,
      formula: "the same of all years to this one whose spending is recorded", unit: .share,
      window: "the record to the year", threshold: nil, source: "own, after Tuckman and Chang 1991",
      meaning: "What has been left since the record begins, where no balance is published."),
  ]
}
