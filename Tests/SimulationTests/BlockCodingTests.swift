import TestSupport
import Testing

@testable import Simulation

@Suite("blocks as bytes")
struct BlockCodingTests {
  private let layout: PathLayout
  private let coding: BlockCoding

  init() throws {
    layout = PathLayout(try assumptions())
    coding = BlockCoding(layout)
  }

  /// Columns of every kind of spread, by turns: none, minus zero, few different numbers, many, as far as they may go.
  private func block(paths: Int) -> PathBlock {
    let block = PathBlock(columns: layout.count)
    block.begin(0, of: paths)
    var random = Draws(state: 7)
    for column in 0..<layout.count {
      let isOfGiver = column >= layout.received(giver: 0, year: 0)
      let limit = isOfGiver ? (BlockCoding.limit / Double(layout.givers)).rounded(.down) : BlockCoding.limit
      for path in 0..<paths {
        let share = random.uniform()
        let value: Double =
          switch column % 9 {
          case 0: -12_345
          case 1: share < 0.5 ? -0.0 : 3
          case 2: share < 0.3 ? 0 : 40_000_000_000
          case 3: (share * 200).rounded(.down) * 1_000_003 - 7
          case 4: (share * 1e6).rounded()
          case 5: share < 0.5 ? -limit : limit
          case 6: ((share - 0.5) * 2 * limit).rounded(.towardZero)
          case 7: Double(path % 2)
          default: Double(path)
          }
        block.place(column, 0)[path] = value
      }
    }
    return block
  }

  private func decode(_ bytes: [UInt8], paths: Int) -> PathBlock? {
    let block = PathBlock(columns: layout.count)
    block.begin(0, of: paths)
    let whole = bytes + [UInt8](repeating: 0xFF, count: BlockCoding.margin)
    return whole.withUnsafeBytes { coding.decode($0, into: block) } ? block : nil
  }

  @Test("every number comes back bit by bit", arguments: [1, 2, 7, 8, 255, 256])
  func exact(paths: Int) throws {
    let block = block(paths: paths)
    let bytes = try coding.encode(block)
    #expect(bytes.count <= coding.mostBytes)
    let again = try #require(decode(bytes, paths: paths))
    for column in 0..<layout.count {
      #expect(again.values(column).map(\.bitPattern) == block.values(column).map(\.bitPattern), "\(column)")
    }
  }

  @Test("what a simulation draws comes back bit by bit, in less than a third of the room")
  func drawn() throws {
    let paths = PathBlock.capacity + 44
    let source = SimulatedPaths(try assumptions(.sample(paths: paths)))
    var reader = try source.reader()
    for index in 0..<2 {
      let block = PathBlock(columns: layout.count)
      block.begin(index, of: paths)
      try reader.read(block)
      let bytes = try coding.encode(block)
      #expect(bytes.count < layout.count * block.count * 8 / 3)
      let again = PathBlock(columns: layout.count)
      again.begin(index, of: paths)
      let whole = bytes + [UInt8](repeating: 0, count: BlockCoding.margin)
      #expect(whole.withUnsafeBytes { coding.decode($0, into: again) })
      for column in 0..<layout.count {
        #expect(again.values(column).map(\.bitPattern) == block.values(column).map(\.bitPattern))
      }
    }
  }

  @Test("an amount that is not whole, or too large to be summed, is not stored")
  func refuses() throws {
    for value in [0.5, .nan, .infinity, -.infinity, 0x1p60, -0x1.8p51, .leastNonzeroMagnitude] {
      let block = block(paths: 9)
      block.place(layout.count - 1, 0)[8] = value
      #expect(throws: SimulationError.self, "\(value)") { try coding.encode(block) }
    }
  }

  @Test("amounts that are small enough alone and not together are refused, written and read")
  func together() throws {
    func block(_ amounts: [Double]) -> PathBlock {
      let block = PathBlock(columns: layout.count)
      block.begin(0, of: 9)
      for (giver, amount) in amounts.enumerated() {
        for path in 0..<9 { block.place(layout.received(giver: giver, year: 1), 0)[path] = amount }
      }
      return block
    }
    #expect(throws: SimulationError.self) { try coding.encode(block([0x1p50, 0x1p50, -1])) }
    let bytes = try coding.encode(block([0x1p50, 0x1p49, 12_345]))
    let old = withUnsafeBytes(of: Int64(12_345).littleEndian) { Array($0) }
    let place = try #require((0...bytes.count - 8).first { Array(bytes[$0..<$0 + 8]) == old })
    for (amount, isBlock) in [
      (Int64(1) << 49, true), (-(1 << 49), true), (1 << 49 + 1, false), (-(1 << 50), false),
    ] {
      var other = bytes
      other.replaceSubrange(place..<place + 8, with: withUnsafeBytes(of: amount.littleEndian) { Array($0) })
      #expect((decode(other, paths: 9) != nil) == isBlock, "\(amount)")
    }
  }

  @Test("bytes cut off anywhere, or with something behind them, are no block")
  func cut() throws {
    let bytes = try coding.encode(block(paths: 7))
    for size in 0..<bytes.count { #expect(decode(Array(bytes[..<size]), paths: 7) == nil, "\(size)") }
    #expect(decode(bytes + [0], paths: 7) == nil)
    #expect(decode(bytes, paths: 8) == nil)
  }

  @Test("altered bytes are no block, or one of whole amounts within bounds: never a crash")
  func altered() throws {
    let bytes = try coding.encode(block(paths: 5))
    var random = Draws(state: 8)
    for place in stride(from: 0, to: bytes.count, by: 3) {
      for value in [0, 1, 54, 55, 64, 65, 66, 127, 128, 255, UInt8(random.uniform() * 256)] {
        var other = bytes
        other[place] = value
        guard let block = decode(other, paths: 5) else { continue }
        let all = (0..<layout.count).flatMap { Array(block.values($0)) }
        #expect(all.allSatisfy { $0 == $0.rounded() && $0.magnitude <= BlockCoding.limit })
      }
    }
  }

  @Test("packed numbers of every width come back")
  func packed() {
    for width in 0...PackedNumbers.widest {
      let numbers = (0..<19).map { UInt64($0) &* 0x9E37_79B9_7F4A_7C15 & ((1 << UInt64(width)) - 1) }
      let size = PackedNumbers.bytes(19, width: width)
      var bytes = [UInt8](repeating: 0xAA, count: size + 8)
      var again: [UInt64] = []
      bytes.withUnsafeMutableBytes { buffer in
        guard let place = buffer.baseAddress else { return }
        PackedNumbers.write(19, width: width, to: place) { numbers[$0] }
        PackedNumbers.read(19, width: width, from: place) { _, number in again.append(number) }
      }
      #expect(again == numbers)
    }
  }
}

/// Numbers between 0 and 1 that look random (SplitMix64).
private struct Draws {
  var state: UInt64

  mutating func uniform() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return Double((bits ^ (bits >> 31)) >> 11) * 0x1p-53
  }
}
