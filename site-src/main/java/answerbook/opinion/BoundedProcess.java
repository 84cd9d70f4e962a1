package answerbook.opinion;

import answerbook.opinion.OpinionSettings.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs a command in a process of its own, within limits that the kernel holds: address space, time
 * of the processor, size of files. It sees nothing of the environment.
 */
final class BoundedProcess {
  /** Blocks of 512 bytes: 100 MB. */
  private static final int LARGEST_FILE = 204_800;

  /** What a shell says of a command that isn't there. */
  private static final int NOT_FOUND = 127;

  private static final int GRACE_SECONDS = 5;
  private static final String LIMITED =
      "ulimit -v \"$1\" && ulimit -t \"$2\" && ulimit -f \"$3\" && ulimit -c 0 && shift 3 && exec \"$@\"";
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "PATH", "/usr/bin:/bin",
          "LC_ALL", "C.UTF-8",
          "OMP_NUM_THREADS", "1",
          "OPENBLAS_NUM_THREADS", "1",
          "MKL_NUM_THREADS", "1",
          "MALLOC_ARENA_MAX", "2");

  private final Limits limits;
  private final Path folder;

  /**
   * What became of it.
   *
   * @param exitCode 128 and more for a signal
   * @param late whether it was ended because its time was up
   */
  record Ended(int exitCode, boolean late, String out, String errors) {
    /** Whether it was refused memory, by the words that the usual allocators have for it. */
    boolean isOutOfMemory() {
      return exitCode != 0
          && (errors.contains("MemoryError")
              || errors.contains("bad_alloc")
              || errors.contains("llocate memory")
              || errors.contains("out of memory"));
    }
  }

  /**
   * @param folder where it runs and leaves what it prints
   */
  BoundedProcess(Limits limits, Path folder) {
    this.limits = limits;
    this.folder = folder;
  }

  /**
   * Runs a command and waits for its end.
   *
   * @throws IOException if there is no shell to start it from
   */
  Ended run(List<String> command) throws IOException {
    Path out = folder.resolve("out");
    Path errors = folder.resolve("errors");
    Process process = builder(command, out, errors).start();
    try {
      boolean ended = process.waitFor(limits.time().toMillis(), TimeUnit.MILLISECONDS);
      if (!ended) {
        askForTraceback(process);
      }
      int exitCode = process.waitFor();
      return new Ended(exitCode, !ended, text(out), text(errors));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while " + command.get(0) + " was running", e);
    } finally {
      kill(process);
    }
  }

  /** As {@link #run}, for a look at what is installed: nothing is where there is no shell. */
  Ended look(List<String> command) {
    try {
      return run(command);
    } catch (IOException e) {
      return new Ended(NOT_FOUND, false, "", e.getMessage());
    }
  }

  private ProcessBuilder builder(List<String> command, Path out, Path errors) {
    List<String> limited = new ArrayList<>(List.of("sh", "-c", LIMITED, "sh"));
    limited.add(String.valueOf(limits.megabytes() * 1024L));
    limited.add(String.valueOf(2 * limits.time().toSeconds() + GRACE_SECONDS));
    limited.add(String.valueOf(LARGEST_FILE));
    limited.addAll(command);
    ProcessBuilder builder =
        new ProcessBuilder(limited)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(errors.toFile());
    builder.environment().clear();
    builder.environment().putAll(ENVIRONMENT);
    builder.environment().put("HOME", folder.toString());
    builder.environment().put("TMPDIR", folder.toString());
    return builder;
  }

  /** Python, told to, answers SIGABRT by saying where it was; whoever doesn't answer is killed. */
  private static void askForTraceback(Process process) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-ABRT", String.valueOf(process.pid())).start().waitFor();
    if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
      kill(process);
    }
  }

  private static void kill(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).replace("\r\n", "\n");
  }
}
