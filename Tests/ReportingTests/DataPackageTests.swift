import Foundation
import Tabular
import Testing

@testable import Reporting

@Suite("JSON of a report")
struct DataPackageTests {
  private struct Package: Decodable {
    let name: String
    let resources: [Resource]

    struct Resource: Decodable {
      let name: String
      let path: String
      let bytes: Int
      let hash: String
      let schema: Schema
    }
    struct Schema: Decodable {
      let fields: [Field]
      let primaryKey: [String]
    }
    struct Field: Decodable {
      let name: String
      let type: String
      let constraints: Constraints
    }
    struct Constraints: Decodable {
      let required: Bool
      let `enum`: [String]?
    }
  }

  private static func read(_ report: Report) throws -> Package {
    let file = try #require(report.files.first { $0.name == "datapackage.json" })
    return try JSONDecoder().decode(Package.self, from: Data(file.text.utf8))
  }

  @Test(
    "every table is described as it is: columns, types, values, keys, digest",
    arguments: ["apctt/baseline", "apctt/rupee-and-levels", "un-technology-bank/as-of-2018"])
  func tables(scenario: String) throws {
    let report = try Report(ShippedFindings.ensemble(scenario))
    let package = try DataPackageTests.read(report)
    #expect(package.name == scenario.replacingOccurrences(of: "/", with: "-"))
    #expect(package.resources.map(\.path) == report.files.map(\.name).filter { $0.hasSuffix(".csv") })
    for resource in package.resources {
      let file = try #require(report.files.first { $0.name == resource.path })
      #expect(resource.name + ".csv" == resource.path)
      #expect(resource.bytes == file.text.utf8.count)
      #expect(resource.hash == "sha256:" + SHA256.hexDigest(of: Array(file.text.utf8)))
      try DataPackageTests.check(file, resource.schema)
    }
  }

  /// Holds every cell against what its column says of it.
  private static func check(_ file: ReportFile, _ schema: Package.Schema) throws {
    var problems = Problems()
    let table = try #require(Table(csv: Array(file.text.utf8), file: file.name, &problems))
    #expect(table.columns == schema.fields.map(\.name), "\(file.name)")
    let key = try schema.primaryKey.map { try #require(table.index(of: $0)) }
    var seen: Set<[String]> = []
    for row in table.rows {
      #expect(seen.insert(key.map { row.cells[$0] }).inserted, "\(file.name): \(row.cells)")
      for (cell, field) in zip(row.cells, schema.fields) where !fits(cell, field) {
        Issue.record("\(file.name): '\(cell)' is no \(field.name)")
      }
    }
  }

  private static func fits(_ cell: String, _ field: Package.Field) -> Bool {
    if cell.isEmpty { return !field.constraints.required }
    if let values = field.constraints.enum, !values.contains(cell) { return false }
    return switch field.type {
    case "integer": Int(cell) != nil
    case "number": Double(cell) != nil
    case "yearmonth": cell.wholeMatch(of: /[0-9]{4}-[0-9]{2}/) != nil
    default: true
    }
  }

  @Test("report.json holds the title, every section with its tables, and says where figures stand")
  func document() throws {
    let findings = Findings(try ShippedFindings.ensemble("apctt/baseline"))
    let document = TextReport(findings).document
    let file = DocumentFile(document: document, centre: "apctt", scenario: "baseline").file
    let value = try #require(
      JSONSerialization.jsonObject(with: Data(file.text.utf8)) as? [String: Any])
    let sections = try #require(value["sections"] as? [[String: Any]])
    let headings = document.blocks.count { if case .heading = $0 { true } else { false } }
    #expect(sections.count == headings + 1)
    let blocks = sections.flatMap { $0["blocks"] as? [[String: Any]] ?? [] }
    let rows = blocks.filter { $0["kind"] as? String == "table" }
      .reduce(0) { $0 + (($1["rows"] as? [[Any]])?.count ?? 0) }
    let expected = document.blocks.reduce(0) { sum, block in
      if case .table(let table) = block { sum + table.rows.count } else { sum }
    }
    #expect(rows == expected)
    #expect(blocks.count { $0["kind"] as? String == "chart" } == ShippedFindings.charts(document).count)
    #expect(file.text.contains("\"of\": \"statements.csv: 2021, core, central, cash.closing\""))
  }

  @Test("what JSON and terminals may not hold is escaped, and reads back as it was")
  func quoting() throws {
    for text in PageTests.hostile + ["tab\tnew\nline \\ \u{7F}\u{2028}"] {
      let read = try JSONDecoder().decode([String].self, from: Data("[\(JSONValue.quoted(text))]".utf8))
      #expect(Data(read[0].utf8) == Data(text.utf8))
      #expect(JSONValue.quoted(text).unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x202E })
    }
  }

  @Test("formats are files: each alone comes with what makes it again")
  func formats() throws {
    let ensemble = try ShippedFindings.ensemble("apctt/baseline", paths: 20)
    func names(_ formats: Set<ReportFormat>) throws -> [String] {
      try Report(ensemble, formats: formats).files.map(\.name)
    }
    #expect(try names([.text]) == ["report.txt", "fit.json", "run.json"])
    #expect(try names([.json]) == ["report.json", "fit.json", "run.json"])
    #expect(try names([.html]) == ["report.html", "fit.json", "run.json"])
    let all = try Report(ensemble, formats: Set(ReportFormat.allCases))
    for format in ReportFormat.allCases {
      #expect(try ReportFormat.formats(of: names([format])) == [format])
      for file in try Report(ensemble, formats: [format]).files where file.name != "run.json" {
        #expect(all.files.contains(file))
      }
    }
  }
}
