package answerbook.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Measures how long books of several sizes take, cold and after small changes, and writes a table
 * and a plot into {@code site-src/benchmarks}. Started by {@code mvn -Pbench}; the system
 * properties are {@code bench.sizes} as {@code 100,1000}, {@code bench.programs} for books with
 * programs too, {@code bench.runs}, {@code bench.results} and {@code bench.flags} for the JVMs that
 * build.
 */
public final class Benchmark {
  private static final int MOST_WITH_PROGRAMS = 1010;
  private static final int MOST_FOR_SEVERAL = 2000;

  private Benchmark() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path project = Path.of("").toAbsolutePath();
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    List<String> flags = flags(System.getProperty("bench.flags", ""));
    Bench bench = new Bench(project, project.resolve("target/bench"), flags, out);
    int runs = Integer.getInteger("bench.runs", 3);
    List<Measurement> measured = new ArrayList<>();
    for (BookShape shape : shapes(System.getProperty("bench.sizes", "101,100,1010,10000"))) {
      measured.addAll(bench.measure(shape, shape.questions() > MOST_FOR_SEVERAL ? 1 : runs));
    }
    write(project, measured);
    Files.deleteIfExists(project.resolve("target/unfinished"));
  }

  /** Flags of a JVM as the pom has them: apart by blanks, but for those in quotes. */
  static List<String> flags(String text) {
    return Pattern.compile("'([^']*)'|\\S+")
        .matcher(text)
        .results()
        .map(flag -> flag.group(1) == null ? flag.group() : flag.group(1))
        .toList();
  }

  /** 101 means the workload of other tools; the others come with programs and without. */
  private static List<BookShape> shapes(String sizes) {
    return Stream.of(sizes.split(",")).map(Integer::valueOf).flatMap(Benchmark::shapes).toList();
  }

  private static Stream<BookShape> shapes(int questions) {
    if (questions == BookShape.WORKLOAD.questions()) {
      return Stream.of(BookShape.WORKLOAD);
    }
    BookShape plain = BookShape.withoutPrograms(questions);
    boolean programs = Boolean.parseBoolean(System.getProperty("bench.programs", "true"));
    return questions > MOST_WITH_PROGRAMS || !programs
        ? Stream.of(plain)
        : Stream.of(plain, BookShape.withPrograms(questions));
  }

  private static void write(Path project, List<Measurement> measured) throws IOException {
    Path results = project.resolve(System.getProperty("bench.results", "site-src/benchmarks"));
    Files.createDirectories(results);
    GrowthPlot plot = new GrowthPlot(measured);
    String name = plot.isWorthwhile() ? "growth.svg" : "";
    Files.writeString(results.resolve("results.md"), new Report(measured).markdown(name));
    if (name.isEmpty()) {
      return;
    }
    String style = Files.readString(project.resolve("site-src/print/figure.css"));
    Files.writeString(results.resolve("growth.svg"), plot.svg(style));
  }
}
