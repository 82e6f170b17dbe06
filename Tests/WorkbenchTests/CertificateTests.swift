import Foundation
import Testing
import Workbench

@Suite("The certificate")
struct CertificateTests {
  static let certificate = Certificate()

  @Test("every set reaches thirteen digits", arguments: certificate.regressions.indices)
  func regressions(_ index: Int) {
    let entry = CertificateTests.certificate.regressions[index]
    #expect(entry.isReached, "\(entry.name): \(entry.least)")
  }

  @Test("so does everything else, and the verdict says so on the last line")
  func verdict() {
    let certificate = CertificateTests.certificate
    #expect(certificate.shortfalls == [])
    #expect(certificate.isReached == certificate.shortfalls.isEmpty)
    #expect(certificate.text.split(separator: "\n").allSatisfy { $0.count <= 96 })
    #expect(certificate.text.hasSuffix("\n" + certificate.verdict + "\n"))
    #expect(certificate.regressions.count == 11 && certificate.samples.count == 9)
    #expect(certificate.anovas.count == 11 && certificate.blocks.right == certificate.blocks.all)
  }

  @Test("JSON can be read")
  func json() throws {
    let object = try JSONSerialization.jsonObject(with: Data(CertificateTests.certificate.json.utf8))
    let keys = try #require(object as? [String: Any])
    #expect(keys["passed"] as? Bool == CertificateTests.certificate.isReached)
    #expect((keys["linear"] as? [Any])?.count == 11)
  }
}
