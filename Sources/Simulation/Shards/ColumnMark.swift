/// The first byte of a column says how it is stored. Below it, the bits of what each number is above the least:
///
///     0 ... 54   the least number 8, then the numbers above it, packed
///     64         the bits of every number, 8 each: where one is minus zero
///     65         the number of an earlier column 4, which is the same bit by bit
///     66         how many different numbers there are, less one, 1; these as a column of their own (0 ... 54);
///                then for each path which of them, packed in as few bits as their number needs
enum ColumnMark {
  static let bits: UInt8 = 64
  static let same: UInt8 = 65
  static let dictionary: UInt8 = 66
  /// Most different numbers of a dictionary.
  static let mostEntries = 256
}
