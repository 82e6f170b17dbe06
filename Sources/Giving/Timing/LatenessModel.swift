public import Finance

/// How late the crowd pays: learned once per data year, with the weight the crowd has beside a contributor's
/// own payments.
///
/// What it rests on is when each Member State had paid its assessment to the regular budget in full, by
/// calendar month: 0 is the month of the due date or before it. Assessed is not pledged, so two things bring
/// the one nearer to the other:
/// - each Member State counts as often as it gave to a United Nations trust fund up to the data year;
/// - arrears of the regular budget last for years (3 to 4 % are paid in a month), but of 734 pledges to the
///   Central Emergency Response Fund none was open by the end of 2014 (assumption: its tables say no day).
///   The chance that arrears are paid in a month is the one at which, each pledge counting a quarter, none
///   being open is as likely as not.
///
/// The weights are of greatest likelihood over the Member States (beta-binomial and Dirichlet-multinomial).
/// Fitted by `Tests/GivingTests/Scripts/fit_timing.py`.
public struct LatenessModel: Sendable, Equatable, Codable {
  public let name: String
  public let source: String
  /// The run's date must not lie before the end of this year; `nil`: assumption only.
  public let dataYear: Int?
  /// Payments due it was learned from.
  public let observations: Int
  public let crowd: LatenessBelief

  /// The newest set an as-of date may use: one whose data year had ended by then.
  public static func stated(asOf date: CalendarDate) -> LatenessModel {
    learned.last { date >= CalendarDate.endOfYear($0.dataYear ?? 0) } ?? plain
  }

  /// For as-of dates before the end of 2020: nobody has counted yet.
  public static let plain = LatenessModel(
    name: "lateness-plain",
    source: "assumption: 60 % in the month due, then each month a quarter of what is open, arrears too; "
      + "counts as 5 instalments; the payments counted for later runs begin in 2019",
    dataYear: nil, observations: 0,
    crowd: LatenessBelief(
      onTime: BetaCounts(yes: 3, no: 2),
      notThisYear: BetaCounts(yes: 5 * plainOpen, no: 5 * (1 - plainOpen)),
      months: plainMonths, arrears: BetaCounts(yes: 5, no: 15)))

  /// 0.75 to the power of 10.
  private static let plainOpen = 0.056313514709472656
  private static let plainMonths: [Double] = {
    var open = 1.25
    return (0..<LatenessBelief.lastMonth).map { _ in
      open *= 0.75
      return open / 0.75
    }
  }()

  /// Whole years only: a payment table closes at the end of December, and 2019 alone has no second year to
  /// learn a weight from.
  static let learned: [LatenessModel] = fitted.map { row in
    let weights = row.weights
    return LatenessModel(
      name: "lateness-\(row.year)",
      source: "\(row.due) assessments of 193 Member States to the United Nations regular budget, "
        + "2019-\(row.year), paid when due, later or not in the year (honour roll and ST/ADM/SER.B), each "
        + "State counted as often as it gave to a trust fund; arrears as in 734 pledges to the Central "
        + "Emergency Response Fund; a proxy for pledges",
      dataYear: row.year, observations: row.due,
      crowd: LatenessBelief(
        onTime: BetaCounts(yes: weights.onTime * row.onTime, no: weights.onTime * (1 - row.onTime)),
        notThisYear: BetaCounts(yes: weights.open * row.open, no: weights.open * (1 - row.open)),
        months: row.months.map { weights.months * $0 },
        arrears: BetaCounts(yes: weights.arrears * row.arrears, no: weights.arrears * (1 - row.arrears))))
  }
}

extension LatenessModel {
  /// One data year's shares: paid by the month due; if not, open at the year's end; if neither, 1 to 10
  /// months late; arrears paid in a month. And how many observations of a contributor's own the crowd weighs.
  private struct Fitted {
    let year, due: Int
    let onTime, open: Double
    let months: [Double]
    let arrears: Double
    let weights: (onTime: Double, open: Double, months: Double, arrears: Double)
  }

  /// 95 % ranges of the weights of 2025: 0.55-0.87, 0.74-1.70, 8.3-25.6. The weight of arrears is that of
  /// the regular budget's in payments; of 2020 it and that of the months have no upper end and stand at 10
  /// and 20.
  private static let fitted = [
    Fitted(
      year: 2020, due: 386, onTime: 0.4348, open: 0.2656,
      months: [0.3442, 0.1740, 0.1282, 0.0802, 0.0207, 0.0355, 0.0726, 0.0524, 0.0251, 0.0671],
      arrears: 0.2081, weights: (1.12, 0.84, 20, 10)),
    Fitted(
      year: 2021, due: 579, onTime: 0.4714, open: 0.2554,
      months: [0.3055, 0.2340, 0.1028, 0.0873, 0.0183, 0.0359, 0.0638, 0.0483, 0.0183, 0.0860],
      arrears: 0.1973, weights: (0.77, 0.84, 13.67, 8.3)),
    Fitted(
      year: 2022, due: 772, onTime: 0.4933, open: 0.2613,
      months: [0.2872, 0.2498, 0.0939, 0.0763, 0.0231, 0.0381, 0.0814, 0.0423, 0.0182, 0.0897],
      arrears: 0.1953, weights: (0.71, 0.99, 9.80, 6.8)),
    Fitted(
      year: 2023, due: 965, onTime: 0.5058, open: 0.2664,
      months: [0.2959, 0.2433, 0.1119, 0.0702, 0.0293, 0.0417, 0.0724, 0.0352, 0.0248, 0.0753],
      arrears: 0.1947, weights: (0.65, 0.84, 12.07, 3.8)),
    Fitted(
      year: 2024, due: 1158, onTime: 0.5285, open: 0.2725,
      months: [0.2879, 0.2365, 0.1084, 0.0794, 0.0275, 0.0431, 0.0771, 0.0351, 0.0275, 0.0775],
      arrears: 0.1923, weights: (0.71, 1.03, 14.26, 4.5)),
    Fitted(
      year: 2025, due: 1351, onTime: 0.5418, open: 0.2716,
      months: [0.2831, 0.2320, 0.1042, 0.0731, 0.0333, 0.0438, 0.0812, 0.0425, 0.0280, 0.0789],
      arrears: 0.1890, weights: (0.71, 1.12, 13.12, 6.1)),
  ]
}
