/// What is kept of each fund and year on every path.
public enum FundMeasure: Int, Sendable, CaseIterable {
  case received
  case spent
  case closingCash
  /// Closing cash less open commitments.
  case freeCash
  case shortfall
  /// Month index of the first month of the shortfall; -1: none.
  case shortfallMonth
  case fundingGap
  case breach
  case lowestCash
  case receivable
  case allowance
}
