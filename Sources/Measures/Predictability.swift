/// How far what is asked, promised and due comes in.
public enum Predictability {
  /// `received / recommended level`, of one contributor or of several together. `nil` where nothing was
  /// recommended.
  public static func attainment(received: Double, recommended: Double) -> Double? {
    Concentration.share(of: received, total: recommended)
  }

  /// `agreed for a year / plan of that year` (direct plus support cost). `nil` without a plan.
  public static func agreedCover(agreed: Double, plan: Double) -> Double? {
    Concentration.share(of: agreed, total: plan)
  }

  /// `received / due`. `nil` where nothing was due.
  public static func collectionRate(received: Double, due: Double) -> Double? {
    Concentration.share(of: received, total: due)
  }
}
