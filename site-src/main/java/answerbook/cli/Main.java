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
 * mistakes, 2 of a folder that can't be written.
 */
public final class Main {
  /** The exit code of a build that could not even note that it had begun. */
  private static final int NOT_BEGUN = 2;

  private Main() {}

  public static void main(String[] arguments) throws IOException {
    Locale.setDefault(Locale.ROOT);
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    BuildSettings settings;
    try {
      settings = settings();
    } catch (IllegalArgumentException e) {
      out.println("error: -Dsite.editions: " + e.getMessage());
      System.exit(1);
      return;
    }
    if (!begin(settings, out)) {
      System.exit(NOT_BEGUN);
    }
    boolean good = make(settings, out);
    if (good) {
      Files.delete(settings.unfinished());
      ClassArchive.keep(settings.root());
    }
    System.exit(good ? 0 : 1);
  }

  /**
   * The settings for the book in the current folder, as system properties have them.
   *
   * @throws IllegalArgumentException if one is none of its values
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
      return new Build(settings, out).run();
    }
    try {
      return new ShardRun(settings, out).run(Shard.parse(shard));
    } catch (IllegalArgumentException e) {
      out.println("error: " + e.getMessage());
      return false;
    }
  }

  /** Notes that a build has begun, by which Maven knows; not even that may be possible. */
  private static boolean begin(BuildSettings settings, PrintStream out) throws IOException {
    try {
      Files.createDirectories(settings.target());
      Files.writeString(settings.unfinished(), "");
      return true;
    } catch (IOException e) {
      Trouble trouble = Trouble.in(e, settings.root());
      if (trouble == null) {
        throw e;
      }
      out.println("\n" + trouble.told());
      return false;
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
