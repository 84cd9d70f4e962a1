package answerbook.cli;

import answerbook.answer.RunSettings;
import answerbook.answer.Sandbox;
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
    Path root = Path.of("").toAbsolutePath();
    boolean recording = Boolean.getBoolean("answers.record");
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    BuildSettings usual = BuildSettings.of(root);
    BuildSettings settings =
        usual
            .run(run(usual.run()).recording(recording))
            .opinions(
                usual
                    .opinions()
                    .recording(recording)
                    .python(System.getProperty("second-opinions.python", usual.opinions().python()))
                    .mode(Mode.of(System.getProperty("second-opinions", "false"))))
            .editions(Boolean.getBoolean("site.editions"))
            .live(Boolean.getBoolean("answers.live"))
            .published(
                System.getProperty("site.url", ""), System.getProperty("site.repository", ""));
    Files.createDirectories(settings.target());
    Files.writeString(settings.unfinished(), "");
    boolean good = make(settings, out);
    if (good) {
      Files.delete(settings.unfinished());
    }
    System.exit(good ? 0 : 1);
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

  /**
   * Where programs' outcomes and ND4J's unpacked libraries are kept, if not in {@code target}, and
   * whether programs are put into a sandbox.
   */
  private static RunSettings run(RunSettings usual) {
    String cache = System.getProperty("answers.cache", "");
    String natives = System.getProperty("answers.natives", "");
    RunSettings kept =
        usual.sandbox(Sandbox.Mode.of(System.getProperty("answers.sandbox", "auto")));
    RunSettings run = cache.isEmpty() ? kept : kept.cache(Path.of(cache).toAbsolutePath());
    return natives.isEmpty() ? run : run.natives(Path.of(natives).toAbsolutePath());
  }
}
