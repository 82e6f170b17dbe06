/// A CSV file of a book: its name, its columns and when its rows are known unless they say so.
struct FileSchema: Sendable {
  let name: String
  /// Columns a file must have, in the order documents list them.
  let required: [String]
  /// Columns a file may leave out.
  let optional: [String]
  /// At least one of these must be there.
  let oneOf: [String]
  let knownOn: KnownOnDefault

  /// What `known_on` is where a row does not say.
  enum KnownOnDefault: Sendable {
    /// The row must say.
    case required
    /// As early as can be.
    case earliest
    /// The day of the row; of a row by year its 31 December.
    case occasion
    /// The day in a column.
    case day(String)
    /// 31 December of the year in a column.
    case endOfYear(String)
    /// 1 January of the year in a column.
    case startOfYear(String)
    /// The last day of the month in a column.
    case endOfMonth(String)

    /// The columns it reads, empty for none; the second where the first is empty.
    var columns: (first: String, second: String) {
      switch self {
      case .required, .earliest: ("", "")
      case .occasion: ("date", "year")
      case .day(let name), .endOfYear(let name), .startOfYear(let name), .endOfMonth(let name): (name, "")
      }
    }
  }

  init(
    _ name: String, _ required: [String], optional: [String] = [], oneOf: [String] = [],
    knownOn: KnownOnDefault
  ) {
    (self.name, self.required, self.oneOf, self.knownOn) = (name, required + ["source"], oneOf, knownOn)
    self.optional = optional + ["known_on"]
  }

  var columns: [String] { oneOf + required + optional }
}

extension FileSchema {
  static let contributors = FileSchema(
    "contributors.csv", ["contributor", "name", "kind", "group", "council_member"],
    optional: ["from_year", "aliases", "fiscal_year_start"], knownOn: .earliest)
  static let levels = FileSchema(
    "levels.csv", ["from_year", "to_year", "amount", "currency"], oneOf: ["contributor", "group"],
    knownOn: .startOfYear("from_year"))
  static let agreements = FileSchema(
    "agreements.csv",
    [
      "agreement", "contributor", "fund", "signed", "from", "currency", "amount", "conditional",
      "instalments",
    ], optional: ["to"], knownOn: .day("signed"))
  static let contributions = FileSchema(
    "contributions.csv", ["contributor", "fund", "stage", "amount", "currency"],
    optional: ["agreement", "reference"], oneOf: ["date", "year"], knownOn: .occasion)
  static let inKind = FileSchema(
    "in-kind.csv", ["year", "contributor", "what", "value", "currency", "replaces"],
    knownOn: .endOfYear("year"))
  static let expenditures = FileSchema(
    "expenditures.csv", ["fund", "class", "amount", "currency"], oneOf: ["date", "year"], knownOn: .occasion)
  static let budget = FileSchema(
    "budget.csv",
    ["year", "fund", "line", "class", "purpose", "amount", "currency", "discretionary", "notice_months"],
    knownOn: .required)
  static let posts = FileSchema(
    "posts.csv",
    ["post", "grade", "fund", "from", "yearly_cost", "currency", "notice_months", "separation_cost"],
    optional: ["to"], knownOn: .required)
  static let balances = FileSchema(
    "balances.csv", ["date", "fund", "cash"],
    optional: ["receivable", "payable", "open_commitments", "employee_liabilities"], knownOn: .day("date"))
  static let exchangeRates = FileSchema(
    "exchange-rates.csv", ["month", "currency", "local_per_usd"], knownOn: .endOfMonth("month"))
  static let controls = FileSchema(
    "controls.csv", ["file", "fund", "year", "stage", "total", "currency"], knownOn: .endOfYear("year"))

  static let all = [
    contributors, levels, agreements, contributions, inKind, expenditures, budget, posts, balances,
    exchangeRates, controls,
  ]
}
