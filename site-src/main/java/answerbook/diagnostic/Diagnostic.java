package answerbook.diagnostic;

import java.util.Comparator;

/**
 * One mistake.
 *
 * @param source the file it is in
 * @param position where in the file
 * @param message what is wrong, in one line without a full stop
 * @param remedy what to do about it, in one line; empty if the message says it
 */
public record Diagnostic(SourceFile source, Position position, String message, String remedy)
    implements Comparable<Diagnostic> {
  private static final Comparator<Diagnostic> ORDER =
      Comparator.comparing((Diagnostic d) -> d.source.name())
          .thenComparing(Diagnostic::position)
          .thenComparing(Diagnostic::message);

  @Override
  public int compareTo(Diagnostic other) {
    return ORDER.compare(this, other);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Diagnostic that && compareTo(that) == 0;
  }

  @Override
  public int hashCode() {
    return message.hashCode();
  }

  /** The place, the message, the line with a caret, and the remedy; each on a line of its own. */
  public String rendered() {
    StringBuilder out = new StringBuilder();
    out.append(source.name())
        .append(':')
        .append(position.line())
        .append(':')
        .append(position.column());
    out.append(": error: ").append(message).append('\n');
    String line = source.line(position.line());
    if (!line.isBlank()) {
      out.append("  ").append(line).append('\n');
      out.append("  ").append(padding(line)).append("^\n");
    }
    if (!remedy.isEmpty()) {
      out.append("  ").append(remedy).append('\n');
    }
    return out.toString();
  }

  /** Blanks up to the column; tabs stay tabs, so that the caret stands right below. */
  private String padding(String line) {
    StringBuilder blanks = new StringBuilder();
    for (int i = 0; i < position.column() - 1; i++) {
      blanks.append(i < line.length() && line.charAt(i) == '\t' ? '\t' : ' ');
    }
    return blanks.toString();
  }
}
