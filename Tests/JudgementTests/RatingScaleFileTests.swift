import Measures
import Records
import Testing

@testable import Judgement

@Suite("the file of cut points") struct RatingScaleFileTests {
  @Test("the shipped file is sound: known indicators in their units, every source said")
  func shipped() throws {
    let scales = try RatingScales.shipped()
    #expect(scales.scales.count == 25)
    #expect(Set(scales.scales.map(\.indicator)).count == 25)
    for scale in scales.scales {
      #expect(Glossary.indicator(scale.indicator)?.unit == scale.unit)
      #expect(!scale.source.isEmpty && scale.cuts.count == 4)
    }
    let dimensions = Set(scales.scales.compactMap { Glossary.indicator($0.indicator)?.dimension })
    #expect(dimensions == Set(Dimension.allCases).subtracting([.efficiency]))
  }

  private static func file(_ changes: String) -> String {
    """
    ratings:
      hhi-three-years:
        title: Concentration
        unit: index
        range: [0, 1]
        better: lower
        cuts: [0.8, 0.5, 0.25, 0.15]
        source: "assumption: test"
    \(changes)
    """
  }

  @Test(
    "what is wrong is told with its line",
    arguments: [
      (
        "  hhi:\n    title: x", "ratings.yaml:10: error: key 'source' is missing"
      ),
      (
        "  hhi-three-year:\n    title: x\n    unit: index\n    range: [0, 1]\n    better: lower\n"
          + "    cuts: [4, 3, 2, 1]\n    source: y",
        "ratings.yaml:9: error: rating 'hhi-three-year' is of no known indicator; did you mean 'hhi-three-years'?"
      ),
      (
        "  hhi:\n    title: x\n    unit: share\n    range: [0, 1]\n    better: lower\n"
          + "    cuts: [0.4, 0.3, 0.2, 0.1]\n    source: y",
        "ratings.yaml:11: error: unit 'share' is not that of hhi, 'index'; write that"
      ),
      (
        "  hhi:\n    title: x\n    unit: index\n    range: [0, 1]\n    better: lower\n"
          + "    cuts: [0.4, 0.3, 0.3, 0.1]\n    source: y",
        "ratings.yaml:14: error: cuts 0.4, 0.3, 0.3, 0.1 do not fall from worst to best; where lower is better each "
          + "is below the one before"
      ),
      (
        "  hhi:\n    title: x\n    unit: index\n    range: [0, 1]\n    better: lower\n"
          + "    cuts: [4, 0.3, 0.2, 0.1]\n    source: y",
        "ratings.yaml:14: error: cut point 4.0 is outside the range 0.0 to 1.0; write one within it"
      ),
      (
        "  hhi:\n    title: x\n    unit: index\n    range: [0, 1]\n    better: lower\n    cuts: [a, 0.3, 0.2]\n"
          + "    source: y",
        "ratings.yaml:14: error: cuts holds 2 plain decimals of 3 values; expected 4, such as [0.25, 0.5, 0.75, 0.9]"
      ),
      (
        "  core-receipts:\n    title: x\n    unit: budget currency\n    range: [0, 1]\n    better: lower\n"
          + "    cuts: [0.4, 0.3, 0.2, 0.1]\n    source: y",
        "ratings.yaml:11: error: core-receipts is an amount, which no two centres share; rate a ratio in its place"
      ),
      (
        "  hhi:\n    title: x\n    unit: index\n    range: [1, 0]\n    better: sideways\n"
          + "    cuts: [0.4, 0.3, 0.2, 0.1]\n    source: y",
        "ratings.yaml:13: error: better 'sideways' is not 'higher' or 'lower'"
      ),
      ("  hhi: 5", "ratings.yaml:9: error: rating 'hhi' has no keys"),
    ])
  func faults(text: String, message: String) {
    let error = #expect(throws: BookError.self) {
      _ = try RatingReader.read(Array(RatingScaleFileTests.file(text).utf8), file: "ratings.yaml")
    }
    #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
  }

  @Test("plain decimals alone", arguments: ["1e5", "nan", "0x1", "", "-", "1.", ".5", "1,5", "--1", "1.2.3"])
  func decimals(text: String) { #expect(RatingReader.decimal(text) == nil) }

  @Test("negative decimals and whole numbers are read")
  func numbers() { #expect(RatingReader.decimal("-0.91") == -0.91 && RatingReader.decimal("24") == 24) }
}
