import Foundation
import Synchronization
import Testing

@testable import Mainstay

@Suite("The battery within a run") struct StressJobTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try NewBook(id: "icc").write(to: folder.path("book"))
  }

  private func job(threads: Int) -> MainJob {
    MainJob(
      scenario: folder.path("book/baseline.yaml"), overrides: ScenarioOverrides(paths: 16, horizon: 2027),
      threads: threads)
  }

  @Test("what is done rises to all there is to do, futures of the run and of every shock")
  func progress() throws {
    let seen = Mutex<[(done: Int, of: Int)]>([])
    _ = try job(threads: 1).run(
      formats: [.html], progress: { done, all in seen.withLock { $0.append((done, all)) } })
    let steps = seen.withLock { $0 }
    let shocks = try BatteryReader.battery(folder: folder.path("book")).shocks.count
    #expect(steps.allSatisfy { $0.of == 16 * (shocks + 2) })
    #expect(zip(steps, steps.dropFirst()).allSatisfy { $0.done <= $1.done })
    #expect(steps.last?.done == 16 * (shocks + 2))
    #expect(steps.count > shocks)
  }

  @Test("the same on one and more threads; without a book's folder page and workbook tell of no battery")
  func threads() throws {
    let formats: Set<ReportFormat> = [.html, .xlsx]
    let one = try job(threads: 1).run(formats: formats)
    #expect(one.files == (try job(threads: 3).run(formats: formats)).files)
    func page(_ report: Report) throws -> String {
      try #require(report.files.first { $0.name == "report.html" }).text
    }
    #expect(try page(one).contains("Under stress"))
    let prepared = try job(threads: 1).prepare()
    let bare = try PreparedRun(prepared.assumptions.scenario, book: prepared.assumptions.book)
    #expect(try !page(bare.report(threads: 1, formats: formats)).contains("Under stress"))
  }
}
