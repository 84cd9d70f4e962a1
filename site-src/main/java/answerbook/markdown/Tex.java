package answerbook.markdown;

import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** TeX source with its values put in, which knows where each of its characters came from. */
final class Tex {
  private static final Pattern VALUE = Pattern.compile("\\{\\{([^{}\\n]*)\\}\\}");

  /**
   * A stretch of TeX that begins at {@code start} and came from {@code source}; verbatim, or as the
   * value of it.
   */
  private record Piece(int start, int source, boolean verbatim) {}

  private final StringBuilder text = new StringBuilder();
  private final List<Piece> pieces = new ArrayList<>();
  private boolean good = true;

  /** Puts in the values; reports those that can't be. */
  Tex(BasedSequence source, Scope scope) {
    Matcher matcher = VALUE.matcher(source);
    int done = 0;
    while (matcher.find()) {
      copy(source, done, matcher.start());
      pieces.add(new Piece(text.length(), source.getIndexOffset(matcher.start()), false));
      try {
        text.append(scope.programs().value(matcher.group(1), Notation.TEX));
      } catch (MistakeException e) {
        good = false;
        e.report(scope.place(), source.getIndexOffset(matcher.start()));
      }
      done = matcher.end();
    }
    copy(source, done, source.length());
  }

  /** Whether all values could be put in. */
  boolean isGood() {
    return good;
  }

  String text() {
    return text.toString();
  }

  /** Where in the Markdown the character at {@code offset} of this TeX came from. */
  int source(int offset) {
    Piece found = new Piece(0, 0, true);
    for (Piece piece : pieces) {
      if (piece.start <= offset) {
        found = piece;
      }
    }
    return found.source + (found.verbatim ? offset - found.start : 0);
  }

  /**
   * Copies verbatim, with a new piece for each line, since block indentation may be missing between
   * lines.
   */
  private void copy(BasedSequence source, int from, int to) {
    for (int start = from; start < to; ) {
      int lineEnd = source.indexOf('\n', start);
      int end = lineEnd < 0 || lineEnd >= to ? to : lineEnd + 1;
      pieces.add(new Piece(text.length(), source.getIndexOffset(start), true));
      text.append(source, start, end);
      start = end;
    }
  }
}
