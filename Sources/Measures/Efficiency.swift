/// What the spending goes to.
public enum Efficiency {
  /// `support cost / (direct spending + support cost)`: 13 % charged on direct spending is 11.5 % of all spending.
  /// `nil` where nothing is spent.
  public static func supportCostRatio(supportCost: Double, directSpending: Double) -> Double? {
    Concentration.share(of: supportCost, total: directSpending + supportCost)
  }

  /// `staff cost / direct spending`. `nil` where nothing is spent.
  public static func staffShare(staff: Double, directSpending: Double) -> Double? {
    Concentration.share(of: staff, total: directSpending)
  }
}
