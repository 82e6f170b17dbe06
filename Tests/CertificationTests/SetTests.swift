import Certification
import LinearAlgebra
import Testing

/// The data built in: complete, readable as decimals, with the shape their certificates state.
@Suite("Certified sets")
struct SetTests {
  @Test("regressions have their columns, terms and figures", arguments: CertifiedRegression.all.map(\.name))
  func regressions(name: String) throws {
    let found = CertifiedRegression.all.first { $0.name == name }
    let set = try #require(found)
    let observations = [
      "Norris": 36, "Pontius": 40, "NoInt1": 11, "NoInt2": 3, "Filip": 82, "Longley": 16, "Wampler1": 21,
      "Wampler2": 21, "Wampler3": 21, "Wampler4": 21, "Wampler5": 21,
    ]
    let counts = set.columns.map(\.values.count)
    #expect(counts.allSatisfy { $0 == observations[name] })
    #expect(set.columns[0].name == "y")
    for text in set.columns.flatMap(\.values) { #expect(DoubleDouble(decimal: text) != nil, "\(text)") }
    for coefficient in set.coefficients {
      #expect(DoubleDouble(decimal: coefficient.estimate) != nil, "\(coefficient)")
      #expect(DoubleDouble(decimal: coefficient.standardError) != nil, "\(coefficient)")
    }
    let terms = set.formula.split(separator: "~")[1].split(separator: "+").map { term in
      String(term.prefix { $0 != "-" }).filter { $0 != " " }
    }
    let intercept = set.formula.hasSuffix("- 1") ? [] : ["(Intercept)"]
    #expect(set.coefficients.map(\.name) == intercept + terms)
    for text in [set.residualDeviation, set.rSquared, set.f ?? "0"] {
      #expect(DoubleDouble(decimal: text) != nil, "\(text)")
    }
  }

  @Test("series have their length and 14 digits of their summary", arguments: CertifiedSample.all.map(\.name))
  func samples(name: String) throws {
    let found = CertifiedSample.all.first { $0.name == name }
    let set = try #require(found)
    let observations = [
      "Pi5000": 5000, "Lottery": 218, "Lew": 200, "Mavro": 50, "Michelso": 100, "NumAcc1": 3,
      "NumAcc2": 1001, "NumAcc3": 1001, "NumAcc4": 1001,
    ]
    #expect(set.values.count == observations[name])
    let summary = UnivariateSummary(set.values.map { DoubleDouble(decimal: $0) ?? DoubleDouble(.nan) })
    #expect(LogRelativeError.digits(of: summary.mean, certified: set.mean) >= 14.3)
    #expect(LogRelativeError.digits(of: summary.standardDeviation, certified: set.standardDeviation) >= 14.3)
    #expect(LogRelativeError.digits(of: summary.autocorrelation, certified: set.autocorrelation) >= 14.3)
  }

  @Test("analyses of variance have their treatments and squares", arguments: CertifiedAnova.all.map(\.name))
  func analyses(name: String) throws {
    let found = CertifiedAnova.all.first { $0.name == name }
    let set = try #require(found)
    let replicates = [5, 24, 21, 201, 2001, 21, 201, 2001, 21, 201, 2001]
    let treatments = [5, 2] + Array(repeating: 9, count: 9)
    let index = CertifiedAnova.all.firstIndex { $0.name == name } ?? 0
    #expect(set.treatments.count == treatments[index])
    let counts = set.treatments.map(\.count)
    #expect(counts.allSatisfy { $0 == replicates[index] })
    #expect(set.betweenFreedom == treatments[index] - 1)
    #expect(set.withinFreedom == treatments[index] * (replicates[index] - 1))
    let numbers = set.columns[1].values
    #expect(numbers.first == "1" && numbers.last == "\(treatments[index])")
    let means = set.treatments.map(mean)
    let grand = sum(means) / DoubleDouble(Double(means.count))
    let squares = means.map { ($0 - grand) * ($0 - grand) }
    let between = sum(squares) * Double(replicates[index])
    #expect(LogRelativeError.digits(of: between, certified: set.between) >= 14)
  }

  @Test("names are unique and every set has its ceiling and a peer")
  func names() {
    let names =
      CertifiedRegression.all.map(\.name) + CertifiedSample.all.map(\.name) + CertifiedAnova.all.map(\.name)
    #expect(Set(names).count == 31)
    #expect(Set(PeerDigits.ceilings.map(\.set)) == Set(names))
    #expect(Set(PeerDigits.peers.map(\.set)) == Set(names))
  }

  @Test("the ceilings that make double-double necessary")
  func ceilings() {
    func ceiling(_ set: String, _ quantity: PeerDigits.Quantity) -> Double? {
      PeerDigits.ceilings.first { $0.set == set }?.digits(quantity)
    }
    #expect((7...8).contains(ceiling("Filip", .coefficients) ?? 0))
    #expect((8...9).contains(ceiling("NumAcc4", .standardDeviation) ?? 0))
    #expect((4...5).contains(ceiling("SmLs09", .f) ?? 0))
    let filip = PeerDigits.peers.filter { $0.set == "Filip" }
    #expect(filip.first { $0.tool == "R lm (tol 1e-20)" }?.digits(.coefficients) == 8.2)
    #expect(filip.first { $0.tool == "R lm" }?.digits(.coefficients) == 0)
    for row in PeerDigits.peers + PeerDigits.ceilings {
      #expect(!row.figures.isEmpty && row.figures.allSatisfy { (0...15).contains($0.digits) }, "\(row)")
    }
  }

  private func mean(_ values: [String]) -> DoubleDouble {
    mean(values.map { DoubleDouble(decimal: $0) ?? DoubleDouble(.nan) })
  }

  private func mean(_ values: [DoubleDouble]) -> DoubleDouble {
    sum(values) / DoubleDouble(Double(values.count))
  }

  private func sum(_ values: [DoubleDouble]) -> DoubleDouble {
    values.reduce(DoubleDouble(0), +)
  }
}
