package answerbook.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.TimeZone;

/** Previews the book in the current folder until it is interrupted. */
public final class Serve {
  private static final int PORT = 4100;
  private static final Duration LOOK = Duration.ofSeconds(2);

  private Serve() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Locale.setDefault(Locale.ROOT);
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Preview.Manner manner = new Preview.Manner(Integer.getInteger("serve.port", PORT), LOOK);
    BuildSettings settings = Main.settings(out);
    if (settings == null) {
      System.exit(1);
      return;
    }
    Preview preview = Preview.start(settings.editions(EditionKind.NONE), manner, out);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(preview, settings)));
    out.println(
        "The book is at " + preview.address() + " as soon as it is built; Ctrl-C ends this.");
    preview.await();
  }

  /** Ends without complaint: an interruption is the usual end. */
  private static void end(Preview preview, BuildSettings settings) {
    preview.close();
    settings.unfinished().toFile().delete();
    Runtime.getRuntime().halt(0);
  }
}
