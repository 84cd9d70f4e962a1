package answerbook.print.formula;

import java.util.Locale;

/** A formula has a character that its font lacks. */
public final class UnprintableException extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnprintableException(String font, int character) {
    super(
        String.format(
            Locale.ROOT,
            "the font %s has no character '%s' (U+%04X)",
            font,
            Character.toString(character),
            character));
  }
}
