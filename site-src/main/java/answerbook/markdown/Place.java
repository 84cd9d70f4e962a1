package answerbook.markdown;

import answerbook.diagnostic.Diagnostics;
import answerbook.diagnostic.Position;
import answerbook.diagnostic.SourceFile;

/**
 * Where a piece of Markdown stands, so that mistakes in it are reported there.
 *
 * @param start where in the file its text starts
 * @param fixed where all its mistakes are reported; null for their own places in the file
 */
record Place(SourceFile file, int start, Position fixed, Diagnostics diagnostics) {
  /** Markdown whose text is a part of a file, starting at {@code start}. */
  static Place in(SourceFile file, int start, Diagnostics diagnostics) {
    return new Place(file, start, null, diagnostics);
  }

  /** Markdown that a line of a program made. */
  static Place line(SourceFile file, int line, Diagnostics diagnostics) {
    return new Place(file, 0, file.lineStart(line), diagnostics);
  }

  /** The same place, whose mistakes go elsewhere. */
  Place reportingTo(Diagnostics others) {
    return new Place(file, start, fixed, others);
  }

  /** Reports a mistake at an offset of the Markdown's text. */
  void error(int offset, String message, String remedy) {
    Position position = fixed == null ? file.position(start + offset) : fixed;
    diagnostics.error(file, position, message, remedy);
  }
}
