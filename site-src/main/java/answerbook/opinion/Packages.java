package answerbook.opinion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The versions of libraries as Debian's packages have them, since a library built from a patched
 * source need not know its own: PyTorch 1.13.1 calls itself 1.13.0a0.
 */
final class Packages {
  private final BoundedProcess process;

  Packages(BoundedProcess process) {
    this.process = process;
  }

  /** The upstream version of the package that holds a file; empty where none does. */
  Optional<String> versionOf(String file) {
    Optional<String> owner = query("-S", file).map(line -> line.split(":", 2)[0]);
    return owner.isEmpty()
        ? Optional.empty()
        : query("-W", "-f", "${source:Upstream-Version}\n", owner.get())
            .map(version -> version.split("\\+", 2)[0]);
  }

  private Optional<String> query(String... arguments) {
    List<String> command = new ArrayList<>(List.of("dpkg-query"));
    command.addAll(List.of(arguments));
    BoundedProcess.Ended ended = process.look(command);
    return ended.exitCode() == 0 ? ended.out().lines().findFirst() : Optional.empty();
  }
}
