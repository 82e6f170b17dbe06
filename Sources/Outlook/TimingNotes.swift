import Finance
import Giving
import OrderedCollections
import Records

/// What a result rests on about when money comes: who said so, and counted from how much.
struct TimingNotes {
  let timing: GivingTiming
  let settings: GivingSettings
  let book: Book
  let givers: [GiverPlan]

  var all: [Note] { [collection, onTime] + late + own + overdue + habit }

  private var collection: Note {
    if let stated = settings.defaultProbability {
      return Note(
        "An instalment is never paid with probability \(percent(stated)).", source: "assumption: scenario")
    }
    let model = timing.collection
    return Note(
      "An instalment is never paid with probability \(percent(model.neverChance)), and only in part with "
        + "\(percent(model.inPartChance)): then \(percent(model.share.mean)) of it on average. The longer "
        + "it is overdue, the likelier it is never paid.",
      source: model.source)
  }

  private var onTime: Note {
    if let stated = settings.onTimeProbability {
      return Note(
        "An instalment is paid in the month it is due with probability \(percent(stated)).",
        source: "assumption: scenario")
    }
    let crowd = timing.lateness.crowd.onTime
    return Note(
      "An instalment is paid in the month it is due with probability \(percent(crowd.mean)), where the book "
        + "shows no payments of the contributor's own; what the crowd does counts as "
        + "\(decimal(crowd.yes + crowd.no)) of these.",
      source: timing.lateness.source)
  }

  private var late: [Note] {
    if let months = settings.meanMonthsLate {
      let text = "A late instalment is \(decimal(months)) months late on average."
      return [Note(text, source: "assumption: scenario")]
    }
    let crowd = timing.lateness.crowd
    return [
      Note(
        "Of what is late, \(percent(crowd.notThisYear.mean)) is open for more than "
          + "\(LatenessBelief.lastMonth) months; it then has a chance of \(percent(crowd.arrears.mean)) a "
          + "month to be caught up. Arrears paid are not revenue again.",
        source: timing.lateness.source)
    ]
  }

  /// Where the book's own dated receipts speak.
  private var own: [Note] {
    guard settings.onTimeProbability == nil else { return [] }
    return timing.records.map { own in
      let name = book.contributors[own.contributor]?.name ?? own.contributor
      let chance = timing.belief(of: own.contributor).onTime.mean
      return Note(
        "\(name) paid \(own.record.onTime) of \(own.record.instalments) instalments in or before their "
          + "month: the next one with probability \(percent(chance)).",
        source: "receipts under agreements in contributions.csv, and \(timing.lateness.name)")
    }
  }

  /// Before its own crowd was counted, a run falls back by rule and says so.
  private var overdue: [Note] {
    guard timing.lateness.dataYear == nil else { return [] }
    return [
      Note(
        "Nothing counted on lateness was known on the as-of date: a plain assumption stands in its place.",
        source: "assumption: no parameters newer than the as-of date are used")
    ]
  }

  private var habit: [Note] {
    let watched = timing.calendars.filter(\.seenMonthly).map(\.fund)
    var notes = [
      Note(
        "A gift by habit may come in any month of its year, each as likely before the ledger is read.",
        source: "assumption: model default")
    ]
    if !watched.isEmpty {
      notes.append(
        Note(
          "Fund \(watched.joined(separator: ", ")): gifts are known by day, so months that pass without one "
            + "make one in the same year less likely.",
          source: "contributions.csv"))
    }
    return notes
  }

  private func decimal(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}
