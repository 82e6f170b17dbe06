import Finance
import Foundation
import Records
import Tabular
import Testing

/// Seeded damage to a valid book: reading it ends in a book or in problems, never in a crash.
@Suite("Random damage")
struct FuzzTests {
  /// A linear congruential generator: the same damage on every machine.
  private struct Dice {
    var state: UInt64

    mutating func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % sides
    }
  }

  private static let favourites = Array(",\"\n\r\t;:-&*!{}[]#'=.0Zé\u{0}\u{FEFF}".utf8) + [0xFF, 0xC0, 0x80]

  @Test("of a few bytes in any file", arguments: [1, 2, 3, 4] as [UInt64])
  func bytes(seed: UInt64) throws {
    let book = try TemporaryBook()
    let names = try FileManager.default.contentsOfDirectory(atPath: book.folder.path).sorted()
    var dice = Dice(state: seed)
    for _ in 0..<100 {
      let name = names[dice.roll(names.count)]
      let whole = try book.bytes(name)
      try book.write(damaged(whole, &dice), to: name)
      let (read, problems) = BookLoader.check(folder: book.folder.path)
      if read == nil { #expect(problems.contains { $0.severity == .error }) }
      #expect(problems.allSatisfy { $0.location.line >= 1 && !$0.what.contains("\n") })
      _ = try? BookLoader.load(folder: book.folder.path, asOf: CalendarDate(year: 2020, month: 1, day: 1))
      try book.write(whole, to: name)
    }
  }

  private func damaged(_ bytes: [UInt8], _ dice: inout Dice) -> [UInt8] {
    var bytes = bytes
    for _ in 0...dice.roll(6) where !bytes.isEmpty {
      let place = dice.roll(bytes.count)
      let byte = FuzzTests.favourites[dice.roll(FuzzTests.favourites.count)]
      switch dice.roll(5) {
      case 0: bytes[place] = byte
      case 1: bytes.insert(byte, at: place)
      case 2: bytes.remove(at: place)
      case 3: bytes.removeSubrange(place..<min(bytes.count, place + dice.roll(40)))
      default: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + dice.roll(60))], at: place)
      }
    }
    return bytes
  }
}
