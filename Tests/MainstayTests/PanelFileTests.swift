import Testing

@testable import Mainstay

@Suite("Panels from CSV files") struct PanelFileTests {
  private static func read(_ text: String) throws -> PanelFile {
    try PanelFile(bytes: Array(text.utf8), name: "p.csv")
  }

  @Test("known columns are used in any order, others ignored")
  func columns() throws {
    let file = try PanelFileTests.read(
      "year,note,amount,entity,fund,contributor_group,contributor\n2020,x,-1.5,E,F,Government,\"A, B\"\n"
        + "2021,,1e3,E,F,,C\n")
    #expect(
      file.rows == [
        Panel.Row(contributor: "A, B", fund: "F", group: "Government", year: 2020, amount: -1.5),
        Panel.Row(contributor: "C", fund: "F", group: nil, year: 2021, amount: 1000),
      ])
    #expect(!file.hasEntities && file.emptyYears == .zero)
  }

  @Test("entity serves as fund, and an organisation without rows has not reported")
  func entities() throws {
    let file = try PanelFileTests.read("contributor,entity,year,amount\nA,WHO,2020,5\n")
    #expect(file.rows.map(\.fund) == ["WHO"])
    #expect(file.hasEntities && file.emptyYears == .unknown)
  }

  static let gallery: [(text: String, messages: [String])] = [
    ("", ["p.csv:1: error: the file is empty; write a header row with the names of its columns"]),
    (
      "contributor,fund,year,amount\n",
      ["p.csv:1: error: the file has a header and no rows; add yearly amounts"]
    ),
    (
      "contributor,fund,year,amount,year\nA,F,2020,1,2\n",
      ["p.csv:1: error: column 'year' stands twice; rename or drop one of them"]
    ),
    (
      "contributor,fund,year,Amount\nA,F,2020,1\n",
      [
        "p.csv:1: error: column 'amount' is missing; the header needs contributor, fund (or entity), year and "
          + "amount; rename 'Amount'"
      ]
    ),
    (
      "contributor,year,amount\nA,2020,1\n",
      [
        "p.csv:1: error: column 'fund' is missing; the header needs contributor, fund (or entity), year and "
          + "amount; add it"
      ]
    ),
    (
      "contributor,fund,year,amount\nA,F,2O20,1\nA,F,2020,\"1,234.50\"\nA,F,2020,\n,F,2020,nan\n*,F,12020,1e99\n",
      [
        "p.csv:2: error: year '2O20' is not a year from 1900 to 2199; write four digits, such as 2020",
        "p.csv:3: error: amount '1,234.50' is not a plain decimal number; write it without separators, such as "
          + "1234.50",
        "p.csv:4: error: amount is empty; write a number, or leave the row out",
        "p.csv:5: error: contributor is empty; write a name",
        "p.csv:5: error: amount 'nan' is not a plain decimal number; write it without separators, such as "
          + "1234.50",
        "p.csv:6: error: contributor is '*', which stands for a fund's total; write another name",
        "p.csv:6: error: year '12020' is not a year from 1900 to 2199; write four digits, such as 2020",
        "p.csv:6: error: amount 1e99 is beyond 1000000000000000 in size; write it in larger units",
      ]
    ),
  ]

  @Test("what cannot be read is named by line, with the way out", arguments: gallery.indices)
  func errors(_ index: Int) throws {
    let (text, messages) = PanelFileTests.gallery[index]
    let error = #expect(throws: WorkbenchError.self) { try PanelFileTests.read(text) }
    #expect(try #require(error).description.split(separator: "\n").map { String($0) } == messages)
    #expect(Failure(try #require(error)) == .badData)
  }
}
