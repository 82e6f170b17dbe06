import Finance
import Records
import Simulation
import Tabular

/// Speaks one language: messages, names, amounts, dates and lists, each formatted in one place.
struct BriefWords: Sendable {
  let language: BriefLanguage
  private let catalogue: MessageCatalogue

  /// Longest free text of a book that a brief shows.
  static let longest = 400

  /// - Throws: what `MessageCatalogue` throws.
  init(_ language: BriefLanguage) throws(BookError) {
    self.language = language
    catalogue = try MessageCatalogue(language)
  }

  /// A message with its places filled in. What is filled in is not read again: braces in a name stay braces.
  func callAsFunction(
    _ message: BriefMessage, count: Int? = nil, _ values: KeyValuePairs<String, String> = [:]
  ) -> String {
    var text = ""
    for piece in MessageCatalogue.pieces(catalogue.template(message, count: count)) {
      switch piece {
      case .words(let words): text += words
      case .place(let name):
        let value = values.first { $0.key == name }?.value ?? "{\(name)}"
        // No blank is left where there is nothing to fill in.
        if value.isEmpty, text.last == " " { text.removeLast() }
        text += value
      }
    }
    return text
  }

  /// Free text of a book in this language where it is known, else as the book has it: marks that turn the direction
  /// of reading are shown as their code point, what is very long is cut.
  func phrase(_ text: String) -> String {
    if let known = catalogue.phrases[text] { return grouped(known) }
    let plain = FreeText.shown(text)
    return plain.count > BriefWords.longest ? plain.prefix(BriefWords.longest) + "..." : plain
  }

  /// Blanks between digits hold a number together.
  private func grouped(_ text: String) -> String {
    var result = ""
    let characters = Array(text)
    for (index, character) in characters.enumerated() {
      let isInside =
        character == " " && index > 0 && index + 1 < characters.count
        && characters[index - 1].isNumber && characters[index + 1].isNumber
      result.append(isInside ? "\u{A0}" : character)
    }
    return result
  }

  // MARK: Numbers

  /// `870,000`, `870 000`: whole units.
  func units(_ cents: Double) -> String {
    let text = Number.units(cents)
    return language == .english ? text : text.split(separator: ",").joined(separator: "\u{A0}")
  }

  /// `USD 870,000`, `870 000 美元`.
  func money(_ cents: Double, _ currency: Currency) -> String {
    switch language {
    case .english: "\(currency)\u{A0}\(units(cents))"
    case .chinese: "\(units(cents))\u{A0}\(name(of: currency))"
    }
  }

  /// `100,000`, `100 000`.
  func whole(_ number: Int) -> String { units(Double(number) * 100) }

  /// `77.4 %`, `77.4%`.
  func percent(_ share: Double, places: Int = 1) -> String {
    let number = Number.decimal(share * 100, places: places)
    return language == .english ? "\(number)\u{A0}%" : "\(number)%"
  }

  /// `13 %`, `7.25 %`: as many decimals as it has.
  func rate(_ rate: Rate) -> String {
    percent(Double(rate.basisPoints) / 10_000, places: rate.basisPoints % 100 == 0 ? 0 : 2)
  }

  /// What stands between a name and what it is of.
  var colon: String { language == .english ? ": " : "：" }

  /// `US dollars` needs no name in English: its code; `美元`.
  func name(of currency: Currency) -> String {
    guard language == .chinese else { return currency.code }
    return switch currency.code {
    case "USD": "美元"
    case "EUR": "欧元"
    case "GBP": "英镑"
    case "CHF": "瑞士法郎"
    case "JPY": "日元"
    case "CNY": "人民币"
    case "INR": "印度卢比"
    default: currency.code
    }
  }

  // MARK: Days and lists

  /// `4 December 2020`, `2020年12月4日`.
  func date(_ date: CalendarDate) -> String {
    language == .english ? Wording.date(date) : "\(date.year)年\(date.month)月\(date.day)日"
  }

  /// `March 2021`, `2021年3月`.
  func month(_ month: Month) -> String {
    language == .english ? Wording.month(month) : "\(month.year)年\(month.number)月"
  }

  /// `a, b and c`, `a、b和c`.
  func list(_ words: [String]) -> String {
    guard language == .chinese else { return Wording.list(words) }
    guard words.count > 1, let last = words.last else { return words.first ?? "" }
    return words.dropLast().joined(separator: "、") + "和" + last
  }

  /// `about 1 in 4 futures`, with the rule of all our reports.
  func futures(_ frequency: Frequency) -> String {
    let share = frequency.probability
    func say(_ message: BriefMessage, _ number: Double) -> String {
      self(message, ["number": "\(Int(number.rounded()))"])
    }
    if frequency.count == 0 { return self(.futuresNone, ["paths": whole(frequency.paths)]) }
    if share < 0.005 { return self(.futuresRare) }
    if share >= 0.975 { return self(.futuresNearlyAll) }
    if share < 0.3 { return say(.futuresOneIn, 1 / share) }
    if share > 0.7 { return say(.futuresInHundred, (share * 20).rounded() * 5) }
    return say(.futuresInTen, share * 10)
  }
}
