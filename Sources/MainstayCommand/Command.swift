import ArgumentParser
import Mainstay

@main
struct Command: ParsableCommand {
  @Argument var scenario: String
  @Option var paths: Int?
  @Option var threads: Int = 2
  @Option var output: String = "/tmp/out"
  func run() throws {
    do {
      let report = try MainJob(
        scenario: scenario, overrides: ScenarioOverrides(paths: paths), threads: threads
      ).run()
      print(report.text)
      for f in report.files { print(f.name, f.text.utf8.count) }
      try ReportFolder(output).write(report, environment: .init(name: "environment.json", text: "{}\n"))
    } catch {
      print("\(error)")
      throw error
    }
  }
}
