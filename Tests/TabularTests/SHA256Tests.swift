import Tabular
import Testing

/// FIPS 180-4 examples and vectors of NIST's CAVP (SHA256ShortMsg).
@Suite("SHA-256")
struct SHA256Tests {
  @Test(
    "published digests",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      (
        "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
        "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
      ),
    ])
  func published(text: String, digest: String) { #expect(SHA256.hexDigest(of: text.utf8) == digest) }

  @Test("one byte, and a million letters a")
  func extremes() {
    #expect(
      SHA256.hexDigest(of: [0xd3] as [UInt8])
        == "28969cdfa74a12c82f3bad960b0b000aca2ac329deea5c2328ebc6f2ba9802c1")
    #expect(
      SHA256.hexDigest(of: [UInt8](repeating: 97, count: 1_000_000))
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test("parts of any size make the same digest")
  func parts() {
    let bytes = (0..<500).map { UInt8(truncatingIfNeeded: $0 * 7) }
    let whole = SHA256.hexDigest(of: bytes)
    for size in [1, 3, 55, 56, 63, 64, 65, 128, 499] {
      var hash = SHA256()
      for start in stride(from: 0, to: bytes.count, by: size) {
        hash.update(bytes[start..<min(bytes.count, start + size)])
      }
      #expect(hash.finish() == whole)
    }
  }
}
