/// A table as the template takes it.
struct PageTable {
  private let table: TextTable
  private let label: String
  private let numeric: [Bool]

  init(_ table: TextTable, label: String) {
    self.table = table
    self.label = label
    numeric = table.columns.indices.map { column in
      column > 0 && PageTable.isNumeric(table.rows.map { $0.cells[column].text })
    }
  }

  /// Whether most cells that say something are numbers.
  private static func isNumeric(_ cells: [String]) -> Bool {
    let telling = cells.filter { !$0.isEmpty && $0 != "-" }
    let numbers = telling.count { text in text.first.map { $0.isNumber || $0 == "-" || $0 == "+" } ?? false }
    return 2 * numbers >= telling.count
  }

  var context: [String: Any] {
    [
      "isTable": true, "label": label.isEmpty ? "Table" : label, "isSortable": isSortable,
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

  /// A table with totals or parts has an order of its own.
  private var isSortable: Bool {
    table.rows.count > 2 && !table.rows.contains { $0.isTotal || $0.cells[0].text.hasPrefix("  ") }
  }

  private func cell(_ cell: Prose, _ column: Int) -> [String: Any] {
    let origin = cell.pieces.compactMap { piece -> String? in
      if case .figure(let figure) = piece { figure.origin.reference } else { nil }
    }.first
    return [
      "words": cell.text, "isFirst": column == 0, "isPart": cell.text.hasPrefix("  "),
      "isNumber": numeric[column], "hasOrigin": origin != nil, "origin": origin ?? "",
    ]
  }
}
