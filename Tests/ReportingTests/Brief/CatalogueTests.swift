import Foundation
import OrderedCollections
import Records
import Testing

@testable import Reporting

/// The laws of the brief's wording.
@Suite("message catalogues of the brief")
struct CatalogueTests {
  private func places(_ template: String) -> Set<String> {
    Set(
      MessageCatalogue.pieces(template).compactMap { piece in
        if case .place(let name) = piece { name } else { nil }
      })
  }

  private func words(_ template: String) -> String {
    MessageCatalogue.pieces(template).map { piece in
      if case .words(let text) = piece { text } else { "\u{3000}" }
    }.joined()
  }

  @Test("every language words every message and no other", arguments: BriefLanguage.allCases)
  func whole(language: BriefLanguage) throws {
    let catalogue = try MessageCatalogue(language)
    #expect(catalogue.templates.count >= BriefMessage.allCases.count)
    #expect(catalogue.templates.allSatisfy { !$0.value.isEmpty })
  }

  @Test("a missing message, one that is used nowhere and one that is no text are refused by name")
  func broken() throws {
    let whole = String(decoding: PackageResources.messages_en_yaml, as: UTF8.self)
    func refusal(_ text: String) -> String {
      do {
        _ = try MessageCatalogue(messages: Array(text.utf8), phrases: nil, file: "messages-xx.yaml")
        return ""
      } catch {
        return error.description
      }
    }
    #expect(refusal(whole).isEmpty)
    let without = whole.split(separator: "\n").filter { !$0.hasPrefix("disclaimer:") }
    #expect(refusal(without.joined(separator: "\n")).contains("message 'disclaimer' is missing"))
    #expect(refusal(whole + "greeting: \"Hello\"\n").contains("message 'greeting' is used nowhere"))
    #expect(refusal(whole + "greeting: [a, b]\n").contains("'greeting' is no text"))
  }

  @Test("no message is unused: each stands in a source file of the brief")
  func used() throws {
    let folder = URL(fileURLWithPath: BriefSamples.root + "/Sources/Reporting/Brief")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    let sources = try files.filter {
      $0.pathExtension == "swift" && $0.lastPathComponent != "BriefMessage.swift"
    }.map { try String(contentsOf: $0, encoding: .utf8) }.joined()
    #expect(files.count > 10)
    let names = Set(sources.split { !$0.isLetter && !$0.isNumber && $0 != "." }.map(String.init))
    for message in BriefMessage.allCases {
      #expect(names.contains(".\(message)"), "message \(message.rawValue) is used nowhere")
    }
  }

  @Test("a place of one language is a place of the other; the wording for one has no other places")
  func samePlaces() throws {
    let catalogues = try BriefLanguage.allCases.map { try MessageCatalogue($0) }
    for message in BriefMessage.allCases {
      let sets = catalogues.map { places($0.template(message)) }
      #expect(Set(sets).count == 1, "\(message.rawValue): \(sets)")
      for catalogue in catalogues {
        let one = places(catalogue.template(message, count: 1))
        #expect(one.isSubset(of: sets[0]), "\(message.rawValue)-one: \(one)")
      }
    }
  }

  @Test("no Latin sentence stands in the Chinese catalogue, and its marks are full-width")
  func chinese() throws {
    let catalogue = try MessageCatalogue(.chinese)
    for (key, template) in catalogue.templates {
      let text = words(template)
      let runs = text.split { !($0.isASCII && ($0.isLetter || $0 == " ")) }
      for run in runs {
        let latin = run.split(separator: " ").filter { $0.count > 1 }
        #expect(latin.count < 2, "\(key): '\(run)'")
      }
      #expect(!text.contains { ",;:?!()".contains($0) }, "\(key): \(text)")
      let letters = text.unicodeScalars.filter(\.properties.isAlphabetic)
      #expect(letters.isEmpty || letters.contains { $0.value >= 0x4E00 }, "\(key)")
    }
  }

  @Test("the terms of the official documents are used")
  func terms() throws {
    let catalogue = try MessageCatalogue(.chinese)
    let all = catalogue.templates.values.joined() + catalogue.phrases.values.joined()
    for term in [
      "预算外资源", "年度预算捐款", "自愿财政捐款", "实物支持", "无偿借调", "东道国", "最不发达国家", "理事会", "秘书处",
      "方案支助费用", "业务储备金", "非正式译文",
    ] {
      #expect(all.contains(term), "\(term)")
    }
  }

  @Test("every member and observer of the shipped books that is a government has its Chinese name")
  func names() throws {
    let words = try BriefWords(.chinese)
    for book in ["apctt", "un-technology-bank", "escap-technical-cooperation"] {
      let loaded = try BookLoader.load(folder: "\(BriefSamples.root)/Scenarios/\(book)", asOf: nil)
      let left = loaded.contributors.values.filter {
        $0.kind == .government && words.phrase($0.name) == $0.name
      }
      // A territory stands as the book has it.
      #expect(left.map(\.name).allSatisfy { $0 == "New Caledonia" }, "\(left.map(\.name))")
    }
    #expect(words.phrase("India") == "印度" && words.phrase("Iran (Islamic Republic of)") == "伊朗伊斯兰共和国")
    #expect(words.phrase("Atlantis") == "Atlantis")
  }

  @Test("what is filled in is not read again, and a place without a value shows")
  func filling() throws {
    let words = try BriefWords(.english)
    #expect(
      words(.mandateScopeFund, ["fund": "{paths} of {fund}"]) == "fund {paths} of {fund}")
    #expect(words(.mandateScopeFund) == "fund {fund}")
    #expect(MessageCatalogue.pieces("a {b} c {d") == [.words("a "), .place("b"), .words(" c {d")])
    #expect(words(.answerRests, count: 1, ["assumed": "0"]).hasPrefix("This rests on one row"))
    #expect(words(.answerRests, count: 2, ["rows": "2"]).hasPrefix("This rests on 2 rows"))
  }
}
