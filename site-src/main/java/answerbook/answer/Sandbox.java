package answerbook.answer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Keeps a process from the network and from every folder that is not its own, where the system can
 * do that without root: with bubblewrap, on Linux. What a process computes is the same with and
 * without.
 */
public final class Sandbox {
  /** Whether programs are put into a sandbox. */
  public enum Mode {
    /** Where there is one. */
    AUTO,
    /** Never. */
    OFF,
    /** Always; it is an error where there is none. */
    REQUIRED;

    /** The mode that is written as {@code auto}, {@code off} or {@code required}. */
    public static Mode of(String word) {
      for (Mode mode : values()) {
        if (mode.name().equalsIgnoreCase(word)) {
          return mode;
        }
      }
      throw new IllegalArgumentException(
          "-Danswers.sandbox is auto, off or required, not '" + word + "'");
    }
  }

  private static final String PROGRAM = "bwrap";

  /** Everything can be read and nothing written; no network; an end with the build's own. */
  private static final List<String> CLOSED =
      List.of("--ro-bind", "/", "/", "--dev", "/dev", "--unshare-net", "--die-with-parent");

  /** Other processes can't be seen either; some containers don't allow that. */
  private static final List<String> ALONE =
      List.of("--unshare-pid", "--unshare-ipc", "--proc", "/proc", "--new-session");

  private static final int PATIENCE_SECONDS = 20;

  private final List<String> prefix;
  private final String told;

  private Sandbox(List<String> prefix, String told) {
    this.prefix = prefix;
    this.told = told;
  }

  /**
   * The sandbox of this machine, or one that holds nothing back where there is none.
   *
   * @throws IllegalStateException if one is required and there is none
   */
  public static Sandbox of(Mode mode) {
    if (mode == Mode.OFF) {
      return new Sandbox(List.of(), "off: not wanted");
    }
    if (mode == Mode.REQUIRED && !Found.SANDBOX.isOn()) {
      throw new IllegalStateException(
          "-Danswers.sandbox=required, but the sandbox is " + Found.SANDBOX.told);
    }
    return Found.SANDBOX;
  }

  /** Whether anything is held back. */
  public boolean isOn() {
    return !prefix.isEmpty();
  }

  /** Whether it is on, and if not, why. */
  public String told() {
    return told;
  }

  /**
   * The command that runs {@code command} in the sandbox.
   *
   * @param writable the folder below which it may write
   * @param shelf a folder that must look writable; what is written there is lost, and what was
   *     there in folders can be read
   */
  public List<String> around(List<String> command, Path writable, Path shelf) {
    if (!isOn()) {
      return command;
    }
    List<String> wrapped = new ArrayList<>(prefix);
    wrapped.addAll(List.of("--bind", name(writable), name(writable)));
    wrapped.addAll(List.of("--tmpfs", name(shelf)));
    for (Path folder : folders(shelf)) {
      wrapped.addAll(List.of("--ro-bind", name(folder), name(folder)));
    }
    wrapped.add("--");
    wrapped.addAll(command);
    return wrapped;
  }

  private static String name(Path path) {
    return path.toAbsolutePath().toString();
  }

  private static List<Path> folders(Path of) {
    try (Stream<Path> inside = Files.list(of)) {
      return inside.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + of, e);
    }
  }

  /** Looked for once. */
  private static final class Found {
    static final Sandbox SANDBOX = find();

    private static Sandbox find() {
      List<String> closed = new ArrayList<>(List.of(PROGRAM));
      closed.addAll(CLOSED);
      List<String> alone = new ArrayList<>(closed);
      alone.addAll(ALONE);
      try {
        if (complaint(alone).isEmpty()) {
          return new Sandbox(alone, "on: bubblewrap");
        }
        String complaint = complaint(closed);
        return complaint.isEmpty()
            ? new Sandbox(closed, "on: bubblewrap, other processes in sight")
            : new Sandbox(List.of(), "off: " + complaint);
      } catch (IOException e) {
        return new Sandbox(List.of(), "off: bubblewrap is not installed");
      }
    }

    /** What is said when an empty program is put into such a sandbox; nothing if that works. */
    private static String complaint(List<String> prefix) throws IOException {
      List<String> command = new ArrayList<>(prefix);
      command.addAll(List.of("--", "true"));
      Path said = Files.createTempFile("sandbox", ".txt");
      try {
        Process process =
            new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();
        if (ended && process.exitValue() == 0) {
          return "";
        }
        String text = Files.readString(said, StandardCharsets.UTF_8).strip();
        return text.isEmpty() ? PROGRAM + " does not answer" : text.lines().findFirst().get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return "interrupted";
      } finally {
        Files.deleteIfExists(said);
      }
    }
  }
}
