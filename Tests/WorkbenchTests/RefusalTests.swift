import Regression
import Testing
import Workbench

@Suite("What cannot be fitted is refused with the way out")
struct RefusalTests {
  static let requests: [(change: @Sendable (inout RegressionRequest) -> Void, message: String)] = [
    ({ $0.formula = "litres ~ hours +" }, "formula: expected"),
    ({ $0.formula = "litres ~ ours" }, "unknown column 'ours'; did you mean 'hours'?"),
    ({ $0.weights = "visit" }, "unknown column 'visit'; did you mean 'visits'?"),
    ({ $0.covariance = .cluster(["wel"], .cr1) }, "unknown column 'wel'; did you mean 'well'?"),
    ({ $0.link = .probit }, "link probit is none of the gaussian family; leave out --link, or"),
    (
      {
        $0.family = .poisson
        $0.link = .logit
      }, "the poisson family has no link logit; take log"
    ),
    ({ $0.bias = .firth }, "bias firth is for logit models; add --family binomial, or leave out --bias"),
    ({ $0.level = 95 }, "level 95.0 does not lie between 0 and 1; write 0.95 for 95 %"),
    (
      { $0.effects = .within },
      "effects within need the units of the panel; name their column: --index state,year"
    ),
    (
      {
        $0.effects = .firstDifference
        $0.index = ["well"]
      },
      "effects first-difference need units and periods; name both columns: --index state,year"
    ),
    (
      {
        $0.effects = .random
        $0.index = ["well"]
        $0.family = .poisson
      },
      "effects random are for linear models; leave out --family, or take --effects pooled and write effects "
        + "behind | in the formula"
    ),
    (
      { $0.index = ["well", "well"] },
      "index names 'well' twice; name the column of units, then that of periods"
    ),
    (
      { $0.covariance = .driscollKraay(lag: 2) },
      "covariance driscoll-kraay needs periods; name units and periods: --index state,year"
    ),
    (
      {
        $0.family = .binomial
        $0.formula = "dry ~ rain | well"
      },
      "effects behind | are absorbed in gaussian and poisson models; write them as terms: factor(well)"
    ),
  ]

  @Test("requests that do not go together", arguments: requests.indices)
  func refusedRequests(_ index: Int) throws {
    var request = RegressionRequest(file: Tables.wells, formula: "litres ~ hours")
    RefusalTests.requests[index].change(&request)
    let error = #expect(throws: WorkbenchError.self) { try request.result() }
    guard case .request(let message)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(message.hasPrefix(RefusalTests.requests[index].message))
  }

  static let tables: [(table: String, formula: String, family: ModelFamily, message: String)] = [
    (
      "y,x\n1,2\n2,about 3\n3,4\n", "y ~ log(x)", .gaussian,
      ":3: error: column 'x' holds the text 'about 3' where the formula needs a number; write a plain decimal "
        + "number, or leave the cell empty where the value is missing"
    ),
    (
      "y,x\n1,2\n2,about 3\n3,4\n", "y ~ x", .gaussian,
      ":3: error: column 'x' holds the text 'about 3' among its numbers; write a plain decimal number, "
        + "leave the cell empty where the value is missing, or write factor(x) if the column names groups"
    ),
    ("y,x\n1,2\n2,-3\n3,4\n", "y ~ log(x)", .gaussian, ":3: error: log(x) has no finite value where x is -3"),
    (
      "y,x\n0,2\n2,3\n1,4\n", "y ~ x", .binomial,
      ":3: error: the response 'y' is 2, not from 0 to 1; code no as 0 and yes as 1"
    ),
    (
      "y,x\n1,2\n-2,3\n1,4\n", "y ~ x", .poisson,
      ":3: error: the response 'y' is -2, not a count of zero or more"
    ),
    ("y,k\n1,a\n2,a\n", "y ~ k", .gaussian, ":1: error: 'k' is 'a' in every row that is used"),
    ("y,x\n1,2\n", "y ~ x", .gaussian, ":1: error: 1 rows cannot determine 2 coefficients"),
    ("y,x\n,2\n1,\n", "y ~ x", .gaussian, ":1: error: each of the 2 rows misses a value"),
  ]

  @Test("tables that cannot be used, by file and line", arguments: tables.indices)
  func refusedTables(_ index: Int) throws {
    let (table, formula, family, message) = RefusalTests.tables[index]
    try Tables.temporary(table) { path in
      var request = RegressionRequest(file: path, formula: formula)
      request.family = family
      let error = #expect(throws: WorkbenchError.self) { try request.result() }
      guard case .table? = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(error?.description.hasPrefix(path + message) == true, "\(error?.description ?? "")")
    }
  }

  @Test("a row that stands twice is noted where periods do not matter")
  func repeatedPeriod() throws {
    try Tables.temporary("u,t,y,x\na,1,1,2\na,1,2,3\nb,1,3,5\nb,2,4,4\nb,3,1,1\n") { path in
      var request = RegressionRequest(file: path, formula: "y ~ x")
      (request.effects, request.index) = (.within, ["u", "t"])
      let note = "Unit 'a' has several rows for period '1' (lines 2, 3): a row may stand twice."
      let notes = try request.result().notes
      #expect(notes.contains(note))
    }
  }

  @Test("a fit that leaves no degrees of freedom says so")
  func exactFit() throws {
    try Tables.temporary("y,x\n1,2\n3,5\n") { path in
      let notes = try RegressionRequest(file: path, formula: "y ~ x").result().notes
      #expect(notes.contains { $0.hasPrefix("As many coefficients as rows") })
    }
  }

  @Test("a weight below zero is named by line")
  func weights() throws {
    try Tables.temporary("y,x,w\n1,2,1\n2,3,-1\n3,5,1\n4,4,1\n") { path in
      var request = RegressionRequest(file: path, formula: "y ~ x")
      request.weights = "w"
      let error = #expect(throws: WorkbenchError.self) { try request.result() }
      #expect(
        error?.description
          == "\(path):3: error: the weight 'w' is -1, below zero or not finite; correct it or drop the row")
    }
  }

  static let numbers: [(formula: String, table: String, family: ModelFamily, message: String)] = [
    (
      "y ~ x + z", "y,x,z\n1,2,4\n2,3,6\n3,5,10\n4,4,8\n", .gaussian,
      "column 'z' depends on columns further left; leave out the term, or let --aliased drop do it"
    ),
    (
      "y ~ x | g", "y,x,g\n1,2,a\n2,2,a\n3,5,b\n4,5,b\n6,5,b\n", .gaussian,
      "column 'x' does not vary within g; leave out the term, or let --aliased drop do it"
    ),
    (
      "y ~ x", "y,x\n0,1\n0,2\n0,3\n1,4\n1,5\n1,6\n", .binomial,
      "columns '(Intercept)', 'x' tell the outcomes apart without error, so no finite estimate exists; leave out a term, or "
        + "take --bias firth"
    ),
  ]

  @Test("numbers that give out, with the flag that helps", arguments: numbers.indices)
  func refusedNumbers(_ index: Int) throws {
    let (formula, table, family, message) = RefusalTests.numbers[index]
    try Tables.temporary(table) { path in
      var request = RegressionRequest(file: path, formula: formula)
      request.family = family
      let error = #expect(throws: WorkbenchError.self) { try request.result() }
      guard case .numerical(let text)? = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(text == message)
    }
  }

  @Test("a file that is not there, and a folder")
  func files() {
    let missing = #expect(throws: WorkbenchError.self) {
      try RegressionRequest(file: "/nowhere/a.csv", formula: "y ~ x").result()
    }
    #expect(missing?.description == "/nowhere/a.csv:1: error: there is no such file; check the path")
    let folder = #expect(throws: WorkbenchError.self) {
      try RegressionRequest(file: "/", formula: "y ~ x").result()
    }
    #expect(folder?.description == "/:1: error: this is a folder; name a CSV file")
  }
}
