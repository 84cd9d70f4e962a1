package answerbook.code;

import answerbook.diagnostic.Diagnostic;
import answerbook.diagnostic.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The regions of a program, marked as in JEP 413: {@code // @start region="sum"} to {@code
 * // @end}. Regions may nest; an {@code @end} without a name ends the innermost. In Python the
 * marks follow {@code #}.
 */
public final class Regions {
  private static final Pattern START =
      Pattern.compile("\\s*(?://|#)\\s*@start\\s+region=\"?([\\w-]+)\"?\\s*");
  private static final Pattern END =
      Pattern.compile("\\s*(?://|#)\\s*@end(?:\\s+region=\"?([\\w-]+)\"?)?\\s*");

  private final SourceFile file;
  private final Map<String, List<String>> lines = new LinkedHashMap<>();
  private final List<String> whole = new ArrayList<>();
  private final Map<String, Integer> open = new LinkedHashMap<>();
  private final List<Diagnostic> mistakes = new ArrayList<>();

  public Regions(SourceFile file) {
    this.file = file;
    for (int number = 1; number <= file.lineCount(); number++) {
      read(number);
    }
    open.forEach(
        (name, line) ->
            mistake(line, "region '" + name + "' has no end", "add '// @end' below it"));
  }

  /** The names of the regions, in the order in which they start. */
  public List<String> names() {
    return List.copyOf(lines.keySet());
  }

  /**
   * The text of a region without its indentation, or of the whole program for the empty name.
   *
   * @throws IllegalArgumentException if there is no such region
   */
  public String text(String name) {
    List<String> region = name.isEmpty() ? whole : lines.get(name);
    if (region == null) {
      throw new IllegalArgumentException("no region '" + name + "' in " + file.name());
    }
    // A blank last line would count as one without indentation.
    return String.join("\n", region).stripTrailing().stripIndent().replaceFirst("^\\n+", "") + "\n";
  }

  /** Marks that don't match: an end without a start, a start without an end, a name used twice. */
  public List<Diagnostic> mistakes() {
    return List.copyOf(mistakes);
  }

  private void read(int number) {
    String line = file.line(number);
    if (!line.contains("@start") && !line.contains("@end")) {
      add(line);
      return;
    }
    Matcher start = START.matcher(line);
    Matcher end = END.matcher(line);
    if (start.matches()) {
      start(start.group(1), number);
    } else if (end.matches()) {
      end(end.group(1), number);
    } else {
      add(line);
    }
  }

  private void add(String line) {
    whole.add(line);
    open.keySet().forEach(name -> lines.get(name).add(line));
  }

  private void start(String name, int number) {
    if (lines.putIfAbsent(name, new ArrayList<>()) != null) {
      mistake(
          number, "region '" + name + "' is marked twice", "give each region a name of its own");
    } else {
      open.put(name, number);
    }
  }

  private void end(String name, int number) {
    List<String> names = List.copyOf(open.keySet());
    String ended = name != null || names.isEmpty() ? name : names.get(names.size() - 1);
    if (ended == null || open.remove(ended) == null) {
      mistake(number, "this ends no region", "add '// @start region=\"…\"' above it, or remove it");
    }
  }

  private void mistake(int line, String message, String remedy) {
    mistakes.add(new Diagnostic(file, file.lineStart(line), message, remedy));
  }
}
