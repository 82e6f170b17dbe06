import Budgeting
import Giving
import Outlook
import Vectors

/// What givers' payments come to on 64 paths of a block, before the accounts: the columns of giver, fund and year in the
/// block itself, and receipts by month beside it.
struct BlockResult {
  static let eights = GivingBlock.eights

  private let layout: PathLayout
  private let receiptColumns: LaneColumn
  private let store: LaneStore
  private var block: PathBlock
  private var vector = 0

  /// - Parameter block: what is added up goes there until `begin` names another.
  init(_ layout: PathLayout, in block: PathBlock) {
    (self.layout, self.block) = (layout, block)
    let size = layout.funds * BlockResult.eights * layout.months
    store = LaneStore(eights: size)
    receiptColumns = store.column(size)
  }

  /// Sets everything to zero for the paths of `block` from `vector` on.
  mutating func begin(_ block: PathBlock, vector: Int) {
    (self.block, self.vector) = (block, vector)
    func clear(_ column: LaneColumn) { column.fill(Lanes(0), count: BlockResult.eights) }
    for year in 0..<layout.years {
      for fund in 0..<layout.funds {
        clear(receivable(fund: fund, year: year))
        clear(allowance(fund: fund, year: year))
      }
      for giver in 0..<layout.givers {
        clear(received(giver: giver, year: year))
        clear(recognised(giver: giver, year: year))
      }
    }
    receiptColumns.fill(Lanes(0), count: layout.funds * BlockResult.eights * layout.months)
  }

  // MARK: Columns, by eight

  func received(giver: Int, year: Int) -> LaneColumn { column(layout.received(giver: giver, year: year)) }
  func recognised(giver: Int, year: Int) -> LaneColumn { column(layout.recognised(giver: giver, year: year)) }
  func receivable(fund: Int, year: Int) -> LaneColumn {
    column(layout.fund(.receivable, fund: fund, year: year))
  }
  func allowance(fund: Int, year: Int) -> LaneColumn {
    column(layout.fund(.allowance, fund: fund, year: year))
  }

  @inline(__always)
  private func column(_ index: Int) -> LaneColumn { LaneColumn(at: block.place(index, vector)) }

  /// By month.
  func receipts(fund: Int, eight: Int) -> LaneColumn {
    receiptColumns.from((fund * BlockResult.eights + eight) * layout.months)
  }
}
