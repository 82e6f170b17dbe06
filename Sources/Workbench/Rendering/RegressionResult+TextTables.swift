import Tabular

extension RegressionResult {
  /// The table of coefficients, laid out as R does.
  var coefficientBlock: [String] {
    let errors = coefficients.map(\.standardError)
    var columns = [
      ("Estimate", estimates(errors).estimates), ("Std. Error", estimates(errors).errors),
      ("\(statistic) value", statistics(coefficients.map(\.statistic))),
    ]
    if showsFreedom {
      columns.append(("df", statistics(coefficients.map { $0.degreesOfFreedom ?? .nan })))
    }
    columns.append(("Pr(>|\(statistic)|)", NumberText.pValues(coefficients.map(\.pValue))))
    let table = CoefficientLayout(names: coefficients.map(\.name), columns: columns).lines
    let stars = coefficients.map { NumberText.stars($0.pValue) }
    let lines = zip(table.dropFirst(), stars).map { $1.isEmpty ? $0 : "\($0) \($1)" }
    let legend = stars.contains { !$0.isEmpty } ? ["---", NumberText.legend] : []
    return ["Coefficients:", table[0]] + lines + legend
      + TextWidth.wrap("Standard errors: \(covariance)\(freedomWords)", rest: "  ")
  }

  /// Degrees of freedom that differ from coefficient to coefficient are shown.
  private var showsFreedom: Bool {
    let all = coefficients.compactMap(\.degreesOfFreedom)
    return all.contains { $0 != all[0] }
  }

  /// Degrees of freedom that are alike and not those of the residuals are said in words.
  private var freedomWords: String {
    guard !showsFreedom, let freedom = coefficients.first?.degreesOfFreedom, freedom != degreesOfFreedom
    else { return "" }
    return "; t with \(NumberText.significant(freedom, 4)) degrees of freedom"
  }

  /// Estimates and errors with equally many decimals, by the scale of both.
  private func estimates(_ errors: [Double]) -> (estimates: [String], errors: [String]) {
    let all = coefficients.map(\.estimate) + errors
    let scales = all.filter { $0.isFinite && $0 != 0 }
      .map { DecimalDigits($0.magnitude, significant: 15).exponent + 1 }
    let most = scales.max() ?? 0
    let least = scales.min() ?? 0
    guard most - least > 7 else {
      let texts = NumberText.column(all.map { keep($0, decimals: max(1, 4 - least)) }, 4)
      return (Array(texts.prefix(errors.count)), Array(texts.suffix(errors.count)))
    }
    return (
      coefficients.map { NumberText.significant($0.estimate, 4) },
      errors.map { NumberText.significant($0, 4) }
    )
  }

  private func keep(_ value: Double, decimals: Int) -> Double {
    Double(NumberText.decimals(value, decimals)) ?? value
  }

  /// Three decimals at most, four digits where that is fewer.
  private func statistics(_ values: [Double]) -> [String] {
    NumberText.column(values.map { keep($0, decimals: 3) }, 4)
  }

  /// Tests of the model, then what the residuals say.
  var testBlock: [String] {
    let model = tests.filter { !$0.isDiagnostic }.flatMap(sentence)
    let diagnostics = tests.filter(\.isDiagnostic).flatMap(sentence) + conditionLines
    if diagnostics.isEmpty { return model }
    return model + (model.isEmpty ? [] : [""]) + ["Diagnostics:"] + diagnostics.map { "  " + $0 }
  }

  private func sentence(_ test: Test) -> [String] {
    let freedom = test.degreesOfFreedom.map { NumberText.significant($0, 5) }.joined(separator: " and ")
    var text = "\(test.title): \(test.symbol) = \(NumberText.significant(test.statistic, 4))"
    if !freedom.isEmpty { text += " on \(freedom) df" }
    if let p = test.pValue {
      let value = NumberText.pValue(p)
      text += value.hasPrefix("<") ? ", p \(value)" : ", p = \(value)"
    }
    return TextWidth.wrap(text, to: TextWidth.page - 2, rest: "  ")
  }

  private var conditionLines: [String] {
    guard let conditionNumber else { return [] }
    return ["Condition number: \(NumberText.significant(conditionNumber, 4))"]
  }
}

/// Columns of numbers behind names, flush right, within the width of a page: names give way.
struct CoefficientLayout {
  let names: [String]
  let columns: [(title: String, cells: [String])]

  /// The header, then one line a name.
  var lines: [String] {
    let widths = columns.map { max($0.title.utf8.count, $0.cells.map(\.utf8.count).max() ?? 0) }
    let left = TextWidth.page - widths.reduce(0) { $0 + $1 + 1 } - 4
    let nameWidth = min(left, names.map(TextWidth.of).max() ?? 0)
    func line(_ name: String, _ cells: [String]) -> String {
      let padded = zip(cells, widths).map { " " + TextWidth.pad($0, to: $1, right: false) }
      return TextWidth.pad(name, to: nameWidth, right: true) + padded.joined()
    }
    let rows = names.indices.map { row in line(names[row], columns.map { $0.cells[row] }) }
    return [line("", columns.map(\.title))] + rows
  }
}
