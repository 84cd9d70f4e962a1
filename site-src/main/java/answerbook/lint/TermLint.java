package answerbook.lint;

import answerbook.diagnostic.Diagnostics;
import answerbook.diagnostic.SourceFile;
import answerbook.markdown.Manuscript;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words and symbols for which the book has others. Lines of the terms file are {@code term:
 * variant, variant}; a variant in dollar signs is TeX and sought in formulas, any other is sought
 * as whole words, its first letter in either case.
 */
final class TermLint implements Lint {
  private static final Pattern LINE = Pattern.compile("(?m)^([^#:\\n][^:\\n]*):(.+)$");

  @Override
  public void check(LintedBook book, Diagnostics diagnostics) {
    Terms words = new Terms(book.words().terms(), false);
    Terms symbols = new Terms(book.words().terms(), true);
    for (Manuscript text : book.texts().values()) {
      words.check(text.file(), text.prose(), diagnostics);
      symbols.check(text.file(), text.maths(), diagnostics);
    }
  }

  /** The variants of one kind in one pattern. */
  private static final class Terms {
    private final Map<String, String> termOf = new LinkedHashMap<>();
    private final Pattern pattern;

    Terms(SourceFile file, boolean symbols) {
      StringBuilder all = new StringBuilder();
      Matcher line = LINE.matcher(file.text());
      while (line.find()) {
        for (String variant : line.group(2).split(",")) {
          String stripped = variant.strip();
          if (stripped.startsWith("$") == symbols && !stripped.isEmpty()) {
            String bare = stripped.replace("$", "");
            termOf.put(key(bare), line.group(1).strip());
            all.append(all.isEmpty() ? "" : "|").append(symbols ? symbol(bare) : words(bare));
          }
        }
      }
      pattern = all.isEmpty() ? null : Pattern.compile(all.toString());
    }

    void check(SourceFile file, String mask, Diagnostics diagnostics) {
      Matcher found = pattern == null ? null : pattern.matcher(mask);
      while (found != null && found.find()) {
        String term = termOf.get(key(found.group()));
        diagnostics.error(
            file,
            found.start(),
            "'" + found.group().replaceAll("\\s+", " ") + "' is not the book's term",
            "write " + term + " (site-src/words/terms.txt)");
      }
    }

    private static String key(String variant) {
      String one = variant.replaceAll("\\s+", " ");
      return Character.toLowerCase(one.charAt(0)) + one.substring(1);
    }

    private static String words(String variant) {
      String first = variant.substring(0, 1);
      String rest = variant.substring(1).replace(" ", "\\E\\s+\\Q");
      return "(?<![\\w-])(?i:" + Pattern.quote(first) + ")\\Q" + rest + "\\E(?![\\w-])";
    }

    private static String symbol(String variant) {
      return Pattern.quote(variant) + "(?![A-Za-z])";
    }
  }
}
