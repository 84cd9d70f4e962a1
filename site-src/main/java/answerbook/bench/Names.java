package answerbook.bench;

import java.util.List;

/** Numbers in letters for slugs, since none holds a digit, and in words for titles. */
final class Names {
  private static final int LETTERS = 26;

  private static final List<String> NOUNS =
      List.of(
          "weight gradient loss layer unit input output network rate error batch value step rule"
              .split(" "));

  private Names() {}

  /** A number as a title in English, as "The loss of the layer". */
  static String title(int number) {
    String last = "the " + NOUNS.get(number % NOUNS.size());
    return number < NOUNS.size() ? last : title(number / NOUNS.size()) + " of " + last;
  }

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
