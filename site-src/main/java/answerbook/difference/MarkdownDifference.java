package answerbook.difference;

import answerbook.difference.Words.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Two Markdown texts as one, for where GitHub renders it: changed paragraphs with {@code <ins>} and
 * {@code <del>}, listings and tables as a diff, what is the same left out.
 */
final class MarkdownDifference {
  private static final double ALIKE = 0.3;

  /** What is kept whole: formulas, code, links; then words, blanks and signs one by one. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\$[^$\\n]+\\$|`[^`\\n]+`|\\[[^\\]\\n]*\\]\\([^)\\n]*\\)|\\*\\*|\\s+|[\\p{L}\\p{N}]+|.",
          Pattern.DOTALL);

  private final StringBuilder out = new StringBuilder();

  private MarkdownDifference() {}

  static String of(String before, String after) {
    MarkdownDifference difference = new MarkdownDifference();
    for (Stretch<String> stretch : Words.compare(blocks(before), blocks(after))) {
      if (!stretch.same()) {
        difference.differing(stretch);
      }
    }
    return difference.out.toString();
  }

  /** Parts between blank lines; a fenced listing is one. */
  private static List<String> blocks(String text) {
    List<String> blocks = new ArrayList<>();
    StringBuilder block = new StringBuilder();
    boolean fenced = false;
    for (String line : text.split("\n")) {
      fenced ^= line.strip().startsWith("```");
      if (line.isBlank() && !fenced) {
        add(block, blocks);
      } else {
        block.append(line).append('\n');
      }
    }
    add(block, blocks);
    return blocks;
  }

  private static void add(StringBuilder block, List<String> blocks) {
    if (!block.isEmpty()) {
      blocks.add(block.toString().stripTrailing());
      block.setLength(0);
    }
  }

  private void differing(Stretch<String> stretch) {
    List<String> old = new ArrayList<>(stretch.before());
    for (String now : stretch.after()) {
      int match = 0;
      while (match < old.size() && Words.likeness(old.get(match), now) < ALIKE) {
        match++;
      }
      if (match == old.size()) {
        change("", now);
      } else {
        for (int i = 0; i < match; i++) {
          change(old.remove(0), "");
        }
        change(old.remove(0), now);
      }
    }
    old.forEach(block -> change(block, ""));
  }

  private void change(String before, String after) {
    String either = after.isEmpty() ? before : after;
    if (either.startsWith("```") || either.startsWith("|") || either.startsWith("$$")) {
      lines(before, after);
    } else {
      words(before, after);
    }
    out.append("\n\n");
  }

  private void lines(String before, String after) {
    String fence = "`".repeat(either(before, after).contains("```") ? 4 : 3);
    out.append(fence).append("diff\n");
    for (Stretch<String> stretch : Words.compare(split(before), split(after))) {
      if (stretch.same()) {
        stretch.after().forEach(line -> out.append("  ").append(line).append('\n'));
      } else {
        stretch.before().forEach(line -> out.append("- ").append(line).append('\n'));
        stretch.after().forEach(line -> out.append("+ ").append(line).append('\n'));
      }
    }
    out.append(fence);
  }

  private static String either(String before, String after) {
    return before + after;
  }

  private static List<String> split(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split("\n"));
  }

  private void words(String before, String after) {
    for (Stretch<String> stretch : Words.compare(tokens(before), tokens(after))) {
      if (stretch.same()) {
        out.append(String.join("", stretch.after()));
      } else {
        mark("del", stretch.before());
        mark("ins", stretch.after());
      }
    }
  }

  /** Formulas as their TeX: a formula would not be set between two tags. */
  private void mark(String tag, List<String> tokens) {
    if (!tokens.isEmpty()) {
      out.append('<').append(tag).append('>');
      tokens.forEach(token -> out.append(token.matches("\\$.+\\$") ? code(token) : token));
      out.append("</").append(tag).append('>');
    }
  }

  private static String code(String formula) {
    return "`" + formula.substring(1, formula.length() - 1) + "`";
  }

  private static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    for (Matcher token = TOKEN.matcher(text); token.find(); ) {
      tokens.add(token.group().isBlank() ? " " : token.group());
    }
    return tokens;
  }
}
