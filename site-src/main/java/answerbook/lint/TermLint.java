package answerbook.lint;

import answerbook.diagnostic.Diagnostics;
import answerbook.diagnostic.SourceFile;
import answerbook.markdown.Manuscript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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

  /** The variants of one kind by their first words. */
  private static final class Terms {
    /** What is avoided, and what is written instead. */
    private record Variant(Pattern pattern, String term) {}

    private static final Pattern WORD = Pattern.compile("(?<![\\w-])[\\p{L}\\d][\\p{L}\\d-]*");
    private static final Pattern COMMAND = Pattern.compile("\\\\[A-Za-z]+|\\^");

    private final Map<String, List<Variant>> variants = new HashMap<>();
    private final Pattern start;

    Terms(SourceFile file, boolean symbols) {
      start = symbols ? COMMAND : WORD;
      Matcher line = LINE.matcher(file.text());
      while (line.find()) {
        for (String variant : line.group(2).split(",")) {
          String stripped = variant.strip();
          if (stripped.startsWith("$") == symbols && !stripped.isEmpty()) {
            add(stripped.replace("$", ""), line.group(1).strip(), symbols);
          }
        }
      }
    }

    private void add(String variant, String term, boolean symbol) {
      Matcher first = start.matcher(variant);
      if (first.find()) {
        String rest = variant.substring(1).replace(" ", "\\E\\s+\\Q");
        String initial = Pattern.quote(variant.substring(0, 1));
        String end = symbol ? "(?![A-Za-z])" : "(?![\\w-])";
        String regex = (symbol ? initial : "(?i:" + initial + ")") + "\\Q" + rest + "\\E" + end;
        variants
            .computeIfAbsent(key(first.group()), key -> new ArrayList<>())
            .add(new Variant(Pattern.compile(regex), term));
      }
    }

    void check(SourceFile file, String mask, Diagnostics diagnostics) {
      Matcher word = start.matcher(mask);
      while (word.find()) {
        for (Variant variant : variants.getOrDefault(key(word.group()), List.of())) {
          Matcher found = variant.pattern.matcher(mask).region(word.start(), mask.length());
          found.useTransparentBounds(true);
          if (found.lookingAt()) {
            String text = found.group().replaceAll("\\s+", " ");
            diagnostics.error(
                file,
                word.start(),
                "'" + text + "' is not the book's term",
                "write " + variant.term + " (site-src/words/terms.txt)");
          }
        }
      }
    }

    private static String key(String word) {
      return word.toLowerCase(Locale.ROOT);
    }
  }
}
