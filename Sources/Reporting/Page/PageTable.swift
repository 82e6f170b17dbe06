/// A table as the template takes it.
struct PageTable {
  private let table: TextTable
  private let name: String
  private let id: String
  private let numeric: [Bool]

  /// - Parameters:
  ///   - heading: what a table without a name is called.
  ///   - id: unlike that of any other part of the page.
  init(_ table: TextTable, heading: String, id: String) {
    self.table = table
    self.id = id
    name = table.name.isEmpty ? (heading.isEmpty ? "Table" : heading) : table.name.text
    numeric = table.columns.indices.map { column in
      column > 0 && PageTable.isNumeric(table.rows.map { $0.cells[column].text })
    }
  }

  /// Whether most cells that say something are numbers.
  private static func isNumeric(_ cells: [String]) -> Bool {
    let telling = cells.filter { !$0.isEmpty && $0 != "-" }
    let numbers = telling.count { text in
      text.drop { "<>= ".contains($0) }.first.map { $0.isNumber || $0 == "-" || $0 == "+" } ?? false
    }
    return 2 * numbers >= telling.count
  }

  var context: [String: Any] {
    [
      "isTable": true, "id": id, "name": name, "files": files, "hasFiles": !files.isEmpty,
      "isSortable": isSortable,
      "columns": table.columns.enumerated().map { column, name in
        ["words": name.text, "isNumber": numeric[column]] as [String: Any]
      },
      "rows": table.rows.map { row in
        [
          "isTotal": row.isTotal,
          "cells": row.cells.enumerated().map { column, cell in self.cell(cell, column) },
        ] as [String: Any]
      },
    ]
  }

  /// The report's own tables in which figures of this one stand, for who has no pointer to rest on them.
  private var files: String {
    let rows = table.rows.lazy.flatMap(\.cells).flatMap(\.pieces).compactMap { piece -> ReportTable? in
      if case .figure(let figure) = piece, case .row(let row) = figure.origin { row.table } else { nil }
    }
    let used = Set(rows)
    return Wording.list(ReportTable.allCases.filter(used.contains).map(\.rawValue))
  }

  /// A table with totals or parts has an order of its own.
  private var isSortable: Bool {
    table.rows.count > 2 && !table.rows.contains { $0.isTotal || $0.cells[0].text.hasPrefix("  ") }
  }

  private func cell(_ cell: Prose, _ column: Int) -> [String: Any] {
    let origin = cell.pieces.compactMap { piece -> String? in
      if case .figure(let figure) = piece { figure.origin.reference } else { nil }
    }.first
    let isOpen = numeric[column] && table.isMarked(column) && !cell.text.hasSuffix(TextTable.mark)
    return [
      "isOpen": isOpen, "words": cell.text, "isFirst": column == 0, "isPart": cell.text.hasPrefix("  "),
      "isNumber": numeric[column], "hasOrigin": origin != nil, "origin": origin ?? "",
    ]
  }
}
