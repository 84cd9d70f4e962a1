package answerbook.author;

import answerbook.code.ClassNames;
import java.util.regex.Pattern;

/** The name of a program's class in programs and texts, for which there is a new one. */
final class ClassName {
  private final String old;
  private final String now;
  private final Pattern inText;

  ClassName(String old, String now) {
    this.old = old;
    this.now = now;
    String inValue = "(?<=\\{\\{)" + old + "(?=\\.)";
    String inDirective = "(?<=\\{\\{(?:code|plot|diagram|table|output):)" + old + "(?=[.}| ])";
    String inList = "(?<=\\nsnippets: \\[[^\\]\\n]{0,200})\\b" + old + "\\b";
    this.inText = Pattern.compile(inValue + "|" + inDirective + "|" + inList);
  }

  /** Writes the new name wherever the old one means the class, not in prose and strings. */
  void mend(BookFolder book) {
    for (String file : book.files()) {
      String text = book.read(file);
      String mended = text;
      if (file.endsWith(".java")) {
        mended = ClassNames.renamed(text, old, now);
      } else if (file.endsWith(".md")) {
        mended = inText.matcher(text).replaceAll(now);
      }
      if (!mended.equals(text)) {
        book.write(file, mended);
      }
    }
  }
}
