import Formulas
import Regression
import Testing

@Suite("Hostile formulas neither crash nor hang")
struct HostileTests {
  static func problem(_ text: String) -> FormulaError.Problem? {
    do throws(FormulaError) {
      _ = try Formula(text)
      return nil
    } catch {
      _ = error.description
      return error.problem
    }
  }

  @Test("too deep, too long, too many")
  func limits() {
    let many = { (count: Int, join: String) in (1...count).map { "x\($0)" }.joined(separator: join) }
    #expect(Self.problem("y ~ " + String(repeating: "(", count: 5_000)) == .tooDeep)
    #expect(Self.problem("y ~ " + String(repeating: "-", count: 5_000) + "x") == .tooDeep)
    #expect(Self.problem("y ~ I(" + String(repeating: "2^", count: 2_000) + "x)") == .tooDeep)
    #expect(Self.problem("y ~ I(" + many(500, "/") + ")") == .tooDeep)
    #expect(Self.problem("y ~ " + many(30, "*")) == .tooManyTerms)
    #expect(Self.problem("y ~ (" + many(30, "+") + ")^30") == .tooManyTerms)
    #expect(Self.problem("y ~ (" + many(13, "+") + ")^13*(" + many(13, "+") + ")^13") == .tooManyTerms)
    #expect(Self.problem("y ~ (" + many(1_500, "+") + ")/(" + many(1_500, "+") + ")") == .tooManyTerms)
    #expect(Self.problem(String(repeating: "y", count: 100_001)) == .tooLong(characters: 100_001))
    #expect(Self.problem("y ~ (a + b)^99999999999999999999") == .degree("1e+20"))
    #expect(Self.problem("y ~ " + many(1_000, " + ")) == nil)
  }

  /// A generator of its own, so that a failure comes again.
  private struct Dice {
    var state: UInt64

    mutating func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(sides))
    }
  }

  @Test("random strings of pieces and of characters", arguments: 0..<8)
  func fuzz(seed: Int) {
    let pieces = [
      "y", "x", "a", "b", "`odd name`", "log", "exp(", "sqrt(", "I(", "factor(", "offset(", "(", ")", "(",
      ")",
      "~", "~", "|", "+", "-", "*", "/", ":", "^", "^2", "0", "1", "2.5", "1e400", ".", "_", "%", "`", ",",
      " ", "é",
      "\n", "🙂", "District", "south", "\"", "\0",
    ]
    var dice = Dice(state: UInt64(seed))
    for _ in 0..<150 {
      let start = dice.roll(2) == 0 ? "y ~ " : ""
      let text = (0..<dice.roll(14)).reduce(into: start) { text, _ in text += pieces[dice.roll(pieces.count)]
      }
      do throws(FormulaError) {
        let formula = try Formula(text)
        let model = try formula.model(of: SmallTable.frame, textResponse: .binary)
        #expect(model.sample.rows == 8)
      } catch {
        #expect(!error.description.isEmpty)
        #expect(error.place ?? 1 <= text.count + 1)
      }
    }
  }
}
