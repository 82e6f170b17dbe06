import Finance
import OrderedCollections
import Tabular

/// Reads a book's files one after the other and collects what they hold and what is wrong with them.
///
/// Files are read in the order in which they refer to each other; checks across files come last.
struct BookReader {
  /// Largest CSV file, in bytes: 64 MiB.
  static let sizeLimit = 64 << 20

  let folder: BookFolder
  var context: ReadingContext
  var problems = Problems()
  private(set) var inputs: [Book.InputFile] = []
  /// Files that had an error of their own; what rests on all of their rows is then not checked.
  private(set) var faulty: Set<String> = []

  var centre: Centre?
  /// Where `host` stands in `centre.yaml`.
  private(set) var hostLocation: SourceLocation?
  var contributors: OrderedDictionary<String, Contributor> = [:]
  var levels: [RecommendedLevel] = []
  var agreements: [Agreement] = []
  var contributions: [Contribution] = []
  var inKind: [InKind] = []
  var expenditures: [Expenditure] = []
  var budget: [BudgetLine] = []
  var posts: [Post] = []
  var balances: [Balance] = []
  var quotes: [ExchangeRates.Quote] = []
  var controls: [ControlTotal] = []

  init(folder: BookFolder, asOf: CalendarDate?) {
    self.folder = folder
    context = ReadingContext(asOf: asOf)
  }

  /// The whole book, or `nil` with every problem in `problems`.
  mutating func read() -> Book? {
    noteStrangers()
    readCentre()
    readContributors()
    readBudget()
    readAgreements()
    readContributions()
    readExpenditures()
    readInKind()
    readLevels()
    readPosts()
    readBalances()
    readExchangeRates()
    readControls()
    checkAcrossFiles()
    noteOrder()
    guard !problems.hasErrors, let centre else { return nil }
    return book(centre)
  }

  private func book(_ centre: Centre) -> Book {
    Book(
      centre: centre, contributors: contributors, levels: levels, agreements: agreements,
      contributions: contributions, inKind: inKind, expenditures: expenditures, budget: budget, posts: posts,
      balances: balances, exchangeRates: ExchangeRates(quotes), controls: controls,
      inputs: inputs.sorted { $0.name < $1.name }, asOf: context.asOf)
  }

  func location(_ name: String, line: Int = 1) -> SourceLocation {
    SourceLocation(file: folder.displayName(name), line: line)
  }

  private mutating func readCentre() {
    let name = CentreReader.file
    switch folder.read(name, limit: StrictYAML.sizeLimit) {
    case .absent:
      problems.error(
        location(name),
        "the file is missing; write it with the keys centre, name, budget_currency, years, reserve and funds")
    case .refused(let why): problems.error(location(name), why)
    case .bytes(let bytes):
      inputs.append(Book.InputFile(name: name, sha256: SHA256.hexDigest(of: bytes)))
      guard let yaml = StrictYAML.parse(bytes, file: folder.displayName(name), &problems) else { return }
      hostLocation = yaml.location(of: "host")
      var reader = CentreReader(yaml)
      let asOf = context.asOf
      (centre, context) = reader.read()
      context.asOf = asOf
      problems.add(contentsOf: reader.problems)
    }
  }

  /// Reads the visible rows of a file; `row` reads one. An absent file has none, unless it must be there.
  /// Returns whether the file was read, with or without faults.
  @discardableResult
  mutating func readRows(
    _ schema: FileSchema, required: Bool = false, _ body: (inout Sheet, inout BookReader) -> Void
  ) -> Bool {
    switch folder.read(schema.name, limit: BookReader.sizeLimit) {
    case .absent:
      guard required else { return true }
      let columns = schema.required.joined(separator: ",")
      problems.error(location(schema.name), "the file is missing; write it with the columns \(columns)")
    case .refused(let why): problems.error(location(schema.name), why)
    case .bytes(let bytes):
      let file = folder.displayName(schema.name)
      guard var sheet = Sheet(schema, bytes: bytes, file: file, context: context, &problems) else { break }
      body(&sheet, &self)
      finish(sheet)
      return true
    }
    faulty.insert(schema.name)
    return false
  }

  /// Takes over the sheet's problems and digest. A file without a visible row is no input of the book: it may
  /// not have been there on the as-of date.
  private mutating func finish(_ sheet: consuming Sheet) {
    problems.add(contentsOf: sheet.problems)
    if sheet.problems.hasErrors { faulty.insert(sheet.schema.name) }
    guard sheet.visibleRows > 0 else { return }
    let name = sheet.schema.name
    inputs.append(Book.InputFile(name: name, sha256: sheet.finishDigest()))
  }

  /// Notes CSV files that no book has: a misspelt name would otherwise pass in silence.
  private mutating func noteStrangers() {
    let known = FileSchema.all.map { String($0.name.dropLast(4)) }
    for name in folder.entries() where name.hasSuffix(".csv") && !known.contains(String(name.dropLast(4))) {
      let near = nearest(to: String(name.dropLast(4)), among: known)
      let hint = near.map { "did you mean '\($0).csv'?" } ?? "it is not read"
      problems.note(location(Wording.shown(name)), "this file is none of a book's; \(hint)")
    }
  }
}
