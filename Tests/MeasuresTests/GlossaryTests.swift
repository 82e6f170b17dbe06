import Measures
import Testing

@Suite("Glossary") struct GlossaryTests {
  @Test("every indicator of the contract stands in it once")
  func indicators() {
    let expected: Set = [
      "core-receipts", "host-receipts", "voluntary-core-receipts", "host-share", "largest-other-share", "hhi",
      "effective-contributors", "contributing-members", "attainment", "extrabudgetary-share",
      "extrabudgetary-share-strict", "extra-contribution-needed", "agreed-cover", "reserve-ratio",
      "months-of-spending", "lowest-month-cash", "shortfall", "funding-gap", "breach", "cash-out",
      "support-cost-ratio", "staff-share", "in-kind-share", "non-budget-currency-share",
      "host-share-three-years", "largest-share-three-years", "hhi-three-years", "hhi-with-earmarked",
      "earmarked-share", "months-to-shortfall-without-largest", "months-to-cash-out-without-largest",
      "contributing-members-share", "contributors-three-years", "new-contributors", "lapsed-contributors",
      "returned-contributors", "retention-three-years", "income-volatility", "collection-rate", "months-late",
      "plan-error", "forecast-error", "income-cover", "structural-gap", "structural-cover", "current-ratio",
      "quick-ratio", "cash-ratio", "solvency-ratio", "equity-ratio", "operating-margin", "cumulative-margin",
      "extrabudgetary-share-three-years", "mandate-breach-by-horizon", "shortfall-by-horizon",
      "breach-by-horizon", "cash-out-by-horizon", "first-shortfall-year", "funding-gap-es95",
      "replacement-cost", "non-budget-currency-cost-share", "exchange-loss-20", "exchange-loss-20-share",
    ]
    #expect(Set(Glossary.indicators.map(\.id)) == expected)
    #expect(Glossary.indicators.count == expected.count)
  }

  @Test("no name twice, nothing left empty, terms in order")
  func complete() {
    #expect(Set(Glossary.names).count == Glossary.names.count)
    #expect(Glossary.terms.map(\.id) == Glossary.terms.map(\.id).sorted())
    for indicator in Glossary.indicators {
      let texts = [
        indicator.title, indicator.formula, indicator.window, indicator.source, indicator.meaning,
        indicator.threshold?.source ?? "none",
      ]
      #expect(!texts.contains(""), "\(indicator.id)")
    }
    for term in Glossary.terms {
      #expect(![term.title, term.meaning, term.source].contains(""), "\(term.id)")
    }
  }

  @Test("probabilities and shares are judged on their own scale")
  func thresholds() {
    for indicator in Glossary.indicators where [.share, .probability].contains(indicator.unit) {
      #expect((0...1).contains(indicator.threshold?.value ?? 0), "\(indicator.id)")
    }
  }

  @Test(
    "words of the field are found",
    arguments: [
      "shortfall", "breach", "cash-out", "funding-gap", "giving-model", "prior", "monte-carlo-error",
      "extrabudgetary",
      "indicative", "receivable", "allowance", "programme-support-cost", "operating-reserve", "as-of-date",
      "central-path", "Host share", "AS_OF date", "expected-shortfall", "joint probability", "first in year",
    ])
  func lookup(name: String) { #expect(Glossary.lookup(name) != nil) }

  @Test("an unknown name is not found; the nearest is suggested")
  func suggestion() {
    #expect(Glossary.lookup("prier") == nil)
    #expect(Glossary.suggestion(for: "prier") == "prior")
    #expect(Glossary.suggestion(for: "Reserve ration") == "reserve-ratio")
    #expect(Glossary.suggestion(for: "xyzzy-plugh") == nil)
    #expect(Glossary.indicator("hhi-three-years")?.threshold?.description == "<= 0.25")
    #expect(Glossary.indicator("prior") == nil)
  }

  @Test("a threshold judges, and has a word for what is not measurable")
  func verdicts() {
    let threshold = Threshold(.atLeast, 1, source: "assumption: whole")
    #expect(threshold.verdict(1) == .met)
    #expect(threshold.verdict(0.99) == .notMet)
    #expect([2, 0, nil].map { threshold.word(for: $0) } == ["met", "not-met", "not-measurable"])
    #expect(threshold.isAssumption)
    #expect(!Threshold(.above, 0, source: "SC-8/27").isAssumption)
  }
}
