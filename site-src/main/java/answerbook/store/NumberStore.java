package answerbook.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;

/**
 * Whole numbers computed from contents, kept in a file of lines {@code sum number}; a line that is
 * not of that form is dropped. Callers may be many.
 */
public final class NumberStore {
  private final Path file;
  private final Map<String, Integer> known = new ConcurrentHashMap<>();
  private final Map<String, Integer> used = new ConcurrentHashMap<>();

  public NumberStore(Path file) {
    this.file = file;
    try {
      if (Files.exists(file)) {
        Files.readAllLines(file).forEach(this::read);
      }
    } catch (IOException e) {
      known.clear();
    }
  }

  /** The number of a content; {@code maker} computes it where it isn't known. */
  public int get(byte[] content, ToIntFunction<byte[]> maker) {
    ContentSum sum = new ContentSum();
    sum.bytes(content);
    String key = sum.toString();
    Integer number = known.get(key);
    int value = number == null ? maker.applyAsInt(content) : number;
    used.put(key, value);
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
      Files.writeString(draft, text);
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  private void read(String line) {
    if (line.matches("[0-9a-f]{17,} \\d{1,9}")) {
      int space = line.indexOf(' ');
      known.put(line.substring(0, space), Integer.valueOf(line.substring(space + 1)));
    }
  }
}
