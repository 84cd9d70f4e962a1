package answerbook.cli;

import answerbook.answer.RunSettings;
import answerbook.answer.Sandbox;
import answerbook.answer.WorkerArchive;
import answerbook.opinion.OpinionSettings.Mode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TimeZone;

/**
 * Builds the book in the current folder into {@code target/site}. Exit code 1 tells of authors'
 * mistakes, 2 of a folder that can't be written or in which another build is running.
 */
public final class Main {
  /**
   * The exit code of a build that could not even note that it had begun: Maven then ends, whatever
   * becomes of another build's mark.
   */
  private static final int NOT_BEGUN = 2;

  private Main() {}

  public static void main(String[] arguments) throws IOException {
    Locale.setDefault(Locale.ROOT);
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    BuildSettings settings = settings(out);
    System.exit(settings == null ? 1 : run(settings, out));
  }

  /**
   * The settings for the book in the current folder, as system properties have them.
   *
   * @return null if one is none of its values, which is told
   */
  static BuildSettings settings(PrintStream out) {
    try {
      return settings();
    } catch (IllegalArgumentException e) {
      out.println("error: " + e.getMessage());
      return null;
    }
  }

  /** Builds under a lock, which also holds for what Maven is told; returns the exit code. */
  private static int run(BuildSettings settings, PrintStream out) throws IOException {
    try (BuildLock lock = begin(settings, out)) {
      if (lock == null || !lock.isHeld()) {
        return NOT_BEGUN;
      }
      boolean good = make(settings, out);
      if (good) {
        Files.delete(settings.unfinished());
        ClassArchive.keep(settings.root());
      }
      return good ? 0 : 1;
    }
  }

  /**
   * The same.
   *
   * @throws IllegalArgumentException if one is none of its values; the message names it
   */
  static BuildSettings settings() {
    boolean recording = Boolean.getBoolean("answers.record");
    BuildSettings usual = BuildSettings.of(Path.of("").toAbsolutePath());
    return usual
        .run(run(usual.run()).recording(recording))
        .opinions(
            usual
                .opinions()
                .recording(recording)
                .python(System.getProperty("second-opinions.python", usual.opinions().python()))
                .mode(Mode.of(System.getProperty("second-opinions", "false"))))
        .recordingAddresses(Boolean.getBoolean("addresses.record"))
        .editions(EditionKind.of(System.getProperty("site.editions", "")))
        .live(Boolean.getBoolean("answers.live"))
        .published(System.getProperty("site.url", ""), System.getProperty("site.repository", ""));
  }

  private static boolean make(BuildSettings settings, PrintStream out) throws IOException {
    String shard = System.getProperty("answers.shard", "");
    if (shard.isEmpty()) {
      return new Build(settings, out).runAlone();
    }
    try {
      return new ShardRun(settings, out).run(Shard.parse(shard));
    } catch (IllegalArgumentException e) {
      out.println("error: " + e.getMessage());
      return false;
    }
  }

  /**
   * Notes that a build has begun, by which Maven knows; not even that may be possible, which is
   * told. A build that runs beside another leaves the mark to that one.
   */
  private static BuildLock begin(BuildSettings settings, PrintStream out) throws IOException {
    try {
      BuildLock lock = BuildLock.take(settings.target());
      if (lock.isHeld()) {
        Files.writeString(settings.unfinished(), "");
      } else {
        out.println("\n" + BuildLock.BUSY);
      }
      return lock;
    } catch (IOException e) {
      Trouble trouble = Trouble.in(e, settings.root());
      if (trouble == null) {
        throw e;
      }
      out.println("\n" + trouble.told());
      return null;
    }
  }

  /**
   * Where programs' outcomes, ND4J's unpacked libraries and the worker's classes are kept, if not
   * in {@code target}, and whether programs are put into a sandbox.
   */
  private static RunSettings run(RunSettings usual) {
    String cache = System.getProperty("answers.cache", "");
    String natives = System.getProperty("answers.natives", "");
    RunSettings kept =
        usual.sandbox(Sandbox.Mode.of(System.getProperty("answers.sandbox", "auto")));
    RunSettings run = cache.isEmpty() ? kept : kept.cache(Path.of(cache).toAbsolutePath());
    String archive = System.getProperty(ClassArchive.PROPERTY, "");
    RunSettings quick =
        archive.isEmpty() ? run : run.archive(WorkerArchive.beside(Path.of(archive)));
    return natives.isEmpty() ? quick : quick.natives(Path.of(natives).toAbsolutePath());
  }
}
