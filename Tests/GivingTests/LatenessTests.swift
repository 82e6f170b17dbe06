import Finance
import Probability
import TestSupport
import Testing

@testable import Giving

@Suite("months from due to received")
struct LatenessTests {
  static let models = LatenessModel.learned + [.plain]

  /// A law of every set, and of every set after ten punctual and ten late payments of one's own.
  static let curves = models.flatMap { model -> [LatenessCurve] in
    var (punctual, slow) = (LatenessRecord(), LatenessRecord())
    for late in 0..<10 {
      punctual.addPaid(0)
      slow.addPaid(late + 5)
    }
    return [model.crowd, model.crowd.adding(punctual), model.crowd.adding(slow)].map(\.curve)
  }

  @Test("chances lie in 0 to 1, survival falls, all months and what is later add up to one")
  func laws() {
    for curve in LatenessTests.curves {
      #expect(curve.survival(0) == 1)
      var sum = 0.0
      for month in 0..<240 {
        #expect(curve.survival(month + 1) <= curve.survival(month) && (0...1).contains(curve.hazard(month)))
        sum += curve.survival(month) * curve.hazard(month)
      }
      #expect(abs(sum + curve.survival(240) - 1) < 1e-12)
    }
  }

  @Test("inversion and survival are one distribution, given any age", arguments: [0, 1, 4, 10, 11, 15])
  func inversion(age: Int) {
    for curve in LatenessTests.curves {
      let draws = (0..<4000).map { curve.months(atLeast: age, (Double($0) + 0.5) / 4000) }
      #expect(draws.allSatisfy { $0 >= age })
      for month in age..<age + 20 {
        let share = Double(draws.count { $0 >= month }) / 4000
        #expect(abs(share - curve.survival(month) / curve.survival(age)) <= 1 / 4000 + 1e-9, "\(month)")
      }
    }
  }

  @Test("where nothing should be open any more, it comes at once")
  func contradiction() {
    let punctual = LatenessCurve(onTime: 1, meanMonthsLate: 4)
    #expect(punctual.months(atLeast: 0, 0.5) == 0 && punctual.months(atLeast: 7, 0.5) == 7)
    let month = LatenessCurve(onTime: 0, meanMonthsLate: 1)
    #expect(month.months(atLeast: 0, 0.999) == 1 && month.months(atLeast: 30, 0.001) == 30)
  }

  @Test("the plain curve is 60 % and then a quarter of what is open, arrears too")
  func plain() {
    let curve = LatenessModel.plain.crowd.curve
    #expect(abs(curve.hazard(0) - 0.6) < 1e-12)
    for month in 1..<30 { #expect(abs(curve.hazard(month) - 0.25) < 1e-12, "\(month)") }
  }

  /// Honour roll and ST/ADM/SER.B, weighed by gifts to trust funds, as `Scripts/fit_timing.py` prints it.
  @Test("what was counted: of 1,351 assessments of 2019-2025 54 % in time, 12 % not in their year")
  func counted() throws {
    let newest = try #require(LatenessModel.learned.last)
    let curve = newest.crowd.curve
    #expect(newest.observations == 1351 && LatenessModel.learned.map(\.observations).first == 386)
    #expect(abs(curve.hazard(0) - 0.5418) < 1e-12)
    #expect(abs(curve.survival(11) - 0.1244) < 1e-4)
    #expect(abs(curve.survival(1) - curve.survival(2) - (0.4582 - 0.1244) * 0.2831) < 1e-4)
    #expect(abs(curve.hazard(11) - 0.1890) < 1e-12)
    for model in LatenessModel.learned {
      #expect(model.observations == 193 * ((model.dataYear ?? 0) - 2018))
      #expect(abs(model.crowd.curve.survival(1) - (1 - model.crowd.onTime.mean)) < 1e-12)
    }
  }

  /// Of 734 pledges of 2006-2013, by year, none was open by the end of 2014; each counts a quarter.
  @Test("arrears are paid so soon that none being open is as likely as not")
  func arrears() {
    let pledges = [59, 80, 96, 99, 129, 97, 85, 89]
    for model in LatenessModel.learned {
      let curve = model.crowd.curve
      let open = pledges.enumerated().reduce(0.0) { sum, year in
        sum + Double(year.element) / 4 * curve.survival(12 * (8 - year.offset) + 6)
      }
      #expect(abs(open - Elementary.log(2)) < 0.01)
    }
  }

  @Test("a run uses no crowd newer than its date")
  func asOf() {
    #expect(LatenessModel.stated(asOf: day("2018-12-31")) == .plain)
    #expect(LatenessModel.stated(asOf: day("2020-12-30")) == .plain)
    #expect(LatenessModel.stated(asOf: day("2020-12-31")).dataYear == 2020)
    #expect(LatenessModel.stated(asOf: day("2022-06-30")).dataYear == 2021)
    #expect(LatenessModel.stated(asOf: day("2031-01-01")).dataYear == 2025)
    #expect(CollectionModel.stated(asOf: day("2014-12-30")) == .plain)
    #expect(CollectionModel.stated(asOf: day("2018-12-31")).dataYear == 2014)
  }

  @Test("ten punctual instalments barely move toward the crowd, one does", arguments: models)
  func persistence(_ model: LatenessModel) {
    func onTime(_ count: Int) -> Double {
      var record = LatenessRecord()
      for _ in 0..<count { record.addPaid(0) }
      return model.crowd.adding(record).onTime.mean
    }
    for count in 0..<20 { #expect(onTime(count + 1) > onTime(count)) }
    #expect(onTime(10) > (model.dataYear == nil ? 0.85 : 0.93))
    #expect(onTime(1) < 0.85)
  }
}

@Suite("what is collected of what is agreed")
struct CollectionTests {
  /// CERF 2006-2013 (OCHA): 734 contributions, no write-off, one paid in part.
  @Test("the Central Emergency Response Fund's contributions beside 33 assumed ones")
  func emergencyFund() {
    let model = CollectionModel.emergencyFund
    #expect(model.observations == 734)
    #expect(abs(model.never + model.inPart + model.inFull - (33 + 734.0 / 4)) < 1e-12)
    #expect(model.neverChance < CollectionModel.plain.neverChance && model.expectedShare > 0.99)
  }

  @Test("the longer it is open, the likelier it is never paid")
  func open() {
    let model = CollectionModel.plain
    var last = 0.0
    for month in 0..<60 {
      let chances = model.chances(open: LatenessModel.plain.crowd.curve.survival(month))
      #expect(chances.never > last && chances.never + chances.inPart <= 1)
      last = chances.never
    }
    #expect(model.chances(open: 1).never == model.neverChance)
    #expect(model.chances(open: 0).never == model.neverChance)
  }

  @Test("a scenario's probability stands for everything that can fail")
  func stated() {
    let model = CollectionModel.plain.stating(never: 0.2)
    #expect(model.neverChance == 0.2 && model.inPartChance == 0)
  }
}
