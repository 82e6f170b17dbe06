/// What a column of a file of ours holds.
struct TableField: Sendable {
  let name: String
  let type: Kind
  let description: String
  /// Of its numbers; `nil` where another column tells it or where there is none.
  var unit: String?
  /// Whether every row has a value.
  var isRequired = true
  /// The only values there are.
  var values: [String] = []

  enum Kind: String, Sendable {
    case string, integer, number
    case month = "yearmonth"
  }
}

/// What a file of ours holds, column by column, from left to right.
struct TableSchema: Sendable {
  let title: String
  let description: String
  let fields: [TableField]
  /// Columns that together name a row.
  let key: [String]
}

extension TableSchema {
  private static let year = TableField(
    name: "year", type: .integer, description: "Fiscal year, by the calendar year it begins in.")
  private static let fund = TableField(
    name: "fund", type: .string,
    description: "Identifier of a fund in centre.yaml; 'all' for the centre as a whole.")
  private static let statistic = TableField(
    name: "statistic", type: .string,
    description:
      "What of the futures the value is: central (the money expected), mean, sd, q025 to q975 (quantiles), "
      + "probability, mcse (Monte Carlo standard error), wilson-lower and wilson-upper (95 % interval), value (one "
      + "figure, not of the futures); NAME-mcse is the error of the statistic NAME, es95 the mean of the worst "
      + "twentieth; probability-below-zero (of month-end cash); group:ID and contributor:ID are parts of an indicator."
  )
  private static let unit = TableField(
    name: "unit", type: .string, description: "Unit of the value: a currency code, or what is counted.")
  private static let basis = TableField(
    name: "basis", type: .string,
    description: "recorded: from the ledger; central: on the money expected; simulated: over all futures.",
    values: ["recorded", "central", "simulated"])
  private static let source = TableField(
    name: "source", type: .string, description: "What the row was computed from.", isRequired: false)

  private static func value(
    _ description: String = "The figure, in the row's unit.", isRequired: Bool = true
  ) -> TableField {
    TableField(name: "value", type: .number, description: description, isRequired: isRequired)
  }

  /// Of a file by its name; `nil` for a file that is no table of ours.
  /// - Parameter levers: how many levers the scenario's sweep has.
  static func of(_ file: String, currency: String, levers: Int) -> TableSchema? {
    if file == "wanted.csv" { return wanted(levers) }
    return ReportTable(rawValue: file).map { schema($0, currency, levers) }
  }

  private static func schema(_ table: ReportTable, _ currency: String, _ levers: Int) -> TableSchema {
    switch table {
    case .summary: summary(table)
    case .statements: statements(table, currency)
    case .indicators: indicators(table, currency)
    case .mandate: mandate(table, currency)
    case .cashCalendar: cashCalendar(table, currency)
    case .contributionsOutlook: contributions(table, currency)
    case .sweep: sweep(table, levers)
    }
  }

  private static func summary(_ table: ReportTable) -> TableSchema {
    TableSchema(
      title: "Outlook of each fund by year, over all futures",
      description: "Amounts and probabilities of what may happen, with their Monte Carlo errors.",
      fields: [
        year, fund,
        TableField(
          name: "measure", type: .string,
          description:
            "What is measured: an amount or an event of the fund. Indicators: mainstay explain NAME."),
        unit, statistic, value(),
      ], key: table.keyColumns)
  }

  private static func statements(_ table: ReportTable, _ currency: String) -> TableSchema {
    TableSchema(
      title: "Statements of each fund by year",
      description:
        "Recorded years from the ledger, projected years on the money expected. Lines of a group add up "
        + "to its total, to the cent.",
      fields: [
        year, fund, basis,
        TableField(
          name: "line", type: .string, description: "Group and line of the statement, such as received.total."
        ),
        TableField(name: "amount", type: .number, description: "The amount.", unit: currency),
      ], key: table.keyColumns)
  }

  private static func indicators(_ table: ReportTable, _ currency: String) -> TableSchema {
    TableSchema(
      title: "Indicators by year, with thresholds and verdicts",
      description: "Definitions, formulas and sources: mainstay explain NAME.",
      fields: [
        year, fund, basis,
        TableField(name: "indicator", type: .string, description: "Identifier in the glossary."),
        TableField(
          name: "unit", type: .string,
          description: "Unit of the value; budget currency is \(currency), a share is a part of 1."),
        statistic, value(isRequired: false),
        TableField(
          name: "threshold", type: .string, description: "What the value is held against.", isRequired: false),
        TableField(
          name: "verdict", type: .string, description: "Whether the threshold is met.", isRequired: false,
          values: ["met", "not-met", "not-measurable"]),
        source,
      ], key: table.keyColumns)
  }

  private static func mandate(_ table: ReportTable, _ currency: String) -> TableSchema {
    TableSchema(
      title: "Rules of the mandate by year",
      description: "What each rule measures, whether it holds, and what would restore it.",
      fields: [
        year, TableField(name: "rule", type: .string, description: "Identifier of the rule in centre.yaml."),
        basis,
        TableField(
          name: "statistic", type: .string,
          description:
            "value (a share of 1); extra-needed, extra-needed-q95 and cut-needed (amounts in \(currency)); "
            + "probability-of-breach, probability-of-breach-by and mcse (shares of all futures)."),
        value("The figure; see statistic.", isRequired: false),
        TableField(
          name: "verdict", type: .string, description: "Whether the rule holds.", isRequired: false,
          values: ["met", "not-met", "not-measurable"]),
        TableField(
          name: "symbol", type: .string, description: "Document symbol of the rule.", isRequired: false),
        TableField(
          name: "source", type: .string, description: "The document the rule is taken from.",
          isRequired: false),
        TableField(
          name: "assumption", type: .string, description: "What is assumed in reading the rule.",
          isRequired: false),
      ], key: table.keyColumns)
  }

  private static func cashCalendar(_ table: ReportTable, _ currency: String) -> TableSchema {
    TableSchema(
      title: "Cash of each fund at the end of each month",
      description: "Amounts in \(currency); probability-below-zero is a share of all futures.",
      fields: [
        TableField(name: "month", type: .month, description: "Calendar month."), fund, statistic,
        value("An amount in \(currency); a share of 1 for a probability."),
      ], key: table.keyColumns)
  }

  private static func contributions(_ table: ReportTable, _ currency: String) -> TableSchema {
    TableSchema(
      title: "What each contributor is expected to give, by year",
      description:
        "Amounts in the currency of the row; probability is the share of futures in which something is "
        + "given. A row without a currency is no amount.",
      fields: [
        year,
        TableField(
          name: "contributor", type: .string, description: "Identifier of a contributor; * for all together."),
        fund,
        TableField(
          name: "stage", type: .string, description: "Whether revenue or cash is meant.",
          values: ["recognised", "received"]),
        statistic, value("An amount in the row's currency; a share of 1 without one."),
        TableField(
          name: "currency", type: .string, description: "Currency of an amount.", isRequired: false,
          values: [currency]),
      ], key: table.keyColumns)
  }

  // MARK: Sweeps

  /// Name and value of both levers; the second may be missing.
  private static func levers(_ count: Int) -> [TableField] {
    (1...2).flatMap { lever in
      [
        TableField(
          name: "lever_\(lever)", type: .string, description: "What is varied.", isRequired: lever <= count),
        TableField(
          name: "value_\(lever)", type: .string,
          description: "Its value: an amount, a rate as a part of 1, or a word.", isRequired: lever <= count),
      ]
    }
  }

  private static func key(_ columns: [String], levers count: Int) -> [String] {
    columns.filter { count > 1 || !$0.hasSuffix("_2") }
  }

  private static func sweep(_ table: ReportTable, _ count: Int) -> TableSchema {
    TableSchema(
      title: "Every combination of the sweep, by year, fund and measure",
      description: "The last six columns are rows of the summary.csv of a run of the combination alone.",
      fields: levers(count) + [
        year, fund, TableField(name: "measure", type: .string, description: "What is measured."), unit,
        statistic, value(),
      ], key: key(table.keyColumns, levers: count))
  }

  private static func wanted(_ count: Int) -> TableSchema {
    TableSchema(
      title: "Which combinations of the sweep bring what is wanted",
      description: "A row a combination and quantity of the condition.",
      fields: levers(count) + [
        TableField(name: "quantity", type: .string, description: "A quantity of what is wanted."),
        TableField(name: "estimate", type: .number, description: "Its estimate.", isRequired: false),
        TableField(
          name: "lower", type: .number, description: "Lower end of its 95 % interval.", isRequired: false),
        TableField(
          name: "upper", type: .number, description: "Upper end of its 95 % interval.", isRequired: false),
        TableField(
          name: "holds", type: .string, description: "Whether the combination brings what is wanted.",
          values: ["yes", "no"]),
      ], key: key(["lever_1", "value_1", "lever_2", "value_2", "quantity"], levers: count))
  }
}
