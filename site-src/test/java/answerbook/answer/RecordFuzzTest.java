package answerbook.answer;

import answerbook.answer.outcome.Outcome;
import answerbook.diagnostic.Diagnostics;
import answerbook.diagnostic.SourceFile;
import answerbook.fuzz.Fuzzing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a file of recorded results holds, it is compared, or a diagnostic tells why not. */
final class RecordFuzzTest {
  @TempDir Path root;

  @Test
  void recordedResults() throws IOException {
    Path file = root.resolve("answers/t/Main.json");
    Files.createDirectories(file.getParent());
    Program program =
        new Program("Main", new SourceFile("answers/t/Main.java", "static void main(String[] a)"));
    Outcome outcome = new Outcome(Map.of(), List.of(), "");
    Fuzzing.run(
        "recorded-results",
        input -> {
          write(file, input);
          Diagnostics diagnostics = new Diagnostics();
          new Acceptance(RunSettings.of(root), diagnostics)
              .settle(Recorded.read(root, program), outcome);
          diagnostics.all().forEach(diagnostic -> diagnostic.rendered());
        });
  }

  private static void write(Path file, String text) {
    try {
      Files.write(file, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
