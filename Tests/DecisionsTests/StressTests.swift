import Finance
import Measures
import Scenarios
import Simulation
import TestSupport
import Testing

@testable import Decisions

@Suite("stress") struct StressTests {
  private static func shipped() throws -> StressBattery {
    try BatteryReader.battery(Array(PackageResources.stress_battery_yaml), name: "shipped", over: nil)
  }

  private func result(_ builder: BookBuilder = centre(), paths: Int = 400) throws -> StressResult {
    let trial = try Trial(book: builder, .sample(horizon: 2023, paths: paths))
    return try StressTest(trial, Self.shipped()).run()
  }

  @Test("the shipped battery has every kind, with a source each")
  func battery() throws {
    let battery = try Self.shipped()
    #expect(Set(battery.shocks.map(\.kind)) == Set(StressBattery.Kind.allCases))
    #expect(battery.shocks.allSatisfy { !$0.source.isEmpty && !$0.title.isEmpty })
  }

  @Test("what takes money away makes no shortfall rarer, on common random numbers")
  func harm() throws {
    let result = try result()
    let harmful = ["largest-other-leaves", "others-stop", "host-late", "pandemic-year"]
    for item in result.cases where harmful.contains(item.shock.id) {
      let outcome = try #require(item.outcome, "\(item.shock.id)")
      #expect(outcome.shortfall.count >= result.baseline.shortfall.count, "\(item.shock.id)")
    }
    for item in result.cases where item.outcome == nil {
      guard case .notApplicable(let why) = item.result else { continue }
      #expect(!why.isEmpty)
    }
  }

  @Test("the signal follows its rule")
  func signal() throws {
    let result = try result()
    let battery = try Self.shipped()
    let base = result.baseline.shortfall.probability
    let worst = result.cases.compactMap { $0.outcome?.shortfall.probability }.max() ?? 0
    let expected: Signal =
      base > battery.signal.line.fraction
      ? .high : worst > battery.signal.stressLine.fraction ? .moderate : .low
    #expect(result.signal.mechanical == expected)
  }

  @Test("the smallest shock harms, and one a step smaller does not")
  func reverse() throws {
    let trial = try Trial(book: centre(), .sample(horizon: 2023, paths: 16))
    let battery = try Self.shipped()
    let maker = try ShockMaker(trial)
    let work = StressTest.Work(trial: trial, fund: "core", remedyLine: battery.remedy, isCancelled: { false })
    var found = 0
    for item in try StressTest(trial, battery).run().cases {
      guard case .smallest(let size)? = item.reverse else { continue }
      let step = item.shock.isMonths ? 1 : 50
      func harms(_ size: Int) throws -> Bool {
        try work.firstShortfall(of: maker.scenario(item.shock, size: size, battery: battery)) != nil
      }
      #expect(try harms(size) && !harms(size - step), "\(item.shock.id) \(size)")
      found += 1
    }
    #expect(found > 0)
  }

  @Test("the battery alone comes to the same, without remedies and smallest shocks")
  func depth() throws {
    let trial = try Trial(book: centre(), .sample(horizon: 2023, paths: 64))
    let whole = try StressTest(trial, Self.shipped()).run()
    let battery = try StressTest(trial, Self.shipped()).run(.battery)
    #expect(battery.signal == whole.signal && battery.cases.count == whole.cases.count)
    let outcomes = [(battery.baseline, whole.baseline)]
    let shocked = zip(battery.cases, whole.cases).compactMap { one, other in
      one.outcome.flatMap { own in other.outcome.map { (own, $0) } }
    }
    for (own, other) in outcomes + shocked {
      #expect(own.shortfall == other.shortfall && own.cashOut == other.cashOut && own.gap == other.gap)
      #expect(own.closing == other.closing && own.firstShortfall == other.firstShortfall)
      #expect(own.remedies == nil && other.remedies != nil)
    }
    #expect(shocked.count > 5)
    #expect(battery.cases.allSatisfy { $0.reverse == nil } && whole.cases.contains { $0.reverse != nil })
  }

  @Test("odd books: no host, one contributor, everything in kind, no income, no plan")
  func odd() throws {
    var builder = BookBuilder()
    builder.host = nil
    builder.fund("core")
    builder.contributor("one")
    builder.balance("2020-12-31", cash: 0)
    let empty = try result(builder, paths: 16)
    #expect(empty.baseline.shortfall.count == 0 && empty.signal.mechanical == .low)
    builder.support(inKind: "rooms", by: "one", year: 2020, value: 10_000, replaces: "rent")
    builder.contribution("one", "2020", 5_000)
    #expect(try result(builder, paths: 16).cases.count == empty.cases.count)
  }

  // MARK: A book's battery

  private func read(_ text: String) -> Result<StressBattery, any Error> {
    Result { try BatteryReader.battery(Array(text.utf8), name: "stress-battery.yaml", over: Self.shipped()) }
  }

  @Test("a book replaces, adds and leaves out shocks by name")
  func overriding() throws {
    let battery = try read(
      """
      shocks:
        host-late: {size: 6}
        grant-missing: {use: no}
        small-strike: {title: A strike, kind: pandemic-year, size: 10%, source: "assumption: ours"}
      """
    ).get()
    #expect(battery["host-late"]?.size == 6 && battery["host-late"]?.range == 0...36)
    #expect(battery["grant-missing"] == nil && battery["small-strike"]?.size == 1_000)
    #expect(battery.source == "stress-battery.yaml")
  }

  @Test(
    "what is wrong is told with its line and the way out",
    arguments: [
      ("shocks:\n  new: {title: a, kind: host-lat, size: 5, source: b}", ":2: error: "),
      ("shocks:\n  new: {title: a, kind: host-late, size: 500, source: b}", "0 to 120"),
      ("shocks:\n  new: {title: a, kind: others-stop, size: 5, source: b}", "size"),
      ("shocks:\n  new: {title: a, kind: others-stop, size: 5%}", "source"),
      ("shocks:\n  host-late: {range: 5 to 2}", "0 to 36"),
      ("shocks:\n  Bad Name: {use: no}", "no identifier"),
      ("shocks:\n  combination: {of: [host-lat]}", "did you mean 'host-late'?"),
      ("signal: {line: 200%, stress-line: 5%, source: x}", "no probability"), ("shock: {}", "shocks"),
    ])
  func errors(text: String, part: String) {
    guard case .failure(let error) = read(text) else {
      Issue.record("read \(text)")
      return
    }
    #expect("\(error)".contains(part) && "\(error)".contains("stress-battery.yaml:"), "\(error)")
  }
}
