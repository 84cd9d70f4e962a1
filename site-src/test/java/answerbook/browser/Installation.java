package answerbook.browser;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Chromium on this machine, and the driver of the same version. */
record Installation(Path browser, Path driver) {
  private static final List<String> BROWSERS =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final List<String> DRIVERS = List.of("chromedriver", "chromium.chromedriver");
  private static final Pattern MAJOR = Pattern.compile("\\b(\\d+)\\.\\d+\\.\\d+\\.\\d+");

  /** Looks along the {@code PATH}. */
  static Optional<Installation> find() {
    return onPath(DRIVERS)
        .flatMap(
            driver ->
                onPath(BROWSERS)
                    .filter(browser -> major(browser).equals(major(driver)))
                    .map(browser -> new Installation(browser, driver)))
        .findFirst();
  }

  private static Stream<Path> onPath(List<String> names) {
    List<String> folders = List.of(System.getenv("PATH").split(File.pathSeparator));
    return names.stream()
        .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable);
  }

  private static String major(Path program) {
    try {
      Process process =
          new ProcessBuilder(program.toString(), "--version")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      Matcher version = MAJOR.matcher(said);
      return version.find() ? version.group(1) : "none of " + program;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot run " + program, e);
    }
  }
}
