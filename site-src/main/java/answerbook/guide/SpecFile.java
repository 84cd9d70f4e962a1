package answerbook.guide;

import answerbook.diagnostic.SourceFile;
import java.util.ArrayList;
import java.util.List;

/**
 * A specification by examples, in the form of CommonMark's: between fences of eight backticks with
 * the word {@code example} stands Markdown, then a line with a full stop, then the HTML that comes
 * of it.
 */
public final class SpecFile {
  private static final String FENCE = "````````";
  private static final String START = FENCE + " example";
  private static final String BETWEEN = ".";

  /**
   * An example with the prose before it.
   *
   * @param proseLine the line of the file at which the prose starts, from 1
   * @param prose Markdown
   * @param line the line at which the example's Markdown starts
   * @param markdown the example's; empty after the last example
   * @param html what comes of it
   */
  public record Part(int proseLine, String prose, int line, String markdown, String html) {}

  private final SourceFile file;
  private final List<Part> parts = new ArrayList<>();

  public SpecFile(SourceFile file) {
    this.file = file;
    int line = 1;
    while (line <= file.lineCount()) {
      line = read(line);
    }
  }

  public SourceFile file() {
    return file;
  }

  /** All parts; the last has no example. */
  public List<Part> parts() {
    return parts;
  }

  /** The file's text with other HTML for its examples. */
  public String with(List<String> html) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      out.append(part.prose());
      if (!part.markdown().isEmpty()) {
        out.append(START).append('\n').append(part.markdown()).append(BETWEEN).append('\n');
        out.append(html.get(i)).append(FENCE).append('\n');
      }
    }
    return out.toString();
  }

  private int read(int from) {
    int start = lineOf(START, from);
    int between = lineOf(BETWEEN, start);
    int end = lineOf(FENCE, between);
    parts.add(
        new Part(
            from, text(from, start), start + 1, text(start + 1, between), text(between + 1, end)));
    return end + 1;
  }

  /** The first such line; the one after the last if there is none. */
  private int lineOf(String wanted, int from) {
    int line = from;
    while (line <= file.lineCount() && !file.line(line).equals(wanted)) {
      line++;
    }
    return line;
  }

  private String text(int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int line = from; line < Math.min(to, file.lineCount()); line++) {
      text.append(file.line(line)).append('\n');
    }
    return text.toString();
  }
}
