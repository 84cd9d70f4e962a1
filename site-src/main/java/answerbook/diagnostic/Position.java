package answerbook.diagnostic;

/**
 * A place in a text.
 *
 * @param line counted from 1
 * @param column counted from 1, in UTF-16 units
 */
public record Position(int line, int column) implements Comparable<Position> {
  /** The start of a file. */
  public static final Position START = new Position(1, 1);

  @Override
  public int compareTo(Position other) {
    return line != other.line
        ? Integer.compare(line, other.line)
        : Integer.compare(column, other.column);
  }
}
