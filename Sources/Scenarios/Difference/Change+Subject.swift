import Finance
import Records
import Tabular

extension Change {
  /// What a change speaks of: changes of one subject say the same thing with other values, and are told as one.
  struct Subject: Hashable, Comparable {
    /// The word of its kind in a file.
    let word: String
    /// The contributor, fund, currency, post or line it names.
    let names: [String]

    static func < (left: Subject, right: Subject) -> Bool {
      left.word == right.word
        ? left.names.lexicographicallyPrecedes(right.names) : left.word < right.word
    }

    var text: String { ([word] + names).joined(separator: " ") }
  }

  var subject: Subject {
    typealias Word = ChangeReader.Word
    func subject(_ word: Word, _ names: String?...) -> Subject {
      Subject(word: word.rawValue, names: names.compactMap { $0 })
    }
    return switch kind {
    case .setContribution(let gift): subject(.setContribution, gift.contributor, gift.fund)
    case .collectLevels(let levels): subject(.collectLevels, levels.fund, levels.group?.rawValue)
    case .keepAgreements(let keep): subject(.keepAgreements, keep.contributor)
    case .payLate(let late): subject(.payLate, late.contributor)
    case .payIn(let pay): subject(.payIn, pay.contributor)
    case .exchangeShock(let shock): subject(.exchangeShock, shock.currency.code)
    case .addPosts(let add): subject(.addPosts, add.post.id)
    case .endInKind(let end): subject(.endInKind, end.contributor, end.what)
    case .scalePlan(let scale): subject(.scalePlan, scale.fund, scale.line)
    }
  }

  /// Whether two changes say the same, wherever they are written.
  func isSame(as other: Change) -> Bool {
    guard case .addPosts(let left) = kind, case .addPosts(let right) = other.kind else {
      return kind == other.kind
    }
    return left.count == right.count && left.post.plain == right.post.plain
  }
}

extension Post {
  /// The post without where and since when it is written.
  fileprivate var plain: Post {
    Post(
      id: id, grade: grade, fund: fund, from: from, to: to, yearlyCost: yearlyCost,
      noticeMonths: noticeMonths, separationCost: separationCost,
      provenance: Provenance(
        source: provenance.source, knownOn: .endOfYear(1), location: SourceLocation(file: "", line: 1)))
  }
}
