import FoundationEssentials
import Mustache
import Tabular

/// `report.html`: a document as one page that needs no network, pictures drawn in it.
struct PageFile {
  static let name = "report.html"

  let document: Document

  /// - Throws: what the template engine throws where the template is at fault.
  var file: ReportFile {
    get throws { ReportFile(name: PageFile.name, text: try PageFile.template().render(context)) }
  }

  private static func template() throws -> MustacheTemplate {
    MustacheContentTypes.register(PageEscape(), named: PageEscape.name)
    return try MustacheTemplate(string: text(PackageResources.page_mustache))
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  private var context: [String: Any] {
    let parts = DocumentSections(document)
    let script = PageFile.text(PackageResources.page_js)
    return [
      "language": "en", "version": RunManifest.version, "title": parts.title.text,
      "style": PageFile.text(PackageResources.page_css), "script": script,
      "policy": PageFile.policy(script),
      "sections": parts.sections.enumerated().map { PageSection($1, number: $0 + 1).context },
    ]
  }

  /// Nothing is loaded, and no script runs but the page's own.
  private static func policy(_ script: String) -> String {
    let digest = Data(SHA256.digest(of: Array(script.utf8))).base64EncodedString()
    return "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-\(digest)'; base-uri 'none'; "
      + "form-action 'none'"
  }
}
