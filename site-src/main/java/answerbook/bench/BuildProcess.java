package answerbook.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Builds a book in a process of its own, as Maven starts it, and measures it. */
final class BuildProcess {
  private static final int LOOK_MILLIS = 10;
  private static final Pattern STAGE = Pattern.compile("(?m)^  (\\w+) +(.*?) +(\\d+\\.\\d\\d) s$");
  private static final Pattern PAGES = Pattern.compile("(\\d+) pages?");

  private final Path root;
  private final Path natives;
  private final List<String> flags;

  /**
   * @param natives where ND4J's libraries are unpacked, for all books
   * @param flags of the JVM, as the build of the book has them
   */
  BuildProcess(Path root, Path natives, List<String> flags) {
    this.root = root;
    this.natives = natives;
    this.flags = flags;
  }

  /**
   * Builds.
   *
   * @param recording whether what programs compute is accepted
   * @throws IllegalStateException if the build fails, with what it said
   */
  Run run(boolean recording) throws IOException, InterruptedException {
    Path log = root.resolve("build.log");
    ProcessBuilder builder =
        new ProcessBuilder(command(recording))
            .directory(root.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    double before = Usage.computingOfChildren();
    long start = System.nanoTime();
    Process process = builder.start();
    Usage usage = new Usage(process.toHandle());
    do {
      usage.look();
    } while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS));
    double wall = (System.nanoTime() - start) / 1e9;
    String said = Files.readString(log);
    if (process.exitValue() != 0) {
      throw new IllegalStateException("the build failed:\n" + said);
    }
    double computing = Usage.computingOfChildren() - before;
    return new Run(wall, computing, usage.peak(), pages(said), stages(said));
  }

  private List<String> command(boolean recording) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.add("-Danswers.record=" + recording);
    command.add("-Danswers.natives=" + natives);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "answerbook.cli.Main"));
    return command;
  }

  private static int pages(String said) {
    Matcher pages = PAGES.matcher(said);
    return pages.find() ? Integer.parseInt(pages.group(1)) : 0;
  }

  private static Map<String, Double> stages(String said) {
    Map<String, Double> stages = new LinkedHashMap<>();
    for (Matcher stage = STAGE.matcher(said); stage.find(); ) {
      stages.put(stage.group(1), Double.parseDouble(stage.group(3)));
    }
    return stages;
  }
}
