package answerbook.answer.worker;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Properties;
import java.util.TimeZone;

/** The global state that each program finds, whatever the ones before did to it. */
final class CleanSlate {
  private final Properties properties = (Properties) System.getProperties().clone();
  private final InputStream noInput = new ByteArrayInputStream(new byte[0]);
  private final PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false);

  /**
   * Restores locale, time zone, system properties, the handler of exceptions and standard streams;
   * what is printed is lost.
   */
  void restore() {
    Locale.setDefault(Locale.ROOT);
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    System.setProperties((Properties) properties.clone());
    Thread.setDefaultUncaughtExceptionHandler(null);
    System.setIn(noInput);
    System.setOut(nowhere);
    System.setErr(nowhere);
  }
}
