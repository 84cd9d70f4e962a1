package answerbook.content;

import answerbook.diagnostic.Diagnostics;
import answerbook.diagnostic.Position;
import answerbook.diagnostic.SourceFile;

/**
 * A Markdown file split into front matter and body.
 *
 * @param front null if there is none
 */
record Page(SourceFile file, FrontMatter front, int bodyOffset) {
  private static final String FENCE = "---\n";

  static Page read(SourceFile file, Diagnostics diagnostics) {
    String text = file.text();
    int end = text.startsWith(FENCE) ? text.indexOf("\n" + FENCE, FENCE.length() - 1) : -1;
    if (end < 0) {
      String what =
          text.startsWith(FENCE) ? "the front matter has no end" : "the file has no front matter";
      diagnostics.error(
          file, Position.START, what, "it stands between two lines '---' at the top of the file");
      return new Page(file, null, text.length());
    }
    FrontMatter front = new FrontMatter(file, FENCE.length(), end + 1, diagnostics);
    return new Page(file, front, end + 1 + FENCE.length());
  }
}
