package answerbook.markdown;

import answerbook.diagnostic.Diagnostics;
import answerbook.diagnostic.Position;
import answerbook.diagnostic.SourceFile;

/** Where a piece of Markdown stands, so that mistakes in it are reported there. */
interface Place {
  /** Reports a mistake at an offset of the Markdown's text. */
  void error(int offset, String message, String remedy);

  /** Markdown whose text is a part of a file, starting at {@code start}. */
  static Place in(SourceFile file, int start, Diagnostics diagnostics) {
    return (offset, message, remedy) -> diagnostics.error(file, start + offset, message, remedy);
  }

  /** Markdown that a line of a program made. */
  static Place line(SourceFile file, int line, Diagnostics diagnostics) {
    Position position = file.lineStart(line);
    return (offset, message, remedy) -> diagnostics.error(file, position, message, remedy);
  }
}
