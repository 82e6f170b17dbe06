import Budgeting
import Giving
import Outlook
import Vectors

/// What givers' payments come to on a block of paths, before the accounts: a column for each giver or fund and year.
struct BlockResult {
  static let eights = GivingBlock.eights

  private let years: Int
  private let months: Int
  /// Received and recognised by giver and year, receivable and allowance at each year's end by fund and year, receipts
  /// by fund, eight and month.
  private let receivedColumns, recognisedColumns: LaneColumn
  private let receivableColumns, allowanceColumns, receiptColumns: LaneColumn
  private let all: LaneColumn
  private let size: Int
  private let store: LaneStore

  init(_ assumptions: Assumptions) {
    (years, months) = (assumptions.timeline.years.count, assumptions.timeline.monthCount)
    let (givers, funds) = (assumptions.givers.count, assumptions.funds.count)
    let (ofGivers, ofFunds) = (givers * years * BlockResult.eights, funds * years * BlockResult.eights)
    size = 2 * ofGivers + 2 * ofFunds + funds * BlockResult.eights * months
    store = LaneStore(eights: size)
    all = store.column(size)
    (receivedColumns, recognisedColumns) = (all, all.from(ofGivers))
    (receivableColumns, allowanceColumns) = (all.from(2 * ofGivers), all.from(2 * ofGivers + ofFunds))
    receiptColumns = all.from(2 * ofGivers + 2 * ofFunds)
  }

  func clear() { all.fill(Lanes(0), count: size) }

  /// By eight.
  func received(giver: Int, year: Int) -> LaneColumn {
    receivedColumns.from((giver * years + year) * BlockResult.eights)
  }
  func recognised(giver: Int, year: Int) -> LaneColumn {
    recognisedColumns.from((giver * years + year) * BlockResult.eights)
  }
  func receivable(fund: Int, year: Int) -> LaneColumn {
    receivableColumns.from((fund * years + year) * BlockResult.eights)
  }
  func allowance(fund: Int, year: Int) -> LaneColumn {
    allowanceColumns.from((fund * years + year) * BlockResult.eights)
  }

  /// By month.
  func receipts(fund: Int, eight: Int) -> LaneColumn {
    receiptColumns.from((fund * BlockResult.eights + eight) * months)
  }
}
