package answerbook.lint;

import answerbook.code.Regions;
import answerbook.diagnostic.Diagnostics;
import answerbook.diagnostic.SourceFile;
import answerbook.markdown.Manuscript.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A region of a program or a listing that no question shows. */
final class UnusedRegionLint implements Lint {
  @Override
  public boolean comparesParts() {
    return true;
  }

  @Override
  public boolean needsGoodBook() {
    return true;
  }

  private static final List<String> LISTINGS = List.of(".java", ".py", ".cpp");
  private static final String CODE = "code:";

  @Override
  public void check(LintedBook book, Diagnostics diagnostics) {
    Set<String> shown = new HashSet<>();
    book.questions().forEach(question -> collect(book, question, shown));
    for (String ending : LISTINGS) {
      book.sources(ending).forEach(source -> check(source, shown, diagnostics));
    }
  }

  /** Notes regions as {@code answers/topic/Name.java#region}. */
  private static void collect(LintedBook book, LintedQuestion question, Set<String> shown) {
    for (String target : question.facts().targets(Kind.DIRECTIVE)) {
      if (!target.startsWith(CODE)) {
        continue;
      }
      String argument = target.substring(CODE.length());
      int slash = argument.indexOf('/');
      int dot = argument.indexOf('.');
      if (slash > 0) {
        String ending = argument.substring(0, slash);
        shown.add(question.stem() + "." + ending + "#" + argument.substring(slash + 1));
      } else {
        String program = dot < 0 ? question.question().programName() : argument.substring(0, dot);
        String region = argument.substring(dot + 1);
        if (book.programs().containsKey(program)) {
          shown.add(book.programs().get(program).source().name() + "#" + region);
        }
      }
    }
  }

  private static void check(SourceFile source, Set<String> shown, Diagnostics diagnostics) {
    for (String region : new Regions(source).names()) {
      if (!shown.contains(source.name() + "#" + region)) {
        Matcher mark =
            Pattern.compile("@start\\s+region=\"?" + region + "\\b").matcher(source.text());
        diagnostics.error(
            source,
            mark.find() ? mark.start() : 0,
            "no answer shows the region '" + region + "'",
            "insert it with a line {{code:" + prefix(source) + region + "}}, or remove its marks");
      }
    }
  }

  private static String prefix(SourceFile source) {
    String ending = source.name().substring(source.name().lastIndexOf('.') + 1);
    return ending.equals("java") ? "" : ending + "/";
  }
}
