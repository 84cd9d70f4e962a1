package answerbook.answer;

import answerbook.answer.outcome.JsonText;
import answerbook.answer.outcome.Outcome;
import answerbook.answer.outcome.OutcomeJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Keeps the last good outcomes of each program, some of them, so that branches and machines can
 * share a folder. An entry is a file {@code <program>/<key>.outcome} of three lines: the key, a
 * checksum of the rest, and the outcome. An entry that is damaged in whatever way is no entry, and
 * one that is there means the same wherever it was made: folders are merged by copying.
 */
final class OutcomeCache {
  /** For each program. */
  private static final int MOST_ENTRIES = 8;

  private static final int NAME_LENGTH = 24;

  private final Path folder;

  OutcomeCache(Path folder) {
    this.folder = folder;
  }

  /**
   * What a program yielded, undamaged but not yet read.
   *
   * @param sum of the outcome as it is written down
   */
  record Found(Supplier<Outcome> outcome, String sum) {}

  Optional<Found> find(Program program, String key) {
    try {
      String[] lines =
          new String(Files.readAllBytes(file(program, key)), StandardCharsets.UTF_8)
              .split("\n", -1);
      if (lines.length < 3 || !lines[0].equals(key) || !lines[1].equals(checksum(lines[2]))) {
        return Optional.empty();
      }
      return Optional.of(new Found(new Later<>(() -> read(lines[2])), lines[1]));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The outcome in an entry whose key says that this very program wrote it. */
  private static Outcome read(String body) {
    try {
      return OutcomeJson.read(JsonText.parse(body));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an entry with a good sum holds no outcome", e);
    }
  }

  /** Keeps an outcome; returns the sum by which it is found again. */
  String store(Program program, String key, Outcome outcome) {
    String body = JsonText.compact(OutcomeJson.writeWithLines(outcome));
    Path file = file(program, key);
    String sum = checksum(body);
    WholeFile.write(file, key + "\n" + sum + "\n" + body + "\n");
    dropOldest(file);
    return sum;
  }

  private Path file(Program program, String key) {
    String name = key.substring(0, Math.min(NAME_LENGTH, key.length()));
    return folder.resolve(program.name()).resolve(name + ".outcome");
  }

  /** Drops what was stored longest ago; others may be doing the same. */
  private static void dropOldest(Path latest) {
    try (Stream<Path> entries = Files.list(latest.getParent())) {
      entries
          .filter(entry -> !entry.equals(latest) && entry.toString().endsWith(".outcome"))
          .sorted(Comparator.comparing(OutcomeCache::age))
          .skip(MOST_ENTRIES - 1)
          .forEach(entry -> entry.toFile().delete());
    } catch (IOException | UncheckedIOException e) {
      // Too many entries do no harm.
    }
  }

  private static long age(Path entry) {
    return -entry.toFile().lastModified();
  }

  private static String checksum(String body) {
    return CacheKey.hash(List.of(body));
  }
}
