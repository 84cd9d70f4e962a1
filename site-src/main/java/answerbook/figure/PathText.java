package answerbook.figure;

import java.util.List;

/** The {@code d} attribute of a path under construction. */
final class PathText {
  private final StringBuilder text = new StringBuilder();
  private char last;

  PathText move(Point to) {
    return command('M', to);
  }

  PathText line(Point to) {
    return command('L', to);
  }

  PathText lines(List<Point> points) {
    points.forEach(this::line);
    return this;
  }

  /** A quadratic curve; {@code control} draws it towards itself. */
  PathText quadratic(Point control, Point to) {
    command('Q', control);
    return append(to);
  }

  PathText cubic(Point first, Point second, Point to) {
    command('C', first);
    append(second);
    return append(to);
  }

  PathText close() {
    text.append('Z');
    last = 'Z';
    return this;
  }

  PathText polygon(Point... corners) {
    move(corners[0]);
    lines(List.of(corners).subList(1, corners.length));
    return close();
  }

  /** Separate straight lines, each between two of the points. */
  PathText strokes(Point... ends) {
    for (int i = 0; i < ends.length; i += 2) {
      move(ends[i]).line(ends[i + 1]);
    }
    return this;
  }

  PathText circle(Point centre, double radius) {
    move(centre.plus(-radius, 0));
    String arc = "a" + Coordinate.text(radius) + " " + Coordinate.text(radius) + " 0 1 0 ";
    text.append(arc).append(Coordinate.text(2 * radius)).append(" 0");
    text.append(arc).append(Coordinate.text(-2 * radius)).append(" 0");
    return close();
  }

  Element element() {
    return new Element("path").set("d", text.toString());
  }

  private PathText command(char command, Point to) {
    if (command == last && command != 'M') {
      return append(to);
    }
    text.append(command)
        .append(Coordinate.text(to.x()))
        .append(' ')
        .append(Coordinate.text(to.y()));
    last = command;
    return this;
  }

  private PathText append(Point to) {
    text.append(' ').append(Coordinate.text(to.x())).append(' ').append(Coordinate.text(to.y()));
    return this;
  }
}
