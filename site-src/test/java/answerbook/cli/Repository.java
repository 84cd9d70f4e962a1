package answerbook.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A repository of git in a folder, with dates and names that are given. */
final class Repository {
  private final Path root;

  private Repository(Path root) {
    this.root = root;
  }

  static Repository in(Path root) {
    Repository repository = new Repository(root);
    repository.git("init", "--quiet", "--initial-branch=main");
    return repository;
  }

  /** Commits everything but what builds make; returns the hash. */
  String commit(String date, String message) {
    git("add", "--all", "--", ".", ":!target");
    git("-c", "user.name=A", "-c", "user.email=a@b", "commit", "-qm", message, "--date", date);
    return git("rev-parse", "HEAD").strip();
  }

  String git(String... arguments) {
    List<String> command = new ArrayList<>(List.of("git", "-C", root.toString()));
    command.addAll(List.of(arguments));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(String.join(" ", command) + ": " + said);
      }
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
