package answerbook.provenance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Git's command line in one folder. */
final class Git {
  private final Path folder;

  Git(Path folder) {
    this.folder = folder;
  }

  /** What a command prints; empty if it fails, or if there is no git. */
  Optional<String> text(String... arguments) {
    return run(ProcessBuilder.Redirect.PIPE, arguments)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  /**
   * What a command prints.
   *
   * @param input where it reads from
   */
  Optional<byte[]> run(ProcessBuilder.Redirect input, String... arguments) {
    List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
    command.addAll(List.of(arguments));
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectInput(input)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (input.equals(ProcessBuilder.Redirect.PIPE)) {
        process.getOutputStream().close();
      }
      byte[] output = process.getInputStream().readAllBytes();
      return process.waitFor() == 0 ? Optional.of(output) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
