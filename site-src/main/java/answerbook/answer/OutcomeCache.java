package answerbook.answer;

import answerbook.answer.outcome.JsonText;
import answerbook.answer.outcome.Outcome;
import answerbook.answer.outcome.OutcomeJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the last good outcome of each program. An entry is a file of three lines: the key, a
 * checksum of the rest, and the outcome. An entry that is damaged in whatever way is no entry.
 */
final class OutcomeCache {
  private final Path folder;

  OutcomeCache(Path folder) {
    this.folder = folder;
  }

  Optional<Outcome> find(Program program, String key) {
    try {
      String[] lines =
          new String(Files.readAllBytes(file(program)), StandardCharsets.UTF_8).split("\n", -1);
      if (lines.length < 3 || !lines[0].equals(key) || !lines[1].equals(checksum(lines[2]))) {
        return Optional.empty();
      }
      return Optional.of(OutcomeJson.read(JsonText.parse(lines[2])));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  void store(Program program, String key, Outcome outcome) {
    String body = JsonText.compact(OutcomeJson.writeWithLines(outcome));
    WholeFile.write(file(program), key + "\n" + checksum(body) + "\n" + body + "\n");
  }

  private Path file(Program program) {
    return folder.resolve(program.name() + ".outcome");
  }

  private static String checksum(String body) {
    return CacheKey.hash(List.of(body));
  }
}
