import Foundation
import Testing

@testable import Mainstay

@Suite("Shards that do not belong together") struct PartialRefusalTests {
  private let shards: Shards

  /// Two shards that do.
  init() throws {
    shards = try Shards()
    try shards.make("1/2", as: "a")
    try shards.make("2/2", as: "b")
    try #require(shards.refusal(["a", "b"]) == nil)
  }

  private func refusal(of other: String) -> String? { shards.refusal(["a", other]) }

  private static func apart(_ what: String, _ first: String, _ second: String) -> String {
    "a and c are not of one simulation: \(what) is \(first) in the first and \(second) in the second; "
      + "simulate one of them again as the other"
  }

  @Test("another seed, number of futures, horizon and number of shards are refused, both values shown")
  func options() throws {
    try shards.make("2/2", as: "c", shards.overrides(seed: 8))
    #expect(refusal(of: "c") == PartialRefusalTests.apart("seed", "9", "8"))
    try shards.make("2/2", as: "c", shards.overrides(paths: 701))
    #expect(refusal(of: "c") == PartialRefusalTests.apart("number of futures", "700", "701"))
    try shards.make("2/2", as: "c", shards.overrides(horizon: 2028))
    #expect(refusal(of: "c") == PartialRefusalTests.apart("horizon", "2027", "2028"))
    try shards.make("2/3", as: "c")
    #expect(refusal(of: "c") == PartialRefusalTests.apart("number of shards", "2", "3"))
  }

  @Test("other inputs are refused, with the digests of both")
  func inputs() throws {
    let budget = try shards.folder.text("book/budget.csv")
    let before = SHA256.hexDigest(of: Array(budget.utf8))
    let changed = budget.replacingOccurrences(of: ",16000,", with: ",16001,")
    try shards.folder.write(changed, to: "book/budget.csv")
    let now = SHA256.hexDigest(of: Array(changed.utf8))
    #expect(
      shards.refusal(["a", "b"])
        == "a: was made when SHA-256 of budget.csv was \(before), now it is \(now); restore what it was, "
        + "or simulate all shards again")
    try shards.make("2/2", as: "c")
    #expect(refusal(of: "c") == PartialRefusalTests.apart("SHA-256 of budget.csv", before, now))
    try FileManager.default.removeItem(atPath: shards.folder.path("book/levels.csv"))
    #expect(shards.refusal(["a", "b"])?.contains("SHA-256 of budget.csv") == true)
    try shards.folder.write(budget, to: "book/budget.csv")
    #expect(shards.refusal(["a", "b"])?.contains("now it is none, there is no such file; ") == true)
  }

  @Test("another fit and another layout are refused")
  func fit() throws {
    let fit = try PartialFile(path: shards.folder.path("b")).header.fit
    let other = String(fit.reversed())
    try shards.edit("b", as: "c", fit, other)
    #expect(refusal(of: "c") == PartialRefusalTests.apart("SHA-256 of the fit", fit, other))
    try shards.edit("a", as: "d", fit, other)
    #expect(shards.refusal(["d", "c"])?.contains("d: was made when SHA-256 of the fit was \(other)") == true)
    try shards.edit("b", as: "c", "\"months\" : 24", "\"months\" : 25")
    #expect(refusal(of: "c")?.contains("layout is ") == true)
  }

  @Test("another version is refused, both shown, even where it writes another header")
  func version() throws {
    let ours = RunManifest.version
    try shards.edit("b", as: "c", "\"version\" : \"\(ours)\"", "\"version\" : \"9.8.7\"")
    #expect(refusal(of: "c") == "c: it was made by mainstay 9.8.7, this is \(ours); simulate the shard again")
    try shards.edit("c", as: "d", "\"paths\"", "\"futures\"")
    #expect(refusal(of: "d") == "d: it was made by mainstay 9.8.7, this is \(ours); simulate the shard again")
    try shards.edit("b", as: "c", "\"schema\" : \(RunManifest.schema)", "\"schema\" : 99")
    #expect(
      refusal(of: "c")
        == "c: its schema is 99, this version reads \(RunManifest.schema); simulate the shard again")
  }

  /// Where the second of two shards of 700 futures begins: shards are whole blocks.
  private static let cut = PathBlock.capacity

  @Test("missing and doubled shards are named")
  func complete() throws {
    #expect(
      shards.refusal(["b"])
        == "1 of 2 shards are named, without 1/2; simulate them with --shard and name all 2")
    #expect(
      shards.refusal(["a", "b", "a"])
        == "a and a both hold shard 1/2, futures 1 to \(Self.cut); name each shard once")
    #expect(shards.refusal([]) == "no partial is named; name every shard")
    try shards.make("9/40", as: "c")
    #expect(
      shards.refusal(["c"])
        == "1 of 40 shards are named, without 1/40, 2/40, 3/40, 4/40, 5/40 and 34 more; simulate them with "
        + "--shard and name all 40")
  }

  @Test("overlapping shards are refused: what a shard holds follows from its number")
  func overlapping() throws {
    try shards.edit("b", as: "c", "\"firstPath\" : \(Self.cut)", "\"firstPath\" : 0")
    #expect(
      refusal(of: "c")
        == "c: it says \(700 - Self.cut) futures from 0, shard 2/2 of 700 holds \(700 - Self.cut) from \(Self.cut); "
        + "simulate the shard again")
  }

  @Test("futures this program does not draw are found out, though every digest is right")
  func otherFutures() throws {
    try shards.make("2/2", as: "c", shards.overrides(seed: 8))
    try shards.edit("c", as: "d", "\"seed\" : 8", "\"seed\" : 9")
    let said = try #require(refusal(of: "d"))
    #expect(said.hasPrefix("d: holds other futures than this program draws: number "))
    #expect(said.contains(" of future \(Self.cut + 1) is ") && said.hasSuffix("with one build of mainstay"))
  }
}
