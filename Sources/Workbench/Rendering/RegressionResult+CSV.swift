import Tabular

extension RegressionResult {
  /// The table of coefficients as CSV, numbers of 17 significant digits, empty where nothing is defined.
  public var csv: String {
    var document = CSVDocument(columns: [
      "name", "estimate", "standard_error", "statistic", "degrees_of_freedom", "p_value", "lower", "upper",
    ])
    for coefficient in coefficients {
      let numbers = [
        coefficient.estimate, coefficient.standardError, coefficient.statistic,
        coefficient.degreesOfFreedom ?? .nan, coefficient.pValue, coefficient.lower, coefficient.upper,
      ]
      document.append(
        [.text(coefficient.name)] + numbers.map { .number(NumberText.full($0) ?? "") })
    }
    return document.text
  }
}
