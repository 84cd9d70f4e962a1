package answerbook.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmark on a book that is as small as can be: that it builds, and what it reports. */
class BenchTest {
  private static final BookShape SMALL = new BookShape(4, 2, 1, false);

  @TempDir private Path folder;

  @Test
  void sameShapeGivesTheSameBytes() throws IOException {
    new BookWriter(SMALL, folder.resolve("one")).write();
    new BookWriter(SMALL, folder.resolve("two")).write();

    assertThat(tree(folder.resolve("one")))
        .isEqualTo(tree(folder.resolve("two")))
        .containsKeys("content/t-a/q-d.md", "answers/t-a/QB.java", "answers/t-a/TA.java");
  }

  @Test
  void quotedFlagsKeepTheirBlanks() {
    assertThat(Benchmark.flags(" -Xmx1g '-Darchive=/a folder/classes.jsa'  -Xlog:cds=off "))
        .containsExactly("-Xmx1g", "-Darchive=/a folder/classes.jsa", "-Xlog:cds=off");
  }

  @Test
  void everyQuestionHasFifteenFormulas() throws IOException {
    BookShape shape = new BookShape(60, 0, 0, true);

    int different = new BookWriter(shape, folder).write();

    assertThat(different).isEqualTo(60 * 15);
  }

  @Test
  void formulasRecurAsInARealBook() {
    FormulaSource source = new FormulaSource(false);
    for (int use = 0; use < 2369; use++) {
      source.next();
    }

    assertThat(source.different()).isBetween(1390, 1460);
  }

  @Test
  void everyChangeIsBuiltAndMeasured() throws IOException, InterruptedException {
    List<String> flags = List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false);
    Bench bench = new Bench(Path.of("").toAbsolutePath(), folder, flags, nowhere);

    List<Measurement> measured = bench.measure(SMALL, 1);

    assertThat(measured).extracting(Measurement::change).containsExactly(Change.values());
    assertThat(measured)
        .allSatisfy(each -> assertThat(each.run().wall()).isGreaterThan(0.1))
        .filteredOn(each -> each.change() != Change.NOTHING)
        .allSatisfy(each -> assertThat(each.run().stages()).containsKeys("render", "bake"))
        .allSatisfy(each -> assertThat(each.run().pages()).isGreaterThan(10));
    assertThat(measured)
        .filteredOn(each -> each.change() == Change.NOTHING)
        .singleElement()
        .satisfies(each -> assertThat(each.run().stages()).containsOnlyKeys("total"));
    assertThat(Files.readString(folder.resolve("4-2/answers/t-a/TA.java"))).contains("1 + 2 *");
    String report = new Report(measured).markdown("growth.svg");
    assertThat(report).contains("| 4 | 2 | 60 (").contains("one shared source");
  }

  private static Map<String, String> tree(Path root) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(root.relativize(path).toString(), Files.readString(path));
      }
    }
    return files;
  }
}
