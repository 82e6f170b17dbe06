/// Marks that turn the direction of what follows them, and make a text look like another.
public enum TextDirection {
  public static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
