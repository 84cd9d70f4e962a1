package answerbook.lint;

import answerbook.diagnostic.Diagnostics;
import answerbook.diagnostic.SourceFile;
import answerbook.markdown.Manuscript;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A note of something to be done that names no issue where it would not be forgotten. */
final class OpenTaskLint implements Lint {
  private static final Pattern NOTE = Pattern.compile("\\b(?:TODO|FIXME|XXX)\\b(?!\\(#\\d+\\))");

  @Override
  public void check(LintedBook book, Diagnostics diagnostics) {
    for (Manuscript text : book.texts().values()) {
      check(text.file(), diagnostics);
    }
    check(book.book().bibliography(), diagnostics);
    for (String ending : List.of(".java", ".py", ".cpp")) {
      book.sources(ending).forEach(source -> check(source, diagnostics));
    }
  }

  private static void check(SourceFile file, Diagnostics diagnostics) {
    Matcher note = NOTE.matcher(file.text());
    while (note.find()) {
      diagnostics.error(
          file,
          note.start(),
          note.group() + " without the number of an issue",
          "do it, or file an issue and write " + note.group() + "(#12)");
    }
  }
}
