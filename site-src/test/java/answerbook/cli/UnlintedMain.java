package answerbook.cli;

import answerbook.answer.Sandbox;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TimeZone;

/**
 * Builds the mini-book in the current folder in a process of its own, without reading it as an
 * editor.
 */
final class UnlintedMain {
  private UnlintedMain() {}

  public static void main(String[] arguments) throws IOException {
    Locale.setDefault(Locale.ROOT);
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    BuildSettings usual = BuildSettings.of(Path.of("").toAbsolutePath()).linting(false);
    Sandbox.Mode sandbox = Sandbox.Mode.of(System.getProperty("answers.sandbox", "auto"));
    BuildSettings settings =
        usual
            .run(usual.run().sandbox(sandbox))
            .editions(EditionKind.of(System.getProperty("site.editions", "")));
    System.exit(new Build(settings, System.out).run() ? 0 : 1);
  }
}
