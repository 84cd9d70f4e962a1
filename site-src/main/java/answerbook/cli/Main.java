package answerbook.cli;

import answerbook.answer.RunSettings;
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
 * mistakes.
 */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) throws IOException {
    Locale.setDefault(Locale.ROOT);
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    BuildSettings settings = settings();
    Files.createDirectories(settings.target());
    Files.writeString(settings.unfinished(), "");
    boolean good = new Build(settings, out).run();
    if (good) {
      Files.delete(settings.unfinished());
    }
    System.exit(good ? 0 : 1);
  }

  /** The settings for the book in the current folder, as system properties have them. */
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
        .editions(Boolean.getBoolean("site.editions"))
        .live(Boolean.getBoolean("answers.live"))
        .published(System.getProperty("site.url", ""), System.getProperty("site.repository", ""));
  }

  /** Where programs' outcomes and ND4J's unpacked libraries are kept, if not in {@code target}. */
  private static RunSettings run(RunSettings usual) {
    String cache = System.getProperty("answers.cache", "");
    String natives = System.getProperty("answers.natives", "");
    RunSettings run = cache.isEmpty() ? usual : usual.cache(Path.of(cache).toAbsolutePath());
    return natives.isEmpty() ? run : run.natives(Path.of(natives).toAbsolutePath());
  }
}
