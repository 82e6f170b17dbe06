public import Decisions
public import Judgement
public import Measures
import Records
public import Reporting
import Scenarios

/// What questions of decision share: a prepared run, tried again and again.
public struct DecisionJob: Sendable {
  public let run: PreparedRun
  public let trial: Trial

  public init(_ run: PreparedRun, threads: Int) {
    (self.run, trial) = (run, Trial(run.assumptions, threads: threads))
  }

  /// - Throws: what `MainJob.prepare` throws.
  public init(_ job: MainJob) throws { self.init(try job.prepare(), threads: job.threads) }

  /// The names texts may use.
  public var names: PathNames { PathNames(run.assumptions) }

  /// - Throws: `UsageError` with the column and the nearest name.
  public func condition(_ text: String, option: String) throws(UsageError) -> Condition {
    do throws(PredicateError) {
      return try Condition(parsing: text, names.vocabulary)
    } catch {
      throw UsageError("\(option) '\(text)': \(error.description)")
    }
  }

  // MARK: Solve

  /// What one lever must be, or two together; `ask` among the levers means pledges of members.
  /// - Parameter progress: called with the number of simulations done.
  /// - Throws: `UsageError`, `QuestionError`, `DecisionError`, what a simulation throws, `Interrupted`.
  public func solve(
    _ levers: [String], soThat text: String, progress: @escaping @Sendable (Int) -> Void = { _ in },
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws -> DecisionPage {
    let condition = try condition(text, option: "--so-that")
    if levers == ["ask"] {
      let result = try Ask(trial, condition).solve(progress: progress, isCancelled: isCancelled)
      return AskPage(result, run.assumptions).page
    }
    let book = LeverBook(run.assumptions)
    var read: [(lever: Lever, range: ClosedRange<Int>)] = []
    for text in levers {
      do throws(DecisionError) {
        read.append(try book.lever(text))
      } catch {
        throw UsageError("--find: \(error.description)")
      }
    }
    if read.count == 2 {
      guard read[0].lever.name != read[1].lever.name else {
        throw UsageError("--find names '\(read[0].lever.name)' twice; name two levers, or one")
      }
      let frontier = try Frontier(
        trial, condition, first: read[0], second: read[1], progress: progress, isCancelled: isCancelled)
      return FrontierPage(frontier, run.assumptions).page
    }
    guard read.count == 1 else {
      throw UsageError("--find names \(read.count) levers; name one or two")
    }
    let solver = Solver(trial, condition, lever: read[0].lever, range: read[0].range)
    let solution = try solver.solve(progress: progress, isCancelled: isCancelled)
    let check = try SolutionCheck(solution, trial, isCancelled: isCancelled)
    return SolvePage(solution, run.assumptions, check: check).page
  }

  /// Every lever with what it is, a line each.
  public var leverList: String {
    let levers = LeverBook(run.assumptions).all
    let width = levers.map(\.name.count).max() ?? 0
    return levers.map { lever in
      let name = lever.name + String(repeating: " ", count: width - lever.name.count)
      return
        "  \(name)  \(lever.title), \(lever.text(lever.range.lowerBound)) to \(lever.text(lever.range.upperBound))\n"
    }.joined() + "  ask" + String(repeating: " ", count: max(0, width - 3))
      + "  pledges of members within their recommended levels\n"
  }

  // MARK: Stress

  /// The battery of the book's folder, put to the scenario.
  /// - Parameter folder: of the book.
  /// - Throws: `BookError` for a bad battery, `DecisionError`, what a simulation throws, `Interrupted`.
  public func stress(
    folder: String, progress: @escaping @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in },
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws -> DecisionPage {
    let battery = try BatteryReader.battery(folder: folder)
    let result = try StressTest(trial, battery).run(progress: progress, isCancelled: isCancelled)
    return StressPage(StressFindings(result, battery), run.assumptions).page
  }

  // MARK: Limits

  /// Which of the conditions hold, with what they came to.
  /// - Throws: `QuestionError`, what a simulation throws, `Interrupted`.
  public func holding(
    _ conditions: [Condition], isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws -> [String] {
    try conditions.compactMap { condition in
      let answers = try Questions(condition).answers(
        run.assumptions, threads: trial.threads, isCancelled: isCancelled)
      guard answers.holds(condition) else { return nil }
      let values = condition.quantities.compactMap { quantity in
        answers[quantity].map { "\(quantity) is \($0.value)" }
      }
      return "\(condition)"
        + (values.isEmpty ? " on the money expected" : ": \(values.joined(separator: ", "))")
    }
  }
}

/// A limit named with `--fail-on` is passed; everything was written as usual.
public struct LimitPassed: Error, Sendable, CustomStringConvertible {
  public let description: String
  public init(_ limits: [String]) {
    description = limits.map { "limit passed: \($0)" }.joined(separator: "\nmainstay: ")
  }
}
