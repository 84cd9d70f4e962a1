package answerbook.bench;

/** Numbers as words, since no slug holds a digit. */
final class Names {
  private static final int LETTERS = 26;

  private Names() {}

  /** A number in letters: a, b, …, z, ba, bb, …. */
  static String word(int number) {
    String last = String.valueOf((char) ('a' + number % LETTERS));
    return number < LETTERS ? last : word(number / LETTERS) + last;
  }

  /** A slug, as {@code q-bc}. */
  static String slug(String prefix, int number) {
    return prefix + "-" + word(number);
  }

  /** The class of a slug, as {@code QBc}. */
  static String type(String prefix, int number) {
    String word = word(number);
    return prefix.toUpperCase(java.util.Locale.ROOT)
        + Character.toUpperCase(word.charAt(0))
        + word.substring(1);
  }
}
