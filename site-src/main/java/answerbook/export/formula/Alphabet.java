package answerbook.export.formula;

import java.util.Map;

/**
 * Letters of Unicode's block of mathematical alphanumerics.
 *
 * @param capitals where the letter A is
 * @param small where the letter a is
 * @param digits where the digit 0 is; 0 if the alphabet has none
 * @param greek where the letter Α is; 0 if the alphabet has none
 */
record Alphabet(int capitals, int small, int digits, int greek) {
  private static final Alphabet ITALIC = new Alphabet(0x1D434, 0x1D44E, 0, 0x1D6E2);

  private static final Map<String, Alphabet> BY_VARIANT =
      Map.of(
          "bold", new Alphabet(0x1D400, 0x1D41A, 0x1D7CE, 0x1D6A8),
          "italic", ITALIC,
          "bold-italic", new Alphabet(0x1D468, 0x1D482, 0x1D7CE, 0x1D71C),
          "script", new Alphabet(0x1D49C, 0x1D4B6, 0, 0),
          "fraktur", new Alphabet(0x1D504, 0x1D51E, 0, 0),
          "double-struck", new Alphabet(0x1D538, 0x1D552, 0x1D7D8, 0),
          "sans-serif", new Alphabet(0x1D5A0, 0x1D5BA, 0x1D7E2, 0),
          "monospace", new Alphabet(0x1D670, 0x1D68A, 0x1D7F6, 0));

  /** Letters that Unicode had before the block, and left out of it. */
  private static final Map<Integer, Integer> OLDER =
      Map.ofEntries(
          Map.entry(0x1D455, 0x210E),
          Map.entry(0x1D49D, 0x212C),
          Map.entry(0x1D4A0, 0x2130),
          Map.entry(0x1D4A1, 0x2131),
          Map.entry(0x1D4A3, 0x210B),
          Map.entry(0x1D4A4, 0x2110),
          Map.entry(0x1D4A7, 0x2112),
          Map.entry(0x1D4A8, 0x2133),
          Map.entry(0x1D4AD, 0x211B),
          Map.entry(0x1D4BA, 0x212F),
          Map.entry(0x1D4BC, 0x210A),
          Map.entry(0x1D4C4, 0x2134),
          Map.entry(0x1D506, 0x212D),
          Map.entry(0x1D50B, 0x210C),
          Map.entry(0x1D50C, 0x2111),
          Map.entry(0x1D515, 0x211C),
          Map.entry(0x1D51D, 0x2128),
          Map.entry(0x1D53A, 0x2102),
          Map.entry(0x1D53F, 0x210D),
          Map.entry(0x1D545, 0x2115),
          Map.entry(0x1D547, 0x2119),
          Map.entry(0x1D548, 0x211A),
          Map.entry(0x1D549, 0x211D),
          Map.entry(0x1D551, 0x2124));

  /** From alpha to omega lie as many letters as from Α, and two places more. */
  private static final int SMALL_GREEK = 26;

  /** The alphabet that MathML calls {@code variant}; italics for one that it doesn't know. */
  static Alphabet of(String variant) {
    return BY_VARIANT.getOrDefault(variant, ITALIC);
  }

  /** A text in these letters; what the alphabet does not have stays as it is. */
  String write(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints().map(this::letter).forEach(out::appendCodePoint);
    return out.toString();
  }

  private int letter(int plain) {
    int letter = plain;
    if (plain >= 'A' && plain <= 'Z') {
      letter = capitals + plain - 'A';
    } else if (plain >= 'a' && plain <= 'z') {
      letter = small + plain - 'a';
    } else if (digits != 0 && plain >= '0' && plain <= '9') {
      letter = digits + plain - '0';
    } else if (greek != 0 && plain >= 'Α' && plain <= 'Ω') {
      letter = greek + plain - 'Α';
    } else if (greek != 0 && plain >= 'α' && plain <= 'ω') {
      letter = greek + SMALL_GREEK + plain - 'α';
    }
    return OLDER.getOrDefault(letter, letter);
  }
}
