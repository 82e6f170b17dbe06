import Tabular

extension RegressionResult {
  /// What a statistician expects of R's `summary`, at most 96 columns wide.
  public var text: String {
    let blocks = [heading, residualBlock, coefficientBlock, varianceBlock, fitBlock, testBlock, noteBlock]
    return blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
  }

  private var heading: [String] {
    let indent = "         "
    var lines =
      TextWidth.wrap(method) + TextWidth.wrap(request.formula, first: "Formula: ", rest: indent)
    var data = "\(request.file), \(observations) \(observations == 1 ? "row" : "rows")"
    if let weights = request.weights { data += ", weights \(weights)" }
    lines += TextWidth.wrap(data, first: "Data:    ", rest: indent)
    for group in groups {
      let size =
        group.smallest == group.largest ? "\(group.largest)" : "\(group.smallest) to \(group.largest)"
      lines += TextWidth.wrap(
        "\(group.name): \(group.count) groups of \(size) rows", first: indent, rest: indent)
    }
    return lines
  }

  private var residualBlock: [String] {
    guard let residuals, observations > 5, residuals.quantiles.allSatisfy(\.isFinite) else { return [] }
    let names = ["Min", "1Q", "Median", "3Q", "Max"]
    let values = NumberText.column(residuals.quantiles.map { rounded($0, residuals) }, 4)
    let widths = zip(names, values).map { max($0.utf8.count, $1.utf8.count) }
    func line(_ cells: [String]) -> String {
      zip(cells, widths).map { TextWidth.pad($0, to: $1, right: false) }.joined(separator: " ")
    }
    return ["\(residuals.title):", line(names), line(values)]
  }

  /// Without the digits that lie far below the largest residual.
  private func rounded(_ value: Double, _ residuals: ResidualSummary) -> Double {
    let most = residuals.quantiles.map(\.magnitude).max() ?? 0
    return most > 0 && value.magnitude < most * 1e-12 ? 0 : value
  }
}

// MARK: - Below the coefficients
extension RegressionResult {
  private var varianceBlock: [String] {
    guard !variances.isEmpty else { return [] }
    let names = variances.map(\.name)
    let width = max(14, names.map(TextWidth.of).max() ?? 0)
    let values = NumberText.column(variances.map(\.variance), 4)
    let roots = NumberText.column(variances.map(\.standardDeviation), 4)
    let total = variances.reduce(0) { $0 + $1.variance }
    func line(_ cells: [String]) -> String {
      let numbers = [(values, 8), (roots, 9)].map { texts, least in
        max(least, texts.map(\.utf8.count).max() ?? 0)
      }
      let widths = [width] + numbers + [6]
      return zip(cells, widths).enumerated().map { TextWidth.pad($1.0, to: $1.1, right: $0 == 0) }
        .joined(separator: " ")
    }
    var lines = ["Variance components:", line(["", "Variance", "Std. Dev.", "Share"])]
    for index in variances.indices {
      let share = total > 0 ? NumberText.decimals(variances[index].variance / total, 3) : "NA"
      lines.append(line([names[index], values[index], roots[index], share]))
    }
    return lines + thetaLines
  }

  private var thetaLines: [String] {
    guard let least = theta.min(), let most = theta.max() else { return [] }
    let text = NumberText.significant(least, 4)
    return ["theta: " + (least == most ? text : "\(text) to \(NumberText.significant(most, 4))")]
  }

  private var fitBlock: [String] { errorLines + shareLines + likelihoodLines }

  private var errorLines: [String] {
    guard let sigma, let degreesOfFreedom else { return [] }
    return [
      "Residual standard error: \(NumberText.significant(sigma, 4)) on "
        + "\(NumberText.significant(degreesOfFreedom, 7)) degrees of freedom"
    ]
  }

  private var shareLines: [String] {
    let shares = [
      ("R-squared", rSquared), ("adjusted R-squared", adjustedRSquared),
      ("within R-squared", withinRSquared),
    ]
    let text = shares.compactMap { name, value in value.map { "\(name): \(NumberText.significant($0, 4))" } }
    guard let first = text.first else { return [] }
    return [([first.prefix(1).uppercased() + first.dropFirst()] + text.dropFirst()).joined(separator: ", ")]
  }

  private var likelihoodLines: [String] {
    var lines: [String] = []
    if let dispersion, request.family == .gamma {
      lines.append("Dispersion: \(NumberText.significant(dispersion, 4))")
    }
    if let nullDeviance, let nullDegreesOfFreedom {
      lines.append(
        "Null deviance: \(NumberText.significant(nullDeviance, 5)) on "
          + "\(NumberText.significant(nullDegreesOfFreedom, 7)) degrees of freedom")
    }
    if let deviance, let degreesOfFreedom, request.family != .gaussian {
      lines.append(
        "Residual deviance: \(NumberText.significant(deviance, 5)) on "
          + "\(NumberText.significant(degreesOfFreedom, 7)) degrees of freedom")
    }
    let numbers = [("Log likelihood", logLikelihood), ("AIC", aic), ("BIC", bic)]
    let text = numbers.compactMap { name, value in value.map { "\(name): \(NumberText.significant($0, 6))" } }
    if !text.isEmpty { lines.append(text.joined(separator: ", ")) }
    if let iterations { lines.append("Iterations: \(iterations)") }
    return lines
  }

  private var noteBlock: [String] {
    var notes = self.notes
    if !omitted.isEmpty {
      let shown = omitted.prefix(8).map(String.init).joined(separator: ", ")
      let more = omitted.count > 8 ? ", ..." : ""
      let rows =
        omitted.count == 1
        ? "1 row with a missing value is" : "\(omitted.count) rows with missing values are"
      notes.append("\(rows) left out (\(omitted.count == 1 ? "line" : "lines") \(shown)\(more)).")
    }
    if !aliased.isEmpty {
      notes.append("Left out because other columns determine them: \(aliased.joined(separator: ", ")).")
    }
    return notes.flatMap { TextWidth.wrap($0) }
  }
}
