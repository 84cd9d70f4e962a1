package answerbook.lint;

import answerbook.diagnostic.Diagnostics;
import answerbook.markdown.Manuscript;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words that neither the British dictionary nor the book's own has, and the American spellings that
 * British dictionaries tolerate: British words here end in -ise.
 */
final class SpellingLint implements Lint {
  /** Words; what has digits or capitals inside is a name or a symbol. */
  private static final Pattern WORD =
      Pattern.compile("(?<![\\p{L}\\d_.])\\p{L}[\\p{Ll}'’]+(?![\\p{L}\\d_])");

  @Override
  public void check(LintedBook book, Diagnostics diagnostics) {
    Dictionary dictionary = new Dictionary(book.words());
    for (Manuscript text : book.texts().values()) {
      Matcher word = WORD.matcher(text.prose());
      while (word.find()) {
        if (!endsFormula(text, word.start())) {
          check(word, text, dictionary, diagnostics);
        }
      }
    }
  }

  /** Whether this is the rest of a word that begins with a formula, as in {@code $n$th}. */
  private static boolean endsFormula(Manuscript text, int start) {
    String before = text.file().text().substring(Math.max(0, start - 2), start);
    return before.endsWith("$") || before.equals("$-");
  }

  private static void check(
      Matcher found, Manuscript text, Dictionary dictionary, Diagnostics diagnostics) {
    String word = found.group().replace('’', '\'').replaceFirst("'s?$", "");
    if (dictionary.knows(word)) {
      return;
    }
    String remedy =
        dictionary
            .suggestion(word)
            .map(near -> "did you mean '" + near + "'? ")
            .orElse("")
            .concat("A word that is right goes into site-src/words/dictionary.txt");
    diagnostics.error(
        text.file(), found.start(), "'" + word + "' is no British spelling that is known", remedy);
  }
}
