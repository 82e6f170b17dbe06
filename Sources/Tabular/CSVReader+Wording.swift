extension CSVReader.Fault {
  /// What is wrong and what to do.
  public var what: String {
    switch self {
    case .quotedNewline:
      "a quoted field runs over the end of its line; keep each row on one line and replace the line break by a space"
    case .unclosedQuote:
      "a quote is opened and never closed; close it, and write a quote within a quoted field twice"
    case .textAfterQuote:
      "text stands after a closing quote; put the whole field in quotes, and write a quote within it twice"
    case .strayQuote:
      "a quote stands inside a field that does not begin with one; put the whole field in quotes and write the quote twice"
    }
  }
}

extension CSVReader {
  /// Whether a header is one cell of names parted by semicolons, as Excel writes it in much of Europe.
  public static func looksSemicolonSeparated(header: [String]) -> Bool {
    header.count == 1 && header[0].utf8.contains(UInt8(ascii: ";"))
  }

  /// What to say of such a file.
  public static let semicolonWhat =
    "the columns are separated by semicolons, as Excel writes them in some languages; "
    + "save the file with commas between columns and a point in decimals"

  /// What to say of a byte order mark.
  public static let byteOrderMarkNote =
    "the file begins with a UTF-8 byte order mark, as Excel writes it; it is ignored"

  /// A row with another number of cells than the header.
  public static func cellCountWhat(row: Int, header: Int) -> String {
    let cells = row == 1 ? "1 cell" : "\(row) cells"
    let columns = header == 1 ? "1 column" : "\(header) columns"
    return "the row has \(cells) and the header \(columns); "
      + "fill every column, with nothing between two commas where there is no value, and quote text that holds a comma"
  }
}
