import Formulas
import LinearAlgebra
import Regression
import Testing

/// What R says about one formula.
struct ModelMatrix: Sendable, CustomTestStringConvertible {
  let formula: String
  var response = ""
  var terms: [String] = []
  var names: [String] = []
  var values: [[Double]] = []

  var testDescription: String { formula }

  /// All of modelMatrixTable.
  static let all: [ModelMatrix] = {
    var result: [ModelMatrix] = []
    for line in modelMatrixTable.split(separator: "\n") {
      let words = line.split(separator: " ", maxSplits: 1).map(String.init)
      let last = result.count - 1
      switch words[0] {
      case _ where line.hasPrefix("  "):
        result[last].values[result[last].values.count - 1] += line.split(separator: " ").map { Double($0)! }
      case "formula": result.append(ModelMatrix(formula: words[1]))
      case "response": result[last].response = words[1]
      case "term": result[last].terms.append(words[1])
      default:
        result[last].names.append(words[1])
        result[last].values.append([])
      }
    }
    return result
  }()
}

@Suite("Designs as R's model.matrix makes them")
struct ModelMatrixTests {
  @Test("names, terms and values", arguments: ModelMatrix.all)
  func design(expected: ModelMatrix) throws {
    let model = try Formula(expected.formula).model(of: SmallTable.frame)
    let design = model.sample.design
    #expect(model.responseName == expected.response)
    #expect(design.names == expected.names)
    #expect(design.terms.flatMap { term in term.columns.map { _ in term.label } } == expected.terms)
    for (index, values) in expected.values.enumerated() where index < design.names.count {
      let own = design.matrix.column(index).high
      #expect(own.count == values.count)
      // R's log, exp and powers are within an ulp or two of the exact value; ours are rounded from 100 bits.
      for (a, b) in zip(own, values) { #expect((a - b).magnitude <= 4 * b.ulp, "\(design.names[index])") }
    }
  }

  @Test("the table has every formula of the script")
  func count() { #expect(ModelMatrix.all.count == 45) }
}
