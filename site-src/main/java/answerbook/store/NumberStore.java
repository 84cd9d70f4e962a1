package answerbook.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;

/**
 * Whole numbers computed from contents, kept in a file of lines {@code sum number} and a sum of
 * them; a damaged file counts as empty. Callers may be many.
 */
public final class NumberStore {
  private final Path file;
  private final Map<String, Integer> known = new ConcurrentHashMap<>();
  private final Map<String, Integer> used = new ConcurrentHashMap<>();

  public NumberStore(Path file) {
    this.file = file;
    try {
      if (Files.exists(file)) {
        read(Files.readString(file));
      }
    } catch (IOException e) {
      known.clear();
    }
  }

  /**
   * The number of a content; {@code maker} computes it where it isn't known.
   *
   * @param sum of the content
   */
  public int get(String sum, IntSupplier maker) {
    Integer number = known.get(sum);
    int value = number == null ? maker.getAsInt() : number;
    used.put(sum, value);
    return value;
  }

  /** Writes the numbers that were asked for, if the file holds others. */
  public void save() {
    if (used.equals(known)) {
      return;
    }
    StringBuilder text = new StringBuilder();
    new TreeMap<>(used).forEach((sum, number) -> text.append(sum + " " + number + "\n"));
    try {
      Files.createDirectories(file.getParent());
      Path draft = Files.createTempFile(file.getParent(), "numbers", ".tmp");
      Files.writeString(draft, text + ContentSum.of(text.toString()) + "\n");
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  private void read(String text) {
    int end = text.lastIndexOf('\n', text.length() - 2) + 1;
    String lines = text.substring(0, end);
    if (end > 0 && text.substring(end).equals(ContentSum.of(lines) + "\n")) {
      for (String line : lines.split("\n")) {
        int space = line.indexOf(' ');
        known.put(line.substring(0, space), Integer.valueOf(line.substring(space + 1)));
      }
    }
  }
}
