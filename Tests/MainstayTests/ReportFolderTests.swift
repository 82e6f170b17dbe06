import Foundation
import Testing

@testable import Mainstay

@Suite("Where a report is written") struct ReportFolderTests {
  private let folder: TemporaryFolder
  private let report: Report

  init() throws {
    folder = try TemporaryFolder()
    try NewBook(id: "icc").write(to: folder.path("book"))
    report = try MainJob(
      scenario: folder.path("book/baseline.yaml"), overrides: ScenarioOverrides(paths: 8, horizon: 2027),
      threads: 2
    ).run()
  }

  private var environment: ReportFile { RunEnvironment(threads: 2).file }

  @Test("files of an earlier report that the new one does not have are removed, others stay")
  func replaces() throws {
    let place = ReportFolder(folder.path("out/deep"))
    try place.write(report, environment: environment)
    let manifest = try folder.text("out/deep/run.json")
    try folder.write("old", to: "out/deep/old.csv")
    try folder.write("mine", to: "out/deep/mine.txt")
    try folder.write(
      manifest.replacingOccurrences(of: "\"mandate.csv\"", with: "\"old.csv\""), to: "out/deep/run.json")
    try place.write(report, environment: environment)
    #expect(
      try folder.names("out/deep") == (report.files.map(\.name) + ["environment.json", "mine.txt"]).sorted())
    #expect(try folder.text("out/deep/run.json") == manifest)
  }

  @Test("a folder of other files, a file and an empty name are refused")
  func refuses() throws {
    #expect(throws: FolderError.self) { try ReportFolder(folder.path("book")).checkMayWrite() }
    #expect(throws: FolderError.self) { try ReportFolder(folder.path("book/centre.yaml")).checkMayWrite() }
    #expect(throws: FolderError.self) { try ReportFolder("").checkMayWrite() }
    #expect(throws: Never.self) { try ReportFolder(folder.path("new")).checkMayWrite() }
  }

  @Test("where one file cannot be written none is, and what stood there stands")
  func whole() throws {
    let place = ReportFolder(folder.path("out"))
    try place.write(report, environment: environment)
    let before = try folder.names("out")
    let files = [ReportFile(name: "report.txt", text: "new"), ReportFile(name: "no/such.csv", text: "new")]
    #expect(throws: FolderError.self) { try FileWriter(folder: folder.path("out")).write(files) }
    #expect(try folder.names("out") == before)
    #expect(try folder.text("out/report.txt") == report.text)
  }

  @Test("a link in the folder is replaced, not followed")
  func link() throws {
    try folder.write("precious", to: "precious.txt")
    let place = ReportFolder(folder.path("out"))
    try place.write(report, environment: environment)
    try FileManager.default.removeItem(atPath: folder.path("out/report.txt"))
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("out/report.txt"), withDestinationPath: folder.path("precious.txt"))
    try place.write(report, environment: environment)
    #expect(try folder.text("precious.txt") == "precious")
    #expect(try folder.text("out/report.txt") == report.text)
  }

  @Test("the default folder is that of centre and scenario")
  func defaultFolder() {
    #expect(ReportFolder(centre: "icc", scenario: "a--b").path == "Reports/icc/a--b")
  }

  @Test("the environment names library and machine, and no manifest lists it")
  func environmentFile() throws {
    #expect(environment.name == "environment.json")
    #expect(environment.text.contains("libopenblas"))
    #expect(RunEnvironment.cores >= 1)
    let place = ReportFolder(folder.path("out"))
    try place.write(report, environment: environment)
    #expect(try !RunManifest.read(folder: place.path).files.map(\.name).contains("environment.json"))
  }
}
