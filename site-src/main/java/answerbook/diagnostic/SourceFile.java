package answerbook.diagnostic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A text file that an author wrote. Line ends are read as {@code \n}, a byte order mark is dropped.
 */
public final class SourceFile {
  private final String name;
  private final String text;
  private final int[] lineStarts;

  /**
   * @param name how diagnostics call it: the path from the book's root, with {@code /}
   * @param text its whole content
   */
  public SourceFile(String name, String text) {
    this.name = name;
    this.text = normalised(text);
    this.lineStarts = lineStarts(this.text);
  }

  /**
   * Reads {@code file} as UTF-8; bytes that are no UTF-8 become U+FFFD.
   *
   * @param root the book's root, to which the name is relative
   */
  public static SourceFile read(Path root, Path file) {
    try {
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      return new SourceFile(name(root, file), text);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** The path of {@code file} from {@code root}, with {@code /} on every platform. */
  public static String name(Path root, Path file) {
    return root.toAbsolutePath().relativize(file.toAbsolutePath()).toString().replace('\\', '/');
  }

  public String name() {
    return name;
  }

  public String text() {
    return text;
  }

  /** The position of the character at {@code offset}, which may be the length of the text. */
  public Position position(int offset) {
    int index = Arrays.binarySearch(lineStarts, offset);
    int line = index >= 0 ? index : -index - 2;
    return new Position(line + 1, offset - lineStarts[line] + 1);
  }

  /** The text of a line counted from 1, without its line end; empty past the end of the file. */
  public String line(int number) {
    if (number < 1 || number > lineStarts.length) {
      return "";
    }
    int start = lineStarts[number - 1];
    int end = text.indexOf('\n', start);
    return text.substring(start, end < 0 ? text.length() : end);
  }

  /** The place of the first visible character of a line, for errors whose column nobody knows. */
  public Position lineStart(int number) {
    String line = line(number);
    return new Position(number, line.length() - line.stripLeading().length() + 1);
  }

  /** How many lines there are; at least 1. */
  public int lineCount() {
    return lineStarts.length;
  }

  /** The offset at which a line counted from 1 starts. */
  public int offset(int line) {
    return lineStarts[line - 1];
  }

  private static String normalised(String text) {
    String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return unmarked.replace("\r\n", "\n").replace('\r', '\n');
  }

  private static int[] lineStarts(String text) {
    List<Integer> starts = new ArrayList<>(List.of(0));
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      starts.add(i + 1);
    }
    return starts.stream().mapToInt(Integer::intValue).toArray();
  }
}
